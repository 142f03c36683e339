import { notSent } from '../transports/notSent.js'
import { can, type InviteTransport } from '../transport.js'
import { refuse } from './refuse.js'

/** An id, if there is one in the input, must be in the list of the transport: it then belongs to its organization. */
export async function checkOwner(transport: InviteTransport, input: unknown): Promise<void> {
  const { id } = input as { id?: string }
  if (id === undefined) return
  if (!can(transport, 'list'))
    throw refuse('config', { message: "ownershipCheck: 'list' needs a transport that can list." })
  let cursor: string | undefined
  do {
    // A page names the one after it.
    // oxlint-disable-next-line no-await-in-loop
    const page = await transport.list({ cursor, pageSize: 100 }).catch(notSent)
    if (page.invites.some((invite) => invite.id === id)) return
    cursor = page.next
  } while (cursor !== undefined)
  throw refuse('not_found')
}
