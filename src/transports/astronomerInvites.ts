import * as z from 'zod/mini'
import type { Invite } from '../schema.js'
import { inviteDTO, inviteOf, userDTO, usersDTO } from './astronomerWire.js'
import { isoOf } from './isoOf.js'
import { path, type Requester } from './request.js'

/** As many as astro-cli asks for. */
const limit = 100

interface AstronomerScope {
  apiVersion: 'v1' | 'v1alpha1'
  organizationId: string
}

interface AstronomerInvites {
  invites: Invite[]
  /** Rows that are left out. */
  unreadable: number
}

/** Ids of pending people whose invite is not told. No provider gives out a colon. */
export const unnamed = 'user:'

/**
 * Reads the invites of an organization out of its list of users, all pages of it: a user may have none, or several,
 * so that a page of users is no page of invites.
 */
export async function astronomerInvites(
  request: Requester,
  { apiVersion, organizationId }: AstronomerScope,
  {
    doing,
    search,
    signal,
  }: { doing: string; search?: string | undefined; signal?: AbortSignal | undefined },
): Promise<AstronomerInvites> {
  const alpha = apiVersion === 'v1alpha1'
  const read: AstronomerInvites = { invites: [], unreadable: 0 }
  for (let offset = 0, total = 1; offset < total;) {
    // In order: the next offset depends on how many the server gives at once.
    // oxlint-disable-next-line no-await-in-loop
    const { users, totalCount } = await request({
      doing,
      method: 'GET',
      path: path`/organizations/${organizationId}/users`,
      query: {
        ...(alpha && { hasInvites: 'true', search: search || undefined }),
        offset,
        limit,
        // By the one thing that does not change, so that nobody moves between pages.
        sorts: 'id:asc',
      },
      answer: usersDTO,
      signal,
    })
    for (const user of users) add(read, user, alpha, organizationId)
    offset += users.length
    total = users.length && totalCount
  }
  return read
}

function add(read: AstronomerInvites, row: unknown, alpha: boolean, organizationId: string): void {
  const { data: user } = z.safeParse(userDTO, row)
  if (!user) {
    read.unreadable += 1
    return
  }
  const pending = user.status === 'PENDING'
  const known = {
    email: user.username || undefined,
    name: user.fullName || undefined,
    role: user.orgRole || user.organizationRole || undefined,
    // A pending user's record comes with the invite; that of others is older.
    createdAt: pending ? isoOf(user.createdAt) : undefined,
  }
  if (!alpha && pending) read.invites.push({ ...known, id: unnamed + user.id, status: 'pending' })
  for (const one of (alpha && user.invites) || []) {
    const { data: invite } = z.safeParse(inviteDTO, one)
    if (!invite) read.unreadable += 1
    else if (invite.organizationId === organizationId) read.invites.push(inviteOf(invite, known))
  }
}
