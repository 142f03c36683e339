import { afterEach, beforeEach, vi } from 'vitest'
import * as z from 'zod/mini'
import { InviteError } from '../src/error.js'
import { invitePageSchema, sentInviteSchema } from '../src/schema.js'
import type { InviteTransport } from '../src/transport.js'
import { createRequester, path, type Fetch } from '../src/transports/request.js'

/** What happens to one call: nothing of it arrives, or it is done and the answer does not come as it should. */
export type Fate =
  | 'good'
  | 'never sent'
  | 'dropped'
  | 'done, then lost'
  | 'done, then malformed'
  | 'silent'
  | { status: number; headers?: Record<string, string> }

const ada = { id: 'i1', email: 'ada@acme.test', status: 'pending' as const }
const json = { 'content-type': 'application/json' }

/** A service of one invite, whose calls of one method meet these fates, one after another, and are good then. */
export function service(method: 'GET' | 'POST' | 'DELETE', fates: readonly Fate[]) {
  const invites = [ada]
  const calls: string[] = []
  const keys: (string | null)[] = []
  const left = [...fates]
  let listWorks = true

  const done = async (request: Request): Promise<Response> => {
    if (request.method === 'POST') {
      const { email } = (await request.json()) as { email: string }
      const invite = { id: `i${invites.length + 1}`, email, status: 'pending' as const }
      invites.push(invite)
      return Response.json({ email, delivery: 'mailed', invite })
    }
    if (request.method === 'GET') return Response.json({ invites })
    const at = invites.findIndex(({ id }) => request.url.endsWith(id))
    if (at < 0) return Response.json({}, { status: 404 })
    invites.splice(at, 1)
    return new Response(null, { status: 204 })
  }

  const fetch: Fetch = async (...args) => {
    const request = new Request(...args)
    calls.push(request.method)
    if (request.method !== 'GET') keys.push(request.headers.get('idempotency-key'))
    if (request.method !== method && request.method === 'GET' && !listWorks)
      return new Response('{}', { status: 500 })
    const fate = request.method === method ? (left.shift() ?? 'good') : 'good'
    if (typeof fate === 'object')
      return new Response('{}', { status: fate.status, headers: { ...json, ...fate.headers } })
    if (fate === 'never sent')
      throw new TypeError('fetch failed', { cause: { code: 'ECONNREFUSED' } })
    if (fate === 'dropped') throw new TypeError('fetch failed')
    if (fate === 'silent') return new Promise(() => undefined)
    const response = await done(request)
    if (fate === 'done, then lost') throw new TypeError('fetch failed')
    return fate === 'good' ? response : new Response('<html>', { status: 200 })
  }

  let renewals = 0
  const session = { renews: true }
  const request = createRequester({
    provider: 'Acme',
    baseUrl: 'https://api.acme.test',
    fetch,
    onUnauthenticated: async () => {
      renewals += 1
      if (!session.renews) throw new InviteError('unauthenticated')
    },
  })
  const transport: InviteTransport<'create' | 'list' | 'revoke'> = {
    key: 'acme',
    create: (body, { key = '', signal } = {}) =>
      request({
        doing: 'create',
        method: 'POST',
        path: path`/invites`,
        headers: { 'idempotency-key': key },
        body,
        answer: sentInviteSchema,
        write: true,
        signal,
      }),
    list: (_, { signal } = {}) =>
      request({
        doing: 'list',
        method: 'GET',
        path: path`/invites`,
        answer: invitePageSchema,
        signal,
      }),
    revoke: ({ id }, { key = '', signal } = {}) =>
      request({
        doing: 'revoke',
        method: 'DELETE',
        path: path`/invites/${id}`,
        headers: { 'idempotency-key': key },
        answer: z.undefined(),
        write: true,
        signal,
      }),
  }
  return {
    transport,
    invites,
    calls,
    keys,
    session,
    renewals: () => renewals,
    /** How often the method was called. */
    count: () => calls.filter((one) => one === method).length,
    /** From now on the list cannot be read, so that nothing can be looked up. */
    hideList: () => {
      listWorks = false
    },
  }
}

let hours = 0
/** Each test in an hour of its own: what is spent of the budget is not forgotten within a minute. */
export function hourly(): void {
  beforeEach(() => {
    const now = ++hours * 3_600_000
    vi.useFakeTimers({ now, toFake: ['setTimeout', 'clearTimeout', 'Date'] })
  })
  afterEach(() => {
    vi.useRealTimers()
    vi.unstubAllGlobals()
  })
}

export const codeOf = (error: unknown) =>
  [InviteError.from(error).code, InviteError.from(error).outcome].filter(Boolean).join(' ')

/** Lets everything that waits go on, no longer than a minute and a half. */
export async function inTime<T>(work: Promise<T>): Promise<T> {
  await vi.advanceTimersByTimeAsync(90_000)
  return work
}

export const busy = (after?: number, status = 429): Fate => ({
  status,
  ...(after !== undefined && { headers: { 'retry-after': String(after) } }),
})
export const no = (status: number): Fate => ({ status })

const lostBefore: [string, Fate, string][] = [
  ['500', no(500), 'unavailable'],
  ['502', no(502), 'unavailable'],
  ['503 without a time', no(503), 'unavailable'],
  ['504', no(504), 'timeout'],
  ['no answer in time', 'silent', 'timeout'],
  ['a connection that breaks', 'dropped', 'network'],
]
export const lostAfter: [string, Fate, string][] = [
  ['an answer that is lost', 'done, then lost', 'network'],
  ['an answer that cannot be read', 'done, then malformed', 'invalid_response'],
]
export const lost = [...lostBefore, ...lostAfter]
