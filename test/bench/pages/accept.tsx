// The page behind an invite link, by itself.
import { AcceptInvitePage, inviteLink } from '../../../src/index.ts'
import { memory } from '../../../src/transports/memory.ts'
import { calls, counted } from './counted.ts'
import { mount } from './mount.tsx'
import { seed } from './seed.ts'

const transport = counted(
  memory({
    seed: seed(1),
    organization: 'Analytical Engines',
    viewer: { email: 'person0@example.com' },
  }),
)
Object.assign(globalThis, { bench: { calls } })
mount(<AcceptInvitePage transport={transport} link={inviteLink({ token: 'token-0' })} />)
