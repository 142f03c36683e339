import { InviteError, type InviteErrorCode } from './error.js'
import { can, type InviteTransport, type WriteOptions } from './transport.js'

/** Of an invite that is to be withdrawn these say that it is done. */
export const gone: readonly InviteErrorCode[] = ['not_found', 'expired', 'revoked']

/**
 * Withdraws an invite; undefined once it is gone, whoever did it. Where the answer is lost and the list still has it,
 * it is withdrawn once more, which does no harm.
 */
export async function withdrawn(
  transport: InviteTransport<'revoke'>,
  id: string,
  options?: WriteOptions,
): Promise<InviteError | undefined> {
  const error = await attempt(transport, id, options)
  if (error?.outcome !== 'unknown') return error
  const open = await openInvites(transport)
  if (!open) return error
  // Without the key, under which a server may keep the answer that was lost on its way there.
  return open.has(id) ? attempt(transport, id) : undefined
}

/** The ids of all that can still be withdrawn; undefined where the list cannot be read to its end. */
export async function openInvites(
  transport: InviteTransport,
): Promise<ReadonlySet<string> | undefined> {
  if (!can(transport, 'list')) return undefined
  const ids = new Set<string>()
  let cursor: string | undefined
  try {
    for (let pages = 0; pages < 20; pages++) {
      // A page names the one after it.
      // oxlint-disable-next-line no-await-in-loop
      const page = await transport.list({ pageSize: 100, cursor })
      if (page.unreadable) return undefined
      for (const { id, status } of page.invites) if (!over.includes(status)) ids.add(id)
      cursor = page.next
      if (cursor === undefined) return ids
    }
  } catch {
    // It says nothing then.
  }
  return undefined
}

const over = ['accepted', 'declined', 'revoked']

async function attempt(
  transport: InviteTransport<'revoke'>,
  id: string,
  options?: WriteOptions,
): Promise<InviteError | undefined> {
  try {
    await transport.revoke({ id }, options)
    return undefined
  } catch (thrown) {
    const error = InviteError.from(thrown)
    return gone.includes(error.code) ? undefined : error
  }
}
