import { expect, waitFor } from 'storybook/test'
import preview from '../.storybook/preview.tsx'
import { Capabilities as Grid } from './capabilities/Capabilities.tsx'

const meta = preview.meta({
  title: 'Capabilities',
  component: Grid,
  tags: ['!autodocs'],
  // Eight accept pages on one page have a `<main>` and an `<h1>` each, which no app would do.
  parameters: {
    a11y: {
      config: {
        rules: ['landmark-no-duplicate-main', 'landmark-main-is-top-level', 'landmark-unique'].map(
          (id) => ({ id, enabled: false }),
        ),
      },
    },
  },
})

/** The three components over every provider, side by side: what shows, what is absent, and why. */
export const Capabilities = meta.story({
  play: async ({ canvas }) => {
    await waitFor(() => expect(canvas.getAllByRole('table')).toHaveLength(8))
  },
})
