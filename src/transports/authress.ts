import * as z from 'zod/mini'
import { InviteError } from '../error.js'
import type { CreateInviteInput, Invite } from '../schema.js'
import type { InviteTransport } from '../transport.js'
import { authressJudge, inviteDTO, isoOf, type InviteStatement } from './authressWire.js'
import type { InviteMail } from './inviteMail.js'
import { refuseBlank } from './refuseBlank.js'
import { createRequester, path, type HttpOptions, type Resolvable } from './request.js'

/** Which account, as whom, and what a role stands for. */
export interface AuthressOptions extends HttpOptions {
  /** The custom login domain, or `https://<account>.api.authress.io`. */
  baseUrl: string
  /** Sent as `Bearer`: the access token of who is signed in, or on a server that of a service client. */
  token: Resolvable<string>
  /** What a role stands for. Authress refuses what the inviter does not hold himself. */
  toStatements: (role: string, input: CreateInviteInput) => InviteStatement[]
  /** The reverse, for the invitee's preview. @default the first role of the first statement */
  toRole?: ((statements: InviteStatement[]) => string | undefined) | undefined
  /** The app's own page for an invite: Authress makes no link. The id is the secret of it. */
  linkOf: (inviteId: string) => string
  /** Mails the link: Authress mails nobody. What it throws makes a `stored` invite, never a failed one. */
  deliver?:
    | ((invite: InviteMail & { tenantId?: string | undefined }) => Promise<void> | void)
    | undefined
  /**
   * Begins Authress's own login with an invite, as `authenticate({ inviteId })` of its login SDK does, and gives the
   * URL to go on to. The invite is then accepted during the login.
   */
  authenticate?: ((inviteId: string) => Promise<string> | string) | undefined
  /** Preselected at Authress's own login. */
  defaultLoginTenantId?: string | undefined
  /** What acceptance does with an access record that cannot be merged safely. */
  conflictResolutionStrategy?:
    | 'GENERATE_NEW_RECORD'
    | 'UNSAFE_FORCE_MERGE'
    | 'SKIP_CHANGES'
    | 'REPLACE_RECORD_DATA'
    | undefined
  /** Shown to the invitee. */
  organization?: string | undefined
  /** The clock. */
  now?: (() => Date) | undefined
}

const anything = /*#__PURE__*/ z.unknown()

/** Of an invite without `expiryTime`, by the API document. */
const lifetime = 7 * 86_400_000

/**
 * Invites of Authress, after the SDK documents of 2026-04 (authress-sdk.js 3.2.266) and the API document of 2023.
 *
 * - `id` is the secret of the link: an invite has no addressee, whoever has it and a login may claim it.
 * - `expiresAt` of create must be 5 minutes to 30 days ahead, and takes a further permission.
 * - Accepted, withdrawn and expired are one `not_found`; so is an invite for a caller without rights in the account,
 *   which invitees are: `lookup` may refuse one who can accept.
 * - Lists come with `ledger()`.
 */
export function authress(
  options: AuthressOptions,
): InviteTransport<'create' | 'revoke' | 'lookup' | 'accept'> {
  const {
    fetch,
    timeout,
    onUnauthenticated,
    token,
    deliver,
    authenticate,
    now = () => new Date(),
  } = options
  const { toStatements, toRole = ([first]) => first?.roles[0] } = options
  const baseUrl = options.baseUrl.replace(/\/$/, '')
  const request = createRequester({
    provider: 'Authress',
    baseUrl,
    fetch,
    timeout,
    onUnauthenticated,
    judge: authressJudge,
    async headers(): Promise<Record<string, string>> {
      const secret = typeof token === 'function' ? await token() : token
      return secret ? { authorization: `Bearer ${secret}` } : {}
    },
  })

  return {
    key: `authress:${baseUrl}`,
    fields: {
      ...(deliver && { name: 'optional', message: 'optional', sendMail: 'optional' }),
      expiresAt: 'optional',
    },

    async create(input, { signal } = {}) {
      const { email, name, role = '', message, sendMail } = input
      refuseBlank('Authress', { email, role })
      refuseSpan(input.expiresAt, now())
      const invite = await request({
        doing: 'create',
        method: 'POST',
        path: '/v1/invites',
        body: {
          statements: toStatements(role, input),
          defaultLoginTenantId: options.defaultLoginTenantId,
          conflictResolutionStrategy: options.conflictResolutionStrategy,
          expiryTime: input.expiresAt,
        },
        answer: inviteDTO,
        write: true,
        signal,
      })
      const { inviteId: id } = invite
      const created = now()
      const told = isoOf(invite.expiryTime)
      const expiresAt =
        told ?? input.expiresAt ?? new Date(created.getTime() + lifetime).toISOString()
      const url = options.linkOf(id)
      const tenantId = invite.defaultLoginTenantId ?? invite.tenantId ?? undefined
      let mailed = false
      if (deliver && sendMail !== false)
        try {
          await deliver({ id, email, url, role, expiresAt, name, message, tenantId })
          mailed = true
        } catch {
          // The invite exists, and its link can be handed over.
        }
      const kept: Invite = {
        id,
        email,
        name,
        role,
        status: 'pending',
        createdAt: created.toISOString(),
        expiresAt,
        expiryEstimated: told ? undefined : true,
        mailed,
        url,
      }
      return { email, delivery: mailed ? 'mailed' : 'stored', invite: kept, url }
    },

    async revoke({ id }, { signal } = {}) {
      await request({
        doing: 'revoke',
        method: 'DELETE',
        path: path`/v1/invites/${id}`,
        answer: anything,
        write: true,
        secrets: [id],
        signal,
      })
    },

    async lookup({ token: id, email }, { signal } = {}) {
      const { statements, expiryTime } = await request({
        doing: 'lookup',
        method: 'GET',
        path: path`/v1/invites/${id}`,
        answer: inviteDTO,
        secrets: [id],
        signal,
      })
      return {
        status: 'pending',
        email,
        organization: options.organization,
        role: toRole(statements ?? []),
        expiresAt: isoOf(expiryTime),
        asks: [],
      }
    },

    async accept({ token: id }, { signal } = {}) {
      signal?.throwIfAborted()
      const target = path`/v1/invites/${id}`
      if (authenticate) {
        try {
          return { status: 'continue', url: await authenticate(id) }
        } catch (error) {
          signal?.throwIfAborted()
          const { code, message } = InviteError.from(error)
          throw new InviteError(code, { message, outcome: 'not_sent' })
        }
      }
      await request({
        doing: 'accept',
        method: 'PATCH',
        path: target,
        body: {},
        // An Account by the document, nothing by the SDK.
        answer: anything,
        write: true,
        secrets: [id],
        signal,
      })
      return { status: 'accepted' }
    },
  }
}

function refuseSpan(expiresAt: string | undefined, now: Date): void {
  if (expiresAt === undefined) return
  const span = Date.parse(expiresAt) - now.getTime()
  if (span >= 300_000 && span <= 30 * 86_400_000) return
  throw new InviteError('invalid_input', {
    message: 'Authress takes an expiry of 5 minutes to 30 days ahead. Nothing was sent.',
    fields: { expiresAt: '5 minutes to 30 days ahead' },
    outcome: 'not_sent',
  })
}
