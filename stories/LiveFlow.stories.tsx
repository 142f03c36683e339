import preview from '../.storybook/preview.tsx'
import { LiveFlow } from './live/LiveFlow.tsx'
import type { Provider } from './live/worlds.ts'

const meta = preview.meta({ title: 'Live flow', component: LiveFlow, tags: ['!autodocs'] })

/** Invite, look into the outbox, open the link, accept. The toolbar changes the provider. */
export const LiveFlowStory = meta.story({
  name: 'Live flow',
  args: { provider: 'memory' },
  render: (_, { globals }) => (
    <LiveFlow key={String(globals.transport)} provider={globals.transport as Provider} />
  ),
})
