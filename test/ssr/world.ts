import { inviteLink, type InviteLink } from '../../src/input/token.js'
import type { InviteOperation, InviteTransport } from '../../src/transport.js'
import { memory, type MemoryInvite } from '../../src/transports/memory.js'

export interface World {
  transport: InviteTransport<InviteOperation>
  link: InviteLink
}

/** When the server renders; the browser comes two minutes later. */
export const rendered = Date.parse('2026-03-01T23:59:00Z')

const invite = (name: string, expiresIn: number): MemoryInvite => ({
  id: name,
  token: `${name}-token`,
  email: `${name}@example.com`,
  role: 'member',
  status: 'pending',
  invitedBy: 'Grace Hopper',
  createdAt: new Date(rendered - 30_000).toISOString(),
  expiresAt: new Date(rendered + expiresIn).toISOString(),
})

/** The same on both sides, as it is with a provider. The second invite expires between the two. */
export function world(now: () => Date): World {
  const seed = [invite('ada', 3 * 86_400_000), invite('alan', 60_000)]
  return {
    transport: memory({ seed, now, organization: 'Acme' }),
    link: inviteLink({ token: 'ada-token' }),
  }
}
