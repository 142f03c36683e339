import * as z from 'zod/mini'
import { InviteError } from '../error.js'
import type { AcceptInviteInput } from '../schema.js'
import type { InviteOperations } from '../transport.js'
import { notSent } from './notSent.js'
import { refuseBlank } from './refuseBlank.js'
import { path, type Requester } from './request.js'

const text = /*#__PURE__*/ z.string()
const optionalText = /*#__PURE__*/ z.optional(text)
const completed = /*#__PURE__*/ z.object({ message: text })
const shown = /*#__PURE__*/ z.object({
  email: text,
  username: text,
  name: optionalText,
  invitedBy: optionalText,
  orgName: optionalText,
})

/** The invitee's side of Grafana: two routes that are public, so that `request` carries no credential. */
export function grafanaInvitee(
  request: Requester,
  root: string,
): Pick<InviteOperations, 'lookup' | 'accept'> {
  const look = async (
    doing: string,
    { token, password }: Pick<AcceptInviteInput, 'token' | 'password'>,
    signal?: AbortSignal,
  ) => {
    const invite = await request({
      doing,
      method: 'GET',
      path: path`/user/invite/${token}`,
      answer: shown,
      secrets: [token, password],
      signal,
    })
    // An invite may be made for a login, which then stands in place of the address.
    return { ...invite, email: invite.email.includes('@') ? invite.email : undefined }
  }

  /** The addresses of the invites that were looked up here, so that accepting one takes no second read. */
  const addresses = new Map<string, string | undefined>()

  return {
    async lookup(ref, { signal } = {}) {
      const { email, orgName, invitedBy, name, username } = await look('lookup', ref, signal)
      addresses.set(ref.token, email)
      return {
        status: 'pending',
        email,
        organization: orgName || undefined,
        invitedBy: invitedBy || undefined,
        asks: [
          { name: 'name', required: false, value: name || undefined },
          { name: 'username', required: true, value: username || undefined },
          { name: 'password', required: true, secret: 'new' },
        ],
      }
    },

    async accept({ token, email, name, username = '', password = '' }, { signal } = {}) {
      // Grafana takes blank ones: accounts without a login or a password come of it.
      refuseBlank('Grafana', { username, password })
      if (!addresses.has(token)) {
        const invite = await look('accept', { token, password }, signal).catch((error: unknown) => {
          // No longer open. Completing it cannot succeed, but is the one call that tells why.
          if (InviteError.is(error) && error.code === 'not_found' && email) return undefined
          return notSent(error)
        })
        if (invite) addresses.set(token, invite.email)
      }
      const address = addresses.get(token) ?? email
      refuseBlank('Grafana', { email: address })
      await request({
        doing: 'accept',
        method: 'POST',
        path: '/user/invite/complete',
        body: { inviteCode: token, email: address, name, username: username.trim(), password },
        answer: completed,
        write: true,
        secrets: [token, password],
        signal,
      })
      return { status: 'accepted', url: `${root}/` }
    },
  }
}
