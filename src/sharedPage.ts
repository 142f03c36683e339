import { replaceEqualDeep } from '@tanstack/react-query'
import { wholes } from './fromWhole.js'
import type { InvitePage } from './schema.js'

/**
 * The newer page, in which a row that is as it was is the same object as before, wherever on the page it stands:
 * rows that are memoised on their record do not render anew because one above them has gone.
 */
export function sharedPage(before: InvitePage | undefined, after: InvitePage): InvitePage {
  const known = new Map(before?.invites.map((invite) => [invite.id, invite]))
  const invites = after.invites.map((invite) => replaceEqualDeep(known.get(invite.id), invite))
  const moved = invites.some((invite, at) => invite !== before?.invites[at])
  const page = replaceEqualDeep(moved ? undefined : before, { ...after, invites })
  wholes.set(page, wholes.get(after))
  return page
}
