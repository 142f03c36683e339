import * as z from 'zod/mini'
import type { Invite } from '../schema.js'
import type { InviteOperations } from '../transport.js'
import { invitation, type Invitation } from './betterAuthWire.js'
import type { Requester } from './request.js'

const text = /*#__PURE__*/ z.string()
const shown = /*#__PURE__*/ z.extend(invitation, { organizationName: text, inviterEmail: text })
const answered = <Status extends string>(status: Status) =>
  z.object({ invitation: z.object({ status: z.literal(status) }) })
const accepted = /*#__PURE__*/ answered('accepted')
const rejected = /*#__PURE__*/ answered('rejected')
const session = /*#__PURE__*/ z.nullable(
  /*#__PURE__*/ z.object({
    user: /*#__PURE__*/ z.object({
      email: text,
      name: text,
      emailVerified: /*#__PURE__*/ z.boolean(),
    }),
  }),
)

/** The invitee's side of better-auth, for whoever is signed in. */
export function betterAuthInvitee(
  request: Requester,
  inviteFrom: (row: Invitation) => Invite,
): Pick<InviteOperations, 'lookup' | 'accept' | 'decline' | 'viewer'> {
  const answer = (
    doing: 'accept' | 'decline',
    invitationId: string,
    signal: AbortSignal | undefined,
  ) =>
    request<unknown>({
      doing,
      method: 'POST',
      path: `/organization/${doing === 'accept' ? doing : 'reject'}-invitation`,
      body: { invitationId },
      answer: doing === 'accept' ? accepted : rejected,
      write: true,
      secrets: [invitationId],
      signal,
    })

  return {
    async lookup({ token }, { signal } = {}) {
      const row = await request({
        doing: 'lookup',
        method: 'GET',
        path: '/organization/get-invitation',
        query: { id: token },
        answer: shown,
        secrets: [token],
        signal,
      })
      const { status, email, role, expiresAt } = inviteFrom(row)
      return {
        status,
        email,
        role,
        expiresAt,
        organization: row.organizationName,
        invitedBy: row.inviterEmail,
        asks: [],
      }
    },

    async accept({ token }, { signal } = {}) {
      await answer('accept', token, signal)
      return { status: 'accepted' }
    },

    async decline({ token }, { signal } = {}) {
      await answer('decline', token, signal)
    },

    async viewer(_input, { signal } = {}) {
      const current = await request({
        doing: 'viewer',
        method: 'GET',
        path: '/get-session',
        answer: session,
        signal,
      })
      if (!current) return null
      const { email, name, emailVerified } = current.user
      return { email, name: name || undefined, emailVerified }
    },
  }
}
