import { expect, waitFor } from 'storybook/test'
import preview from '../.storybook/preview.tsx'
import { LiveTokens } from './theming/LiveTokens.tsx'
import { isLength, tokens, type Token } from './theming/tokens.ts'

const names = Object.keys(tokens) as Token[]

const meta = preview.meta({
  title: 'Theming/Tokens',
  component: LiveTokens,
  render: (args, { globals }) => <LiveTokens {...args} dark={globals.theme === 'dark'} />,
  argTypes: Object.fromEntries(
    names.map((token) => [
      token,
      { description: tokens[token], control: isLength(token) ? 'text' : 'color' },
    ]),
  ),
  parameters: { controls: { include: names } },
})

/** Every token by its name in the controls; what is not set has the default of the table below. */
export const Live = meta.story({
  play: async ({ canvas }) => {
    await waitFor(() => expect(canvas.getByText('--ik-height')).toBeVisible())
    await expect(canvas.getAllByRole('row').length).toBeGreaterThan(names.length)
  },
})

/** The same with a few of them set. */
export const AFew = meta.story({
  args: {
    '--ik-accent': '#7a1f5c',
    '--ik-accent-text': 'color-mix(in oklab, CanvasText 35%, #c2458f)',
    '--ik-on-accent': '#ffffff',
    '--ik-radius': '1.25em',
  },
})
