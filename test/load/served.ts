import { createServer, type Server } from 'node:http'
import { createInviteHandler, toNodeHandler } from '../../src/server/index.js'
import type { InviteTransport } from '../../src/transport.js'

/** What went through a server: connections that were made, and calls that reached the provider. */
export interface Served {
  server: Server
  connections: number
  calls: { create: number; list: number; revoke: number }
}

/** The handler over a provider that keeps nothing, so that the memory it takes is its own. `wait` is how long a call takes. */
export function served(wait: () => Promise<void>): Served {
  const calls = { create: 0, list: 0, revoke: 0 }
  const call = async (operation: keyof typeof calls) => {
    calls[operation] += 1
    await wait()
  }
  const row = (index: number) =>
    ({ id: `i${index}`, email: `p${index}@acme.test`, status: 'pending' }) as const
  const transport: InviteTransport<'create' | 'list' | 'revoke'> = {
    key: 'load',
    roles: [{ value: 'member', label: 'Member' }],
    create: async ({ email }) => {
      await call('create')
      return { email, delivery: 'mailed', invite: { id: 'i1', email, status: 'pending' } }
    },
    list: async ({ search }) => {
      await call('list')
      const invites = Array.from({ length: 25 }, (_, index) => row(index))
      return { invites: [...invites, { ...row(25), email: search }] }
    },
    revoke: () => call('revoke'),
  }
  const handle = createInviteHandler({
    transport,
    origins: ['https://app.acme.test'],
    authorize: ({ request }) => ({ ok: true, actor: request.headers.get('x-actor') ?? undefined }),
    rateLimit: () => ({ ok: true }),
  })
  const server = createServer(toNodeHandler(handle))
  const told: Served = { server, connections: 0, calls }
  server.on('connection', () => (told.connections += 1))
  return told
}
