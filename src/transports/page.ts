import type { Invite, InvitePage, ListInvitesInput } from '../schema.js'

/**
 * Filters, sorts and pages what a provider returns as a whole, so that its `list` honours the same input as one
 * that does so on the server. The cursor is an offset.
 */
export function pageOf(all: Invite[], input: ListInvitesInput): InvitePage {
  const {
    search = '',
    role,
    status,
    expiresBefore,
    mailed,
    pageSize = 25,
    sort = { by: 'createdAt', direction: 'desc' },
  } = input
  const term = search.trim().toLowerCase()
  const has = (text = '') => text.toLowerCase().includes(term)
  const sign = sort.direction === 'asc' ? 1 : -1
  const rows = all
    .filter(
      (invite) =>
        (!term || has(invite.email) || has(invite.name)) &&
        (role === undefined || invite.role === role) &&
        (status === undefined || invite.status === status) &&
        (mailed === undefined || invite.mailed === mailed) &&
        (!expiresBefore || new Date(invite.expiresAt ?? '') < new Date(expiresBefore)),
    )
    .toSorted((a, b) => sign * compare(a[sort.by], b[sort.by]))
  const start = /^\d+$/.test(input.cursor ?? '') ? Number(input.cursor) : 0
  const end = start + pageSize
  return {
    invites: rows.slice(start, end),
    total: rows.length,
    ...(end < rows.length && { next: String(end) }),
  }
}

/** Plain code unit order: right for ISO dates, and the same on every machine. */
function compare(a = '', b = ''): number {
  return a < b ? -1 : a > b ? 1 : 0
}
