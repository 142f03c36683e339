import { createServer } from 'node:http'
import { createInviteHandler, toNodeHandler } from '../../src/server/index.js'
import type { InviteOperation, InviteOperations, InviteTransport } from '../../src/transport.js'
import { operationsOf } from '../../src/transport.js'
import { http, memory, type MemoryInvite } from '../../src/transports/index.js'
import { faultProxy, listening, type SocketFault } from './proxy.ts'

const origin = 'https://app.acme.test'
const actor = 'ada'

/** One provider behind the server, and what is done there. */
export interface Behind {
  transport: InviteTransport & Partial<InviteOperations>
  /** Who is refused, once or always. */
  refuse?: ((operation: InviteOperation) => 'forbidden' | 'unauthenticated' | undefined) | undefined
  stored: () => readonly MemoryInvite[]
  mails: string[]
}

const ana: MemoryInvite = {
  id: 'i1',
  token: 'token-of-ana-4f1c',
  email: 'ana@acme.test',
  role: 'member',
  status: 'pending',
  createdAt: '2026-11-19T09:00:00.000Z',
  expiresAt: '2099-01-01T00:00:00.000Z',
}

/** One pending invite, a clock that stands. */
export function behind(latency = 0, now = () => new Date('2026-11-20T09:00:00.000Z')): Behind {
  const mails: string[] = []
  let stored: readonly MemoryInvite[] = [ana]
  let seed = 1
  const transport = memory({
    seed: [ana],
    latency,
    random: () => (seed = (seed * 16_807) % 2_147_483_647) / 2_147_483_647,
    now,
    viewer: { email: 'ana@acme.test' },
    roles: ['member', 'admin'].map((value) => ({ value, label: value })),
    onMail: ({ to }) => mails.push(to),
    onChange: (invites) => (stored = invites),
  })
  return { transport, stored: () => stored, mails }
}

export const inputs: { [Op in InviteOperation]: Parameters<InviteOperations[Op]>[0] } = {
  create: { email: 'bo@acme.test', role: 'member' },
  createMany: [{ email: 'bo@acme.test' }, { email: 'di@acme.test' }],
  list: {},
  resend: { id: 'i1' },
  update: { id: 'i1', role: 'admin' },
  revoke: { id: 'i1' },
  lookup: { token: ana.token },
  accept: { token: ana.token },
  decline: { token: ana.token },
  viewer: {},
}

/** What stands behind the server now, and what becomes of the next requests: of those after them `next` decides. */
interface Stage {
  world: Behind
  faults: SocketFault[]
  next?: (() => SocketFault) | undefined
}

const pass: SocketFault = { kind: 'pass' }

/** The handler on a real server, and the proxy in front of it. */
export async function served() {
  const stage: Stage = { world: behind(), faults: [] }
  const server = createServer(
    toNodeHandler(
      createInviteHandler({
        origins: [origin],
        rateLimit: () => ({ ok: true }),
        authorize: ({ operation }) => {
          const code = stage.world.refuse?.(operation)
          return code ? { ok: false, code } : { ok: true, actor, transport: stage.world.transport }
        },
      }),
    ),
  )
  const port = await listening(server)
  const proxy = await faultProxy(port, () => stage.faults.shift() ?? stage.next?.() ?? pass)
  return {
    stage,
    /** The page's half, through the proxy or to a port of its own. */
    page: (
      more: { timeout?: number; port?: number; onUnauthenticated?: () => Promise<unknown> } = {},
    ) =>
      http({
        url: `http://127.0.0.1:${more.port ?? proxy.port}/api/invites`,
        operations: operationsOf(stage.world.transport),
        headers: { origin },
        maxPerMinute: Infinity,
        ...more,
      }),
    close: () => {
      proxy.close()
      server.close().closeAllConnections()
    },
  }
}
