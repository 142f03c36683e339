import { expect } from 'storybook/test'
import preview from '../.storybook/preview.tsx'
import { Host } from './theming/Host.tsx'
import bare from './theming/hosts/bare.css?raw'
import hostile from './theming/hosts/hostile.css?raw'
import mui from './theming/hosts/mui.css?raw'
import plain from './theming/hosts/plain.css?raw'
import radix from './theming/hosts/radix.css?raw'
import shadcn from './theming/hosts/shadcn.css?raw'
import tailwind from './theming/hosts/tailwind.css?raw'
import byClass from './theming/recipes/class.css?raw'
import byColorScheme from './theming/recipes/color-scheme.css?raw'
import compact from './theming/recipes/compact.css?raw'
import forHostile from './theming/recipes/hostile.css?raw'
import forMui from './theming/recipes/mui.css?raw'
import forPlain from './theming/recipes/plain.css?raw'
import forRadix from './theming/recipes/radix.css?raw'
import forShadcn from './theming/recipes/shadcn.css?raw'
import forTailwind from './theming/recipes/tailwind.css?raw'
import { Screens } from './theming/Screens.tsx'

const meta = preview.meta({
  title: 'Theming/Recipes',
  component: Host,
  args: { name: 'bare', css: bare, children: <Screens /> },
  render: (args, { globals }) => <Host {...args} dark={globals.theme === 'dark'} />,
  parameters: { controls: { disable: true } },
})

/** What a reader copies, shown below the story in the docs. */
const recipe = (source: string) => ({
  docs: { source: { code: source, language: 'css' as const } },
})

export const PlainCss = meta.story({
  args: { name: 'plain', css: plain, recipe: forPlain },
  parameters: recipe(forPlain),
  // One that can be sent and one that cannot: the colours of both are the app's.
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(await canvas.findByLabelText('E-mail addresses'))
    await userEvent.paste('grace@example.org, barbara@')
    await expect(await canvas.findByText('grace@example.org')).toBeVisible()
    await expect(await canvas.findByText('alan.turing@example.com')).toBeVisible()
  },
})
export const Tailwind4 = meta.story({
  args: { name: 'tailwind', css: tailwind, recipe: forTailwind },
  parameters: recipe(forTailwind),
  play: PlainCss.input.play,
})
export const ShadcnUi = meta.story({
  args: { name: 'shadcn', css: shadcn, recipe: forShadcn },
  parameters: recipe(forShadcn),
  play: PlainCss.input.play,
})
export const Mui = meta.story({
  args: { name: 'mui', css: mui, recipe: forMui },
  parameters: recipe(forMui),
  play: PlainCss.input.play,
})
export const RadixThemes = meta.story({
  args: { name: 'radix', css: radix, recipe: forRadix },
  parameters: recipe(forRadix),
  play: PlainCss.input.play,
})

/** Follows the system. */
export const DarkByColorScheme = meta.story({
  args: { name: 'color-scheme', recipe: byColorScheme },
  parameters: recipe(byColorScheme),
})

export const DarkByClass = meta.story({
  args: { name: 'class', recipe: byClass },
  parameters: recipe(byClass),
  globals: { theme: 'dark' },
})

export const Compact = meta.story({
  args: { name: 'compact', recipe: `${compact}\n${byClass}` },
  parameters: recipe(compact),
})

/** A page that resets every element, with large rules for bare tags and a `rem` of 10 px. Alone, since it is the page. */
export const HostileReset = meta.story({
  args: { name: 'hostile', css: hostile, recipe: forHostile, everywhere: true },
  parameters: recipe(forHostile),
  tags: ['!autodocs'],
})
