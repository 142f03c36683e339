import * as z from 'zod/mini'
import { InviteError } from '../error.js'
import type { Invite } from '../schema.js'
import type { InviteOperations } from '../transport.js'
import type { AuthressOptions } from './authressOptions.js'
import { authressJudge, inviteDTO, isoOf } from './authressWire.js'
import { bearer } from './bearer.js'
import { refuseBlank } from './refuseBlank.js'
import { createRequester, path } from './request.js'

const anything = /*#__PURE__*/ z.unknown()

/** Of an invite without `expiryTime`, by the API document. */
const lifetime = 7 * 86_400_000

/** What can be done at Authress. `root` is the base URL without a slash at its end. */
export function authressOperations(
  root: string,
  options: AuthressOptions,
): Pick<InviteOperations, 'create' | 'revoke' | 'lookup' | 'accept'> {
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
  const request = createRequester({
    provider: 'Authress',
    baseUrl: root,
    fetch,
    timeout,
    onUnauthenticated,
    judge: authressJudge,
    headers: () => bearer(token),
  })

  return {
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
