import type { Invite, ListInvitesInput } from './schema.js'
import type { InviteTransport } from './transport.js'

/** Everything that matches, read page by page; ten thousand at most. @throws InviteError as `list` does */
export async function readAll(
  transport: InviteTransport<'list'>,
  matching: ListInvitesInput,
): Promise<Invite[]> {
  const all: Invite[] = []
  let cursor: string | undefined
  do {
    // A page names the one after it.
    // oxlint-disable-next-line no-await-in-loop
    const page = await transport.list({ ...matching, cursor, pageSize: 100 })
    all.push(...page.invites)
    cursor = page.next
  } while (cursor !== undefined && all.length < 10_000)
  return all
}
