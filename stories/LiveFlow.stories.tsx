import { expect } from 'storybook/test'
import preview from '../.storybook/preview.tsx'
import { LiveFlow as Flow, type FlowProvider } from './live/LiveFlow.tsx'

const meta = preview.meta({
  title: 'Live flow',
  component: Flow,
  tags: ['!autodocs'],
  parameters: { controls: { disable: true } },
})

/** Invite, look into the outbox, open the link, accept. The toolbar changes the provider. */
export const LiveFlow = meta.story({
  args: { provider: 'server' },
  render: (_, { globals }) => (
    <Flow key={String(globals.transport)} provider={globals.transport as FlowProvider} />
  ),
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('heading', { name: 'Outbox' })).toBeVisible()
  },
})
