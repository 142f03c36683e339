import type { InvitePage, ListInvitesInput } from '../schema.js'
import type { InviteOperations } from '../transport.js'
import { envelope, invitesOf, pageDTO, type HarnessScope } from './harnessWire.js'
import { pageOf } from './page.js'
import type { Requester } from './request.js'

/** The largest page that the document allows. */
const maxPage = 100
const page = /*#__PURE__*/ envelope(pageDTO)
const sortFields = {
  createdAt: 'createdAt',
  expiresAt: 'validUntil',
  email: 'email',
  role: undefined,
}

/** Reading pages at Harness: on the server as far as it can, on this side for the rest. */
export function harnessList(request: Requester, scope: HarnessScope): InviteOperations['list'] {
  const readPage = async (
    { search, role, sort }: ListInvitesInput,
    pageIndex: number,
    pageSize: number,
    signal?: AbortSignal,
  ) => {
    const { by, direction } = sort ?? { by: 'createdAt', direction: 'desc' }
    const field = sortFields[by]
    const term = search?.trim()
    const query = {
      ...scope,
      pageIndex,
      pageSize,
      // The document shows an object; the server reads `field,DIRECTION`.
      sortOrders: field && `${field},${direction.toUpperCase()}`,
    }
    const call = { doing: 'list', answer: page, signal }
    const { data } =
      term || role
        ? await request({
            ...call,
            method: 'POST',
            path: '/ng/api/invites/aggregate',
            // The term is a regular expression there. With a filter beside it the server refuses both.
            query: { ...query, searchTerm: term && escaped(term) },
            body: role && !term ? { roleIdentifiers: [role] } : {},
          })
        : await request({ ...call, method: 'GET', path: '/ng/api/invites', query })
    return { ...data, ...invitesOf(data.content) }
  }

  /** Everything, for what the server cannot do: a role beside a search, an order by role, pages above its limit. */
  const readAll = async (input: ListInvitesInput, signal?: AbortSignal): Promise<InvitePage> => {
    const read = await readPage(input, 0, maxPage, signal)
    const { totalPages, invites } = read
    let { unreadable } = read
    for (let index = 1; index < totalPages; index++) {
      // oxlint-disable-next-line no-await-in-loop
      const next = await readPage(input, index, maxPage, signal)
      invites.push(...next.invites)
      unreadable += next.unreadable
    }
    return {
      ...pageOf(invites, { ...input, search: undefined }),
      ...(unreadable && { unreadable }),
    }
  }

  return async (input, { signal } = {}) => {
    const { cursor, pageSize = 25, search, role, status, sort } = input
    if (status !== undefined && status !== 'pending') return { invites: [], total: 0 }
    const here = (search?.trim() && role) || sort?.by === 'role' || pageSize > maxPage
    if (here) return readAll(input, signal)
    const index = /^\d+$/.test(cursor ?? '') ? Number(cursor) : 0
    const { invites, unreadable, totalItems, totalPages } = await readPage(
      input,
      index,
      pageSize,
      signal,
    )
    return {
      invites,
      total: totalItems,
      ...(index + 1 < totalPages && { next: String(index + 1) }),
      ...(unreadable && { unreadable }),
    }
  }
}

function escaped(term: string): string {
  return term.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')
}
