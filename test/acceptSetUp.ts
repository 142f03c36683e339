import type { InviteError } from '../src/error.ts'
import type { AcceptInvite, AcceptStop } from '../src/hooks/useAcceptInvite.ts'
import { inviteLink } from '../src/input/token.ts'
import { memory, type MemoryInvite, type MemoryOptions } from '../src/transports/index.ts'

export const ada: MemoryInvite = {
  id: 'canary-id',
  token: 'canary-token',
  email: 'ada@example.com',
  role: 'Admin',
  status: 'pending',
  invitedBy: 'Charles Babbage',
  createdAt: '2026-03-01T10:00:00.000Z',
  expiresAt: '2099-01-01T00:00:00.000Z',
}
export const link = inviteLink({ token: ada.token })

let worlds = 0
/** A provider that no other test knows: what became of a press outlives the page. */
export const world = (options: MemoryOptions = {}) =>
  memory({ key: `accept-${++worlds}`, seed: [ada], organization: 'Acme', ...options })

/** The same, with all calls on record; `wire.lost` comes in the place of the next answer to a write that was done. */
export function recorded(options: MemoryOptions = {}) {
  const calls: string[] = []
  const wire: { lost?: InviteError | undefined } = {}
  const record =
    <In extends unknown[], Out>(name: string, call: (...input: In) => Promise<Out>) =>
    async (...input: In) => {
      calls.push(name)
      const answer = await call(...input)
      const { lost } = wire
      if (!lost || name === 'lookup') return answer
      wire.lost = undefined
      throw lost
    }
  const transport = world(options)
  const { lookup, accept, decline } = transport
  return {
    calls,
    wire,
    transport: {
      ...transport,
      lookup: record('lookup', lookup),
      accept: record('accept', accept),
      decline: record('decline', decline),
    },
  }
}

const unknown = { preview: undefined, viewer: undefined }

export const stopped = (
  status: AcceptStop,
  error?: InviteError,
  retry: () => void = () => undefined,
): Extract<AcceptInvite, { status: AcceptStop }> => ({ status, error, retry, ...unknown })
