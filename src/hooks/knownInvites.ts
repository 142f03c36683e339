import { checkEmail } from '../input/email.js'
import type { Invite, InvitePage } from '../schema.js'

/** Who has a pending invite, by the canonical key of the address, and how many there are, if that is known. */
export interface KnownInvites {
  byKey: ReadonlyMap<string, Invite>
  count: number | undefined
}

export function knownInvites(page: InvitePage | undefined): KnownInvites {
  const pending = page?.invites.filter(({ status }) => status === 'pending') ?? []
  return {
    byKey: new Map(
      pending.flatMap((invite) => {
        const { key } = checkEmail(invite.email ?? '')
        return key === undefined ? [] : [[key, invite] as const]
      }),
    ),
    count: page && (page.next === undefined ? pending.length : (page.total ?? pending.length)),
  }
}
