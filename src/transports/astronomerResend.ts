import { InviteError } from '../error.js'
import type { CreateInviteInput, Invite, SentInvite } from '../schema.js'
import type { InviteOperations } from '../transport.js'
import { missing, notSent } from './notSent.js'
import { refuseBlank } from './refuseBlank.js'

interface Steps {
  read: (signal?: AbortSignal) => Promise<{ invites: Invite[]; unreadable: number }>
  remove: (id: string) => Promise<void>
  create: (input: CreateInviteInput) => Promise<SentInvite>
}

/**
 * Replaces an invite. The old one goes first, as in Astronomer's own Terraform provider: what a second invite of an
 * address does is not documented, and to delete an invite takes the record of its user along.
 */
export function astronomerResend({ read, remove, create }: Steps): InviteOperations['resend'] {
  return async ({ id }, { signal } = {}) => {
    const { invites, unreadable } = await read(signal).catch(notSent)
    const found = invites.find((invite) => invite.id === id)
    if (!found) throw missing(unreadable)
    const { email = '', role } = found
    refuseBlank('Astronomer', { email, role })
    // From here on it is not aborted: the person would be left without any invite.
    let withdrawn = false
    try {
      await remove(id)
      withdrawn = true
      return await create({ email, role })
    } catch (thrown) {
      const error = InviteError.from(thrown)
      const lost = error.outcome === 'unknown'
      if (!withdrawn && !lost) throw error
      const old = withdrawn ? 'is' : 'may be'
      const created = withdrawn && lost ? 'may not have been' : 'was not'
      const what = `${email}: the old invite ${old} withdrawn, a new one ${created} sent. Look at the list and invite this person again.`
      throw new InviteError(error.code, {
        ...error.toJSON(),
        message: `${error.message} ${what}`,
        fields: { ...error.fields, email: what },
        outcome: 'unknown',
      })
    }
  }
}
