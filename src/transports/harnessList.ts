import * as z from 'zod/mini'
import type { Invite } from '../schema.js'
import type { InviteOperations } from '../transport.js'
import { envelope, inviteDTO, inviteOf, pageDTO, type HarnessScope } from './harnessWire.js'
import { pageOf } from './page.js'
import type { Requester } from './request.js'

const answer = /*#__PURE__*/ envelope(pageDTO)

/** The largest page that the document allows. */
const maxPage = 100

/** Stored names. Roles are not sorted by on the server. */
const sortFields = {
  createdAt: 'createdAt',
  expiresAt: 'validUntil',
  email: 'email',
  role: 'createdAt',
}

/** Reading pages at Harness: by the server as far as it can, on this side for the rest. */
export function harnessList(request: Requester, scope: HarnessScope): InviteOperations['list'] {
  return async (input, { signal } = {}) => {
    const { cursor = '', pageSize = 25, role, status = 'pending' } = input
    const { by, direction } = input.sort ?? { by: 'createdAt', direction: 'desc' }
    const search = input.search?.trim() || undefined
    // Rows have no dates, and nothing says of one that it was not mailed.
    const unknowable = input.expiresBefore !== undefined || input.mailed !== undefined
    if (status !== 'pending' || unknowable) return { invites: [], total: 0 }
    // A role beside a search, an order by role, a page above its limit: what the server cannot do takes all pages.
    const all = (search && role) || by === 'role' || pageSize > maxPage

    const invites: Invite[] = []
    let unreadable = 0
    for (let pageIndex = all || !/^\d+$/.test(cursor) ? 0 : Number(cursor); ; pageIndex++) {
      const query = {
        ...scope,
        pageIndex,
        pageSize: all ? maxPage : pageSize,
        // The document shows an object; the server reads `field,DIRECTION`. A batch has one date, so that without
        // a second order its rows could change places between pages.
        sortOrders: [
          `${sortFields[by]},${direction.toUpperCase()}`,
          ...(by === 'email' ? [] : ['email,ASC']),
        ],
        searchTerm: search && patternOf(search),
      }
      const call = { doing: 'list', answer, query, signal }
      // oxlint-disable-next-line no-await-in-loop
      const { data } = await request(
        search || role
          ? {
              ...call,
              method: 'POST',
              path: '/ng/api/invites/aggregate',
              // With both a search and a filter it refuses.
              body: search ? {} : { roleIdentifiers: [role] },
            }
          : { ...call, method: 'GET', path: '/ng/api/invites' },
      )
      const { content, totalItems, totalPages } = data
      const rows = content.flatMap((row) => z.safeParse(inviteDTO, row).data ?? [])
      invites.push(...rows.map(inviteOf))
      unreadable += content.length - rows.length
      const more = content.length > 0 && pageIndex + 1 < totalPages
      if (all && more) continue
      const page = all
        ? pageOf(invites, { ...input, search: undefined, role: search && role })
        : { invites, total: totalItems, ...(more && { next: String(pageIndex + 1) }) }
      return { ...page, ...(unreadable && { unreadable }) }
    }
  }
}

/** The server takes a regular expression, which minds case. */
function patternOf(term: string): string {
  return term
    .replace(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`)
    .replace(/[a-z]/gi, (letter) => `[${letter.toLowerCase()}${letter.toUpperCase()}]`)
}
