import { InviteError, isInviteId, parseRetryAfter } from '../../src/index.ts'
import type { CallOptions, InviteErrorCode, InviteTransport } from '../../src/index.ts'
import { pageOf, type Fetch } from '../../src/transports/index.ts'
import * as z from 'zod/mini'

// What Acme answers, and nothing that this page does not need.
const row = z.object({ id: z.string(), mail: z.string(), role: z.string(), sentAt: z.string() })

const codes: Record<number, InviteErrorCode> = {
  401: 'unauthenticated',
  403: 'forbidden',
  404: 'not_found',
  409: 'already_invited',
  410: 'expired',
  429: 'rate_limited',
}

interface AcmeOptions {
  baseUrl: string
  token: () => string
  fetch?: Fetch
}

export function acme({ baseUrl, token, fetch = globalThis.fetch }: AcmeOptions) {
  async function call<T>(
    method: string,
    path: string,
    shape: z.ZodMiniType<T>,
    { signal, body }: CallOptions & { body?: object } = {},
  ): Promise<T> {
    signal?.throwIfAborted()
    // What the answer to a write leaves open has to be said: nothing is sent twice by itself.
    const fail = (code: InviteErrorCode, refused = false, more = {}) => {
      const outcome = refused ? 'not_sent' : 'unknown'
      return new InviteError(code, { ...more, outcome: method === 'GET' ? undefined : outcome })
    }
    let response, text
    try {
      response = await fetch(`${baseUrl}/${path}`, {
        method,
        headers: { authorization: `Bearer ${token()}`, 'content-type': 'application/json' },
        redirect: 'manual',
        body: body ? JSON.stringify(body) : null,
        signal: signal ?? null,
      })
      text = await response.text()
    } catch {
      signal?.throwIfAborted()
      throw fail('network')
    }
    const { status } = response
    if (status >= 400) {
      const retryAfter = parseRetryAfter(response.headers.get('retry-after'), new Date())
      const code = codes[status] ?? (status < 500 ? 'unknown' : 'unavailable')
      throw fail(code, status < 500, { status, retryAfter })
    }
    try {
      if (!response.ok) throw new Error('A redirect, which is not followed.')
      return z.parse(shape, text ? JSON.parse(text) : undefined)
    } catch {
      throw fail('invalid_response', false, { status })
    }
  }

  const invite = ({ id, mail, role, sentAt }: z.infer<typeof row>) =>
    ({ id, email: mail, role, createdAt: sentAt, status: 'pending' }) as const

  return {
    key: `acme:${baseUrl}`,
    roles: [
      { value: 'member', label: 'Member' },
      { value: 'owner', label: 'Owner' },
    ],
    create: async ({ email, role = 'member' }, options) => {
      const made = await call('POST', 'invites', row, { ...options, body: { mail: email, role } })
      return { email, delivery: 'mailed', invite: invite(made) }
    },
    list: async (input, options) => {
      const rows = await call('GET', 'invites', z.array(row), options)
      return pageOf(rows.map(invite), input)
    },
    revoke: async ({ id }, options) => {
      if (!isInviteId(id)) throw new InviteError('invalid_input', { outcome: 'not_sent' })
      await call('DELETE', `invites/${id}`, z.undefined(), options)
    },
  } satisfies InviteTransport<'create' | 'list' | 'revoke'>
}
