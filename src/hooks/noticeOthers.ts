import type { QueryClient } from '@tanstack/react-query'
import { inviteKeys } from '../inviteKeys.js'
import type { InvitePage, ListInvitesInput } from '../schema.js'
import type { InviteTransport } from '../transport.js'

/** What a read found changed that nobody did here. */
export interface OthersChanges {
  gone: number
  added: number
}

/** The page that was seen last, what had been asked, and how far writes had come here. */
export interface Seen {
  last?: { page: InvitePage; question: string; writes: number }
}

/** Tells how a page differs from the one that was seen before, but not what a write of our own has changed. */
export async function noticeOthers(
  { transport, client, seen }: { transport: InviteTransport; client: QueryClient; seen: Seen },
  page: InvitePage,
  asked: ListInvitesInput,
  tell: ((changes: OthersChanges) => void) | undefined,
): Promise<void> {
  const before = seen.last
  if (page === before?.page) return
  const mutationKey = inviteKeys.all(transport)
  // Begun and ended count: much may be read while one waits.
  const writes = client
    .getMutationCache()
    .findAll({ mutationKey })
    .reduce((count, { state }) => count + (state.status === 'pending' ? 1 : 2), 0)
  const question = JSON.stringify(asked)
  seen.last = { page, question, writes }
  if (before?.question !== question || before.writes !== writes) return
  const changes = { gone: newIn(before.page, page), added: newIn(page, before.page) }
  if (changes.gone + changes.added > 0) tell?.(changes)
}

/** Rows at the end that are not in the other page may have come from the one after it, or gone there. */
function newIn({ invites }: InvitePage, other: InvitePage): number {
  const ids = new Set(other.invites.map(({ id }) => id))
  const known = invites.map(({ id }) => ids.has(id))
  const end = other.next === undefined ? known.length : known.lastIndexOf(true) + 1
  return known.slice(0, end).filter((one) => !one).length
}
