import type { QueryClient } from '@tanstack/react-query'
import { inviteKeys, type ListKey } from './inviteKeys.js'
import type { InvitePage, ListInvitesInput } from './schema.js'
import type { InviteTransport } from './transport.js'

/**
 * Brings every cached list page up to date after a confirmed write. Reads under way are older than the write and
 * are dropped. A page for which `patch` gives undefined is read again, once, without being waited for.
 */
export async function patchLists(
  client: QueryClient,
  transport: InviteTransport,
  patch: (page: InvitePage, input: ListInvitesInput) => InvitePage | undefined,
): Promise<void> {
  void client.invalidateQueries({ queryKey: inviteKeys.known(transport), refetchType: 'none' })
  const queryKey = inviteKeys.lists(transport)
  const underWay = new Set(client.getQueryCache().findAll({ queryKey, fetchStatus: 'fetching' }))
  await client.cancelQueries({ queryKey })
  for (const query of client.getQueryCache().findAll({ queryKey })) {
    const page = query.state.data as InvitePage | undefined
    const patched = page && patch(page, (query.queryKey as ListKey)[3])
    if (patched && patched !== page) client.setQueryData(query.queryKey, patched)
    // A page that others follow and that lost a row is filled up from them, which only a read can do.
    const short =
      page && patched?.next !== undefined && patched.invites.length < page.invites.length
    if (!patched || short || underWay.has(query))
      void client.invalidateQueries({ queryKey: query.queryKey, exact: true })
  }
}
