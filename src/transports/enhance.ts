import * as z from 'zod/mini'
import { InviteError } from '../error.js'
import type { SentInvite } from '../schema.js'
import type { InviteRole, InviteTransport } from '../transport.js'
import { enhanceInvitee } from './enhanceInvitee.js'
import { enhanceList } from './enhanceList.js'
import { enhanceJudge, inviteOf, memberDTO } from './enhanceWire.js'
import { notSent } from './notSent.js'
import { refuseBlank } from './refuseBlank.js'
import {
  createRequester,
  path,
  type HttpOptions,
  type RequesterConfig,
  type Resolvable,
} from './request.js'

/** Which control panel and organization, and as whom. */
export interface EnhanceOptions extends HttpOptions {
  /** Origin of the control panel, which also chooses the login realm; `/api` is added. */
  baseUrl: string
  /** The organization to invite into. */
  orgId: string
  /** Organization access token of an owner or super admin; it belongs on a server. Without one the session counts. */
  token?: Resolvable<string> | undefined
  /** Language of an account that is made by accepting (`en`, `en-GB`…). */
  locale?: string | undefined
}

/** The names that the panel's own pages have. */
const roles: readonly InviteRole[] = [
  { value: 'SuperAdmin', label: 'Super Admin', description: 'Everything, people as well.' },
  { value: 'SiteAccess', label: 'Collaborator', description: 'Only the given websites.' },
  { value: 'Support', label: 'Support', description: 'In platform and reseller organizations.' },
  { value: 'Business', label: 'Business', description: 'In platform and reseller organizations.' },
  { value: 'Sysadmin', label: 'System Administrator', description: 'In platform organizations.' },
]

/** A link, or the key alone: the document does not say. Up to 9.1.1 there was no body. */
const created = /*#__PURE__*/ z.optional(/*#__PURE__*/ z.string())
const nothing = /*#__PURE__*/ z.undefined()

interface NewInvite {
  email: string
  name: string | undefined
  roles: (string | undefined)[]
  siteAccesses: string[] | undefined
  notifications?: string[] | undefined
  sendEmail?: boolean | undefined
}

/**
 * Invites of Enhance (orchd), after its API documents 12.3.0 and 12.25 and what was seen of 12.25 panels.
 *
 * - A pending invite is a member who is not active: `id` is the member's. The key of the link is another one, told
 *   once, in the answer to `create` and `resend`.
 * - `groups` are the ids of the websites that a Collaborator (`SiteAccess`) gets. The role Owner is handed over, not
 *   given by an invite.
 * - Whoever is invited already is mailed again, with a new link; the answer does not tell it from a first time.
 * - `sendMail: false` needs 11.0.0; panels before mail all the same.
 * - `createdAt` is the date of the membership, `expiresAt` that plus ten days. An expired invite stays in the list.
 * - A member with several roles is listed with the first; `update` leaves the new one alone.
 * - `resend`, `update` and `revoke` refuse (`already_accepted`) once the member is active: they would hit the person.
 * - The invitee's side is the panel's session cookie, so it has to run on the panel's own domain. The address is in
 *   the link alone (`/invites/{key}?email=`): give it as `email`. Whether the password is new nobody tells.
 * - A link that is used, withdrawn, expired or unknown is `not_found`.
 */
export function enhance(
  options: EnhanceOptions,
): InviteTransport<
  'create' | 'list' | 'resend' | 'update' | 'revoke' | 'lookup' | 'accept' | 'viewer'
> {
  const { orgId, token, fetch, timeout, onUnauthenticated } = options
  const root = options.baseUrl.replace(/\/$/, '')
  const shared: RequesterConfig = {
    provider: 'Enhance',
    baseUrl: `${root}/api`,
    fetch,
    timeout,
    judge: enhanceJudge,
    credentials: token === undefined ? 'include' : undefined,
  }
  const visitor = createRequester(shared)
  const request =
    token === undefined
      ? createRequester({ ...shared, onUnauthenticated })
      : createRequester({
          ...shared,
          onUnauthenticated,
          headers: async () => ({
            authorization: `Bearer ${typeof token === 'function' ? await token() : token}`,
          }),
        })

  /** The member, as long as that is an invite. */
  const pending = async (doing: string, id: string, signal?: AbortSignal) => {
    const target = path`/orgs/${orgId}/members/${id}`
    const member = await request({
      doing,
      method: 'GET',
      path: target,
      answer: memberDTO,
      signal,
    }).catch(notSent)
    if (member.isActive)
      throw new InviteError('already_accepted', {
        message: `Enhance, ${doing}: the invite is accepted, so nothing was sent.`,
        outcome: 'not_sent',
      })
    // All that is written at once, so that nothing of it is lost.
    const settings = {
      roles: member.roles,
      siteAccesses: member.siteAccesses ?? undefined,
      notifications: member.notifications ?? undefined,
    }
    return { target, member, settings }
  }

  const invite = async (
    doing: string,
    body: NewInvite,
    signal?: AbortSignal,
  ): Promise<SentInvite> => {
    const said = await request({
      doing,
      method: 'POST',
      path: path`/orgs/${orgId}/invites`,
      body,
      answer: created,
      write: true,
      signal,
    })
    const [key] = said?.match(/[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}/i) ?? []
    const link = key && `${root}/invites/${key}?email=${encodeURIComponent(body.email)}`
    const url = said?.startsWith('http') ? said : link
    const stored = url ? 'stored' : 'unknown'
    return { email: body.email, delivery: body.sendEmail === false ? stored : 'mailed', url }
  }

  return {
    key: `enhance:${root}/${orgId}`,
    roles,
    fields: { name: 'required', groups: 'optional', sendMail: 'optional' },

    async create({ email, name, role, groups, sendMail }, { signal } = {}) {
      refuseBlank('Enhance', {
        email,
        name,
        role,
        ...(role === 'SiteAccess' && { groups: groups?.join('') }),
      })
      const body = { email, name, roles: [role], siteAccesses: groups, sendEmail: sendMail }
      return invite('create', body, signal)
    },

    list: enhanceList(request, orgId),

    async resend({ id }, { signal } = {}) {
      const { member, settings } = await pending('resend', id, signal)
      const { email, name } = member
      return invite('resend', { email, name, ...settings }, signal)
    },

    async update({ id, role }, { signal } = {}) {
      const { target, member, settings } = await pending('update', id, signal)
      await request({
        doing: 'update',
        method: 'PUT',
        path: target,
        body: { ...settings, roles: [role] },
        answer: nothing,
        write: true,
        signal,
      })
      return inviteOf({ ...member, roles: [role] })
    },

    async revoke({ id }, { signal } = {}) {
      const { target } = await pending('revoke', id, signal)
      await request({
        doing: 'revoke',
        method: 'DELETE',
        path: target,
        answer: nothing,
        write: true,
        signal,
      })
    },

    ...enhanceInvitee(visitor, root, options.locale),
  }
}
