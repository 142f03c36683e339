import { InviteError } from '../../src/error.js'
import type { InviteOperation, InviteTransport } from '../../src/transport.js'
import type { End, Played } from './play.ts'
import type { SocketFault } from './proxy.ts'
import { behind, inputs, type Behind, type served } from './tcp.ts'

export type Tcp = Awaited<ReturnType<typeof served>>
export type Call = (input: unknown, options?: object) => Promise<unknown>
export type Page = InviteTransport<InviteOperation>
/** The same, for a call whose operation is told by the cell. */
export type Any = InviteTransport & Record<InviteOperation, Call>

/** What no socket waits for longer, in milliseconds. */
export const patience = 60

export const kept = ({ stored, mails }: Behind) => JSON.stringify([stored(), mails])

/** One call over the sockets, with what the provider has before and after. */
export async function run(
  { stage, page: open }: Tcp,
  operation: InviteOperation,
  faults: readonly SocketFault[],
  more: Parameters<Tcp['page']>[0] = {},
  act?: (page: Page) => Promise<unknown>,
): Promise<Played> {
  stage.world = { ...behind(), refuse: stage.world.refuse }
  const { world } = stage
  const before = kept(world)
  stage.faults = [...faults]
  const started = Date.now()
  const client = open(more)
  const call = (client as Any)[operation]
  const end = await (act ? act(client) : call(inputs[operation])).then(
    (value): End => ({ value }),
    (error: unknown): End => ({ error: InviteError.from(error) }),
  )
  const after = kept(world)
  return { end, requests: [], before, after, outbox: world.mails, took: Date.now() - started }
}
