import type { UseQueryOptions } from '@tanstack/react-query'
import type { InviteError } from './error.js'
import { inviteKeys, type KnownKey } from './inviteKeys.js'
import { reading } from './query.js'
import type { InvitePage } from './schema.js'
import type { InviteTransport } from './transport.js'

/**
 * The newest thousand invites as one page, read to know before sending who is invited already. A write makes it stale
 * and no more: it is read again when somebody is about to be invited.
 */
export function knownInvitesOptions(
  transport: InviteTransport<'list'>,
): UseQueryOptions<InvitePage, InviteError, InvitePage, KnownKey> & { queryKey: KnownKey } {
  return {
    ...reading,
    staleTime: 60_000,
    queryKey: inviteKeys.known(transport),
    queryFn: async ({ signal }) => {
      const all: InvitePage = { invites: [] }
      do {
        // A page names the one after it.
        // oxlint-disable-next-line no-await-in-loop
        const page = await transport.list({ cursor: all.next, pageSize: 100 }, { signal })
        all.invites.push(...page.invites)
        all.next = page.next
        all.total ??= page.total
      } while (all.next !== undefined && all.invites.length < 1000)
      return all
    },
  }
}
