import { expect } from 'storybook/test'
import preview from '../.storybook/preview.tsx'
import { Board } from './theming/Board.tsx'
import { Host } from './theming/Host.tsx'
import bare from './theming/hosts/bare.css?raw'
import classes from './theming/levels/classes.css?raw'
import forParts from './theming/levels/parts.css?raw'
import { ownParts } from './theming/OwnParts.tsx'
import headless from './theming/PeopleBoard.tsx?raw'
import parts from './theming/OwnParts.tsx?raw'
import { Screens } from './theming/Screens.tsx'

const meta = preview.meta({
  title: 'Theming/Three levels',
  component: Host,
  args: { name: 'levels', css: bare, children: <Screens /> },
  render: (args, { globals }) => <Host {...args} dark={globals.theme === 'dark'} />,
  parameters: { controls: { disable: true } },
})

const recipe = (code: string, language: 'css' | 'tsx') => ({ docs: { source: { code, language } } })

/** First: values for tokens, and rules for class names. */
export const TokensAndClasses = meta.story({
  args: { name: 'classes', recipe: classes },
  parameters: recipe(classes, 'css'),
})

/** Second: components of the app's own in the place of buttons, fields, selects and dialogs. */
export const OwnParts = meta.story({
  args: { name: 'parts', css: forParts, children: <Screens parts={ownParts} /> },
  parameters: recipe(parts, 'tsx'),
  play: async ({ canvas, userEvent }) => {
    await userEvent.selectOptions(await canvas.findByLabelText('Delivery'), 'link')
    await expect(await canvas.findByLabelText('Delivery')).toHaveClass('own-field')
  },
})

/** The same, with the details of one invite open in the app's own dialog. */
export const OwnDialog = meta.story({
  args: { name: 'dialog', css: forParts, children: <Screens parts={ownParts} /> },
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(
      await canvas.findByRole('button', { name: 'Actions for alan.turing@example.com' }),
    )
    await userEvent.click(await canvas.findByRole('menuitem', { name: 'Details' }))
    await expect(await canvas.findByRole('dialog')).toHaveClass('own-sheet')
  },
})

/** Third: JSX of the app's own over the hooks, in another design language. */
export const Headless = meta.story({
  render: (_, { globals }) => <Board dark={globals.theme === 'dark'} />,
  parameters: recipe(headless, 'tsx'),
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(await canvas.findByLabelText('An address, or a whole list of them'))
    await userEvent.paste('grace@example.org; Barbara <barbara@example.org>, hedy@')
    await expect(await canvas.findByText('no address')).toBeVisible()
    await userEvent.click(await canvas.findByRole('button', { name: 'Leave out hedy@' }))
    await userEvent.click(await canvas.findByRole('button', { name: 'Invite 2' }))
    await expect(await canvas.findByText('2 of 2 invited.')).toBeVisible()
    await expect(await canvas.findByText('Still on their way: 10')).toBeVisible()
  },
})
