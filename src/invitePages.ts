import type { Invite, InvitePage, ListInvitesInput, SentInvite } from './schema.js'

/**
 * New rows go on top of a first page that shows everything, newest first; any other page cannot be told here. A page
 * that others follow may grow to twice its size: a row that were put out of it would be on none until the next read.
 */
export function withSent(
  page: InvitePage,
  input: ListInvitesInput,
  sent: SentInvite[],
): InvitePage | undefined {
  const rows = sent.flatMap(({ invite }) => (invite ? [invite] : []))
  const { pageSize = 25, ...rest } = input
  const everything = Object.values(rest).every((value) => value === undefined)
  if (!everything || rows.length < sent.length || page.invites.length + rows.length > 2 * pageSize)
    return undefined
  const ids = new Set(rows.map(({ id }) => id))
  const others = page.invites.filter(({ id }) => !ids.has(id))
  const invites = [...rows.toReversed(), ...others]
  return {
    ...page,
    invites,
    ...(page.total !== undefined && { total: page.total + invites.length - page.invites.length }),
  }
}

/** The row as the answer gives it; undefined where the answer has none, so that only a read can tell. */
export function replaced(
  page: InvitePage,
  id: string,
  invite: Invite | undefined,
): InvitePage | undefined {
  if (!page.invites.some((row) => row.id === id)) return page
  return invite && { ...page, invites: page.invites.map((row) => (row.id === id ? invite : row)) }
}

export function without(page: InvitePage, id: string): InvitePage {
  const invites = page.invites.filter((row) => row.id !== id)
  if (invites.length === page.invites.length) return page
  return {
    ...page,
    invites,
    ...(page.total !== undefined && { total: page.total - 1 }),
  }
}
