import * as z from 'zod/mini'
import { InviteError } from '../error.js'
import { sameAddress } from '../input/sameAddress.js'
import type { InviteRef } from '../schema.js'
import type { InviteOperations } from '../transport.js'
import { inviteDTO, shownOf } from './astronomerWire.js'
import { path, type Requester } from './request.js'

const self = /*#__PURE__*/ z.object({ username: /*#__PURE__*/ z.string() })

/** The invitee's side of v1alpha1. A token is the id of an invite, or the ticket that may stand for it in links. */
export function astronomerInvitee(
  request: Requester,
): Pick<InviteOperations, 'lookup' | 'accept' | 'decline'> {
  const read = (doing: string, token: string, signal?: AbortSignal) =>
    request({
      doing,
      method: 'GET',
      path: path`/auth/invites/${token}`,
      answer: inviteDTO,
      secrets: [token],
      signal,
    })

  const respond = async (
    inviteStatus: 'accept' | 'reject',
    { token }: InviteRef,
    signal?: AbortSignal,
  ): Promise<void> => {
    const doing = inviteStatus === 'accept' ? 'accept' : 'decline'
    const post = (id: string) =>
      request({
        doing,
        method: 'POST',
        path: path`/users/self/invites/${id}`,
        body: { inviteStatus },
        answer: inviteDTO,
        write: true,
        secrets: [token],
        signal,
      }).then(() => undefined, refusalOf)

    let refusal = await post(token)
    if (!refusal) return
    // Gone, a ticket in place of the id, or somebody else's: the invite itself tells.
    const invite = await read(doing, token, signal).catch(() => undefined)
    if (invite && invite.inviteId !== token) refusal = await post(invite.inviteId)
    if (!refusal) return
    const email = invite?.invitee?.username
    const viewer =
      email &&
      (await request({ doing, method: 'GET', path: '/users/self', answer: self, signal }).catch(
        () => undefined,
      ))
    signal?.throwIfAborted()
    if (!viewer || sameAddress(viewer.username, email)) throw refusal
    throw new InviteError('wrong_account', {
      ...refusal.toJSON(),
      message: `Astronomer, ${doing}: the signed-in user has another address than the invite.`,
    })
  }

  return {
    async lookup({ token }, { signal } = {}) {
      const invite = await read('lookup', token, signal)
      return {
        ...shownOf(invite),
        organization: invite.organizationName || invite.orgName || undefined,
        asks: [],
      }
    },

    async accept(ref, { signal } = {}) {
      await respond('accept', ref, signal)
      return { status: 'accepted' }
    },

    decline: (ref, { signal } = {}) => respond('reject', ref, signal),
  }
}

/** A refusal of this person or of this id, whose reason can be looked for; anything else is thrown on. */
function refusalOf(error: unknown): InviteError {
  if (InviteError.is(error) && (error.status === 403 || error.status === 404)) return error
  throw error
}
