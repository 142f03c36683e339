import { inviteKeys } from '../inviteKeys.js'
import type { InvitePage, ListInvitesInput } from '../schema.js'
import type { RowList } from './rowList.js'

/** What a read found changed that nobody did here. */
export interface OthersChanges {
  gone: number
  added: number
}

/** Tells how a page differs from the one that was seen before, but not what a write of our own has changed. */
export function noticeOthers(
  { transport, client, memory }: RowList,
  page: InvitePage,
  asked: ListInvitesInput,
  tell: ((changes: OthersChanges) => void) | undefined,
): void {
  const before = memory.seen
  if (page === before?.page) return
  const mutationKey = inviteKeys.all(transport)
  // Begun and ended count: much may be read while one waits.
  const writes = client
    .getMutationCache()
    .findAll({ mutationKey })
    .reduce((count, { state }) => count + (state.status === 'pending' ? 1 : 2), 0)
  const question = JSON.stringify([transport.key, asked])
  memory.seen = { page, question, writes }
  if (before?.question !== question || before.writes !== writes) return
  const changes = { gone: newIn(before.page, page), added: newIn(page, before.page) }
  // By itself: what an app throws does not take the list with it.
  if (changes.gone + changes.added > 0) queueMicrotask(() => tell?.(changes))
}

/** Rows at the end that are not in the other page may have come from the one after it, or gone there. */
function newIn({ invites }: InvitePage, other: InvitePage): number {
  const ids = new Set(other.invites.map(({ id }) => id))
  const known = invites.map(({ id }) => ids.has(id))
  const end = other.next === undefined ? known.length : known.lastIndexOf(true) + 1
  return known.slice(0, end).filter((one) => !one).length
}
