import * as z from 'zod/mini'
import { fromWhole } from '../fromWhole.js'
import type { Invite } from '../schema.js'
import type { InviteOperations } from '../transport.js'
import { inviteOf, memberDTO } from './enhanceWire.js'
import { pageOf } from './page.js'
import { path, type Requester } from './request.js'

const answer = /*#__PURE__*/ z.object({
  items: /*#__PURE__*/ z.array(/*#__PURE__*/ z.unknown()),
  total: /*#__PURE__*/ z.number(),
})

/** Reading invites at Enhance: out of all members, since the server filters and counts by role and website alone. */
export function enhanceList(request: Requester, orgId: string): InviteOperations['list'] {
  return async (input, { signal } = {}) => {
    // By id, since members that come or go meanwhile shift the pages.
    const invites = new Map<string, Invite>()
    let unreadable = 0
    for (let offset = 0; ;) {
      // oxlint-disable-next-line no-await-in-loop
      const { items, total } = await request({
        doing: 'list',
        method: 'GET',
        path: path`/orgs/${orgId}/members`,
        query: { offset, limit: 100, sortBy: 'status', sortOrder: 'asc' },
        answer,
        signal,
      })
      const read = items.flatMap((item) => z.safeParse(memberDTO, item).data ?? [])
      for (const member of read) if (!member.isActive) invites.set(member.id, inviteOf(member))
      unreadable += items.length - read.length
      offset += items.length
      // By status pending ones stand together, first or last (not documented which): an active one behind ends them.
      const passed = invites.size > 0 && read.at(-1)?.isActive
      if (passed || items.length === 0 || offset >= total) break
    }
    return fromWhole(input, (asked) => ({
      ...pageOf([...invites.values()], asked),
      ...(unreadable > 0 && { unreadable }),
    }))
  }
}
