import * as z from 'zod/mini'
import { InviteError } from '../error.js'
import type { SentInvite } from '../schema.js'
import type { InviteOperations } from '../transport.js'
import { bearer } from './bearer.js'
import { enhanceInvitee } from './enhanceInvitee.js'
import { enhanceList } from './enhanceList.js'
import type { EnhanceOptions } from './enhanceOptions.js'
import { enhanceJudge, inviteOf, memberDTO } from './enhanceWire.js'
import { notSent } from './notSent.js'
import { refuseBlank } from './refuseBlank.js'
import { createRequester, path, type RequesterConfig } from './request.js'

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

/** What can be done at Enhance. `root` is the base URL without a slash at its end. */
export function enhanceOperations(
  root: string,
  { orgId, token, locale, fetch, timeout, onUnauthenticated }: EnhanceOptions,
): Omit<InviteOperations, 'createMany' | 'decline'> {
  const shared: RequesterConfig = {
    provider: 'Enhance',
    baseUrl: `${root}/api`,
    fetch,
    timeout,
    secrets: [token],
    judge: enhanceJudge,
    credentials: token === undefined ? 'include' : undefined,
  }
  const visitor = createRequester(shared)
  const request = createRequester({
    ...shared,
    onUnauthenticated,
    headers: () => bearer(token),
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

    ...enhanceInvitee(visitor, root, locale),
  }
}
