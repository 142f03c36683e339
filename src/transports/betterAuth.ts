import * as z from 'zod/mini'
import { InviteError } from '../error.js'
import type { SentInvite } from '../schema.js'
import type { InviteRole, InviteTransport } from '../transport.js'
import { betterAuthInvitee } from './betterAuthInvitee.js'
import {
  betterAuthJudge,
  invitation,
  inviteOf,
  openInvites,
  type Invitation,
} from './betterAuthWire.js'
import { notSent } from './notSent.js'
import { pageOf } from './page.js'
import { refuseBlank } from './refuseBlank.js'
import { createRequester, type HttpOptions, type Resolvable } from './request.js'

/** Which auth server and organization, and as whom. */
export interface BetterAuthOptions extends HttpOptions {
  /** Origin and base path of the auth server: `https://app.example/api/auth`. */
  baseUrl: string
  /**
   * Organization to work in. Without it that of the session counts; the cache does not see it change, so remove
   * the queries of this transport's key whenever another organization is made active.
   */
  organizationId?: string | undefined
  /** Session token, where the server has the `bearer()` plugin. Without one the session cookie counts. */
  token?: Resolvable<string> | undefined
  /** The link that the application mails for an invitation id; with it invites have a `url`. */
  linkOf?: ((invitationId: string) => string) | undefined
  /** Roles that may be given. @default member and admin */
  roles?: readonly InviteRole[] | undefined
  /** Whether the server has teams: `groups` are then team ids. @default false */
  teams?: boolean | undefined
  /** What `expired` is judged by. @default the clock of this machine */
  now?: (() => Date) | undefined
}

const defaultRoles: readonly InviteRole[] = [
  { value: 'member', label: 'Member', description: 'Uses what the organization has.' },
  { value: 'admin', label: 'Admin', description: 'Invites and manages people as well.' },
]

const rows = /*#__PURE__*/ z.array(/*#__PURE__*/ z.unknown())
const canceled = /*#__PURE__*/ z.object({ status: /*#__PURE__*/ z.literal('canceled') })

/**
 * Invitations of better-auth's `organization()` plugin, after running servers of 1.7.7 and 1.7.24.
 *
 * - `id` is the secret of the link, and the token of `lookup`, `accept` and `decline`.
 * - Nothing tells whether a mail went out, so that `delivery` is `unknown`; nor who invited.
 * - `list` without a `status` has what is still open (pending, expired), but an expired invite only until its
 *   address is invited again. With a `status` it has every invite of that one. Filters and pages are made here.
 * - `resend` reads the list for address and role. The id changes where the invite had expired.
 * - `revoke` is for pending and expired invites: the server takes an answered one as well, and rewrites its status.
 * - `lookup` is for the signed-in recipient. Expired, answered, withdrawn and unknown invites cannot be told apart:
 *   all are `not_found`, also in `accept`, and so is one whose inviter has left the organization.
 */
export function betterAuth(
  options: BetterAuthOptions,
): InviteTransport<
  'create' | 'list' | 'resend' | 'revoke' | 'lookup' | 'accept' | 'decline' | 'viewer'
> {
  const {
    organizationId,
    token,
    linkOf,
    now = () => new Date(),
    fetch,
    timeout,
    onUnauthenticated,
  } = options
  const root = options.baseUrl.replace(/\/$/, '')
  const request = createRequester({
    provider: 'better-auth',
    baseUrl: root,
    fetch,
    timeout,
    onUnauthenticated,
    // A cookie beside a token would count, and want a trusted Origin.
    credentials: token === undefined ? 'include' : 'omit',
    headers: async () => {
      const secret = typeof token === 'function' ? await token() : token
      return { ...(secret && { authorization: `Bearer ${secret}` }) }
    },
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
    key: `better-auth:${root}/${organizationId ?? 'active'}`,
    roles: options.roles ?? defaultRoles,
    fields: options.teams ? { groups: 'optional' } : {},

    async create({ email, role, groups }, { signal } = {}) {
      // 1.7.7 takes an empty role, and makes a member without rights of it.
      refuseBlank('better-auth', { email, role })
      return invite('create', { email, role, teamId: groups?.length ? groups : undefined }, signal)
    },

    async list(input, { signal } = {}) {
      const { invitations, unreadable } = await read('list', signal)
      const all = invitations.map(inviteFrom)
      const page = pageOf(input.status ? all : openInvites(all), input)
      return { ...page, ...(unreadable > 0 && { unreadable }) }
    },

    async resend({ id }, { signal } = {}) {
      const { invitations } = await read('resend', signal).catch(notSent)
      const old = invitations.find((row) => row.id === id)
      const open = openInvites(invitations.map(inviteFrom)).some((one) => one.id === id)
      if (!old || !open) throw new InviteError('not_found', { outcome: 'not_sent' })
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
