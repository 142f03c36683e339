import * as z from 'zod/mini'
import { fromWhole } from '../fromWhole.js'
import type { SentInvite } from '../schema.js'
import type { InviteOperations } from '../transport.js'
import { bearer } from './bearer.js'
import { betterAuthInvitee } from './betterAuthInvitee.js'
import type { BetterAuthOptions } from './betterAuthOptions.js'
import {
  betterAuthJudge,
  invitation,
  inviteOf,
  openInvites,
  type Invitation,
} from './betterAuthWire.js'
import { missing, notSent } from './notSent.js'
import { pageOf } from './page.js'
import { refuseBlank } from './refuseBlank.js'
import { createRequester } from './request.js'

const rows = /*#__PURE__*/ z.array(/*#__PURE__*/ z.unknown())
const canceled = /*#__PURE__*/ z.object({ status: /*#__PURE__*/ z.literal('canceled') })

/** What can be done at better-auth. `root` is the base URL without a slash at its end. */
export function betterAuthOperations(
  root: string,
  {
    organizationId,
    token,
    linkOf,
    now = () => new Date(),
    fetch,
    timeout,
    onUnauthenticated,
  }: BetterAuthOptions,
): Omit<InviteOperations, 'createMany' | 'update'> {
  const request = createRequester({
    provider: 'better-auth',
    baseUrl: root,
    fetch,
    timeout,
    onUnauthenticated,
    // A cookie beside a token would count, and want a trusted Origin.
    credentials: token === undefined ? 'include' : 'omit',
    headers: () => bearer(token),
    judge: betterAuthJudge,
  })
  const inviteFrom = (row: Invitation) => inviteOf(row, now(), linkOf)

  const read = async (doing: string, signal?: AbortSignal) => {
    const all = await request({
      doing,
      method: 'GET',
      path: '/organization/list-invitations',
      query: { organizationId },
      answer: rows,
      signal,
    })
    const invitations = all.flatMap((row) => z.safeParse(invitation, row).data ?? [])
    return { invitations, unreadable: all.length - invitations.length }
  }

  const invite = async (doing: string, body: object, signal?: AbortSignal): Promise<SentInvite> => {
    const row = await request({
      doing,
      method: 'POST',
      path: '/organization/invite-member',
      body: { ...body, organizationId },
      answer: invitation,
      write: true,
      signal,
    })
    const sent = inviteFrom(row)
    return { email: sent.email, delivery: 'unknown', invite: sent, url: sent.url }
  }

  return {
    async create({ email, role, groups }, { signal } = {}) {
      // 1.7.7 takes an empty role, and makes a member without rights of it.
      refuseBlank('better-auth', { email, role })
      return invite('create', { email, role, teamId: groups?.length ? groups : undefined }, signal)
    },

    async list(input, { signal } = {}) {
      const { invitations, unreadable } = await read('list', signal)
      const all = invitations.map(inviteFrom)
      return fromWhole(input, (asked) => ({
        ...pageOf(asked.status ? all : openInvites(all), asked),
        ...(unreadable > 0 && { unreadable }),
      }))
    },

    async resend({ id }, { signal } = {}) {
      const { invitations, unreadable } = await read('resend', signal).catch(notSent)
      const old = invitations.find((row) => row.id === id)
      const open = openInvites(invitations.map(inviteFrom)).some((one) => one.id === id)
      if (!old || !open) throw missing(old ? 0 : unreadable)
      const { email, role, teamId } = old
      // Role and teams count where a new invite comes of it, as it does for an expired one.
      const body = { email, role, teamId: teamId?.split(','), resend: true }
      const sent = await invite('resend', body, signal)
      // Of several for one address the server takes the first: then the list has to tell what became of them.
      const another =
        sent.invite?.id !== id && invitations.some((row) => row.id === sent.invite?.id)
      return another ? { ...sent, invite: undefined } : sent
    },

    async revoke({ id }, { signal } = {}) {
      await request({
        doing: 'revoke',
        method: 'POST',
        path: '/organization/cancel-invitation',
        body: { invitationId: id },
        answer: canceled,
        write: true,
        secrets: [id],
        signal,
      })
    },

    ...betterAuthInvitee(request, inviteFrom),
  }
}
