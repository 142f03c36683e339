import * as z from 'zod/mini'
import { InviteError } from '../error.js'
import type { CreateInviteInput, SentInvite } from '../schema.js'
import type { InviteRole, InviteTransport } from '../transport.js'
import { astronomerInvitee } from './astronomerInvitee.js'
import { astronomerInvites, unnamed } from './astronomerInvites.js'
import { astronomerResend } from './astronomerResend.js'
import { astronomerJudge, inviteDTO, inviteOf } from './astronomerWire.js'
import { pageOf } from './page.js'
import { refuseBlank } from './refuseBlank.js'
import { createRequester, path, type HttpOptions, type Resolvable } from './request.js'

/** Which organization, by which API, and as whom. */
export interface AstronomerOptions extends HttpOptions {
  /** `v1` is published and can do less; `v1alpha1` is internal to Astronomer's own interface. */
  apiVersion: 'v1' | 'v1alpha1'
  organizationId: string
  /**
   * Sent as `Bearer`: an owner's, or an Organization API token, which belongs on a server. Accept and decline take
   * the invitee's own. Without one, a proxy adds it.
   */
  token?: Resolvable<string> | undefined
  /** Origin of the API, or a proxy of it; the version is added. @default 'https://api.astronomer.io' */
  baseUrl?: string | undefined
}

/** The enum of v1; each has the rights of those before it. */
const roles: readonly InviteRole[] = [
  {
    value: 'ORGANIZATION_MEMBER',
    label: 'Member',
    description: 'Sees the Organization, and the Workspaces it is added to.',
  },
  {
    value: 'ORGANIZATION_OBSERVE_MEMBER',
    label: 'Observe Member',
    description: 'Sees Astro Observe as well.',
  },
  {
    value: 'ORGANIZATION_OBSERVE_ADMIN',
    label: 'Observe Admin',
    description: 'Manages Astro Observe as well.',
  },
  {
    value: 'ORGANIZATION_BILLING_ADMIN',
    label: 'Billing Admin',
    description: 'Manages billing as well.',
  },
  {
    value: 'ORGANIZATION_OWNER',
    label: 'Owner',
    description: 'Manages people, Workspaces and all settings as well.',
  },
]

type Basic = InviteTransport<'create' | 'list' | 'revoke'>
type Whole = InviteTransport<
  'create' | 'list' | 'resend' | 'revoke' | 'lookup' | 'accept' | 'decline'
>

const nothing = /*#__PURE__*/ z.void()

/**
 * Organization invites of Astronomer (Astro), after the v1 document and, for v1alpha1, the Go client of astro-cli
 * before May 2026.
 *
 * - `list` reads all users who have invites (v1: all users), 100 to a request: what an invite lacks is in the user.
 *   `createdAt` is that of a user who is new; one who had an account before has none. Every row is `pending`, also
 *   past its `expiresAt`: what Astronomer does with such an invite is not documented.
 * - Rows of v1 are pending people. Their invites are not told, so that `id` is `user:<id>`, there is no expiry, and
 *   `revoke` of such a row is `unsupported`; `ledger()` keeps the ids that `create` tells.
 * - `resend` deletes and creates again. Where only the first half is sure, the error keeps its code, has the outcome
 *   `unknown`, and names the person in its message and in `fields.email`. Once begun it is not aborted.
 * - `accept` and `decline` need the invitee's token, and a user: at a first sign-in
 *   `GET /users/self?createIfNotExist=true` makes one. A refusal is `wrong_account` where invite and user are seen to
 *   have different addresses.
 * - Mails of invites by API token once had a dead link (terraform-provider-astro#208).
 */
export function astronomer(options: AstronomerOptions & { apiVersion: 'v1alpha1' }): Whole
export function astronomer(options: AstronomerOptions): Basic
export function astronomer(options: AstronomerOptions): Basic {
  const { apiVersion, organizationId, token, fetch, timeout, onUnauthenticated } = options
  const root = (options.baseUrl ?? 'https://api.astronomer.io').replace(/\/$/, '')
  const baseUrl = `${root}/${apiVersion}`
  const request = createRequester({
    provider: 'Astronomer',
    baseUrl,
    fetch,
    timeout,
    onUnauthenticated,
    judge: astronomerJudge,
    async headers(): Promise<Record<string, string>> {
      const secret = typeof token === 'function' ? await token() : token
      return secret ? { authorization: `Bearer ${secret}` } : {}
    },
  })

  const create = async (
    doing: string,
    { email, role }: CreateInviteInput,
    signal?: AbortSignal,
  ): Promise<SentInvite> => {
    refuseBlank('Astronomer', { email, role })
    const invite = await request({
      doing,
      method: 'POST',
      path: path`/organizations/${organizationId}/invites`,
      body: { inviteeEmail: email, role },
      answer: inviteDTO,
      write: true,
      signal,
    })
    return { email, delivery: 'mailed', invite: inviteOf(invite, { email, role }) }
  }

  const remove = async (doing: string, id: string, signal?: AbortSignal): Promise<void> => {
    if (id.startsWith(unnamed))
      throw new InviteError('unsupported', {
        message: `Astronomer ${apiVersion} does not tell the invites of pending people. Use ledger() to know those that are created here.`,
        outcome: 'not_sent',
      })
    await request({
      doing,
      method: 'DELETE',
      path: path`/organizations/${organizationId}/invites/${id}`,
      answer: nothing,
      write: true,
      signal,
    })
  }

  const basic: Basic = {
    key: `astronomer:${baseUrl}/${organizationId}`,
    roles,

    create: (input, { signal } = {}) => create('create', input, signal),

    async list(input, { signal } = {}) {
      const search = input.search?.trim()
      const call = { doing: 'list', search, signal }
      const { invites, unreadable } = await astronomerInvites(request, options, call)
      return { ...pageOf(invites, input), ...(unreadable > 0 && { unreadable }) }
    },

    revoke: ({ id }, { signal } = {}) => remove('revoke', id, signal),
  }
  if (apiVersion === 'v1') return basic
  const whole: Whole = {
    ...basic,
    resend: astronomerResend({
      read: (signal) => astronomerInvites(request, options, { doing: 'resend', signal }),
      remove: (id) => remove('resend', id),
      create: (input) => create('resend', input),
    }),
    ...astronomerInvitee(request),
  }
  return whole
}
