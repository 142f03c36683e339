import { type InviteError, statusOf } from '../error.js'

/** What is answered, as plain JSON, so that it can be kept and given again. */
export interface Answer {
  status: number
  /** Absent for 204. */
  body?: unknown
  retryAfter?: number | undefined
}

/** Nothing but these goes to the browser, and nothing of it depends on a header that caches do not see. */
const headers = {
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  vary: 'Cookie, Authorization, Origin',
  'x-content-type-options': 'nosniff',
}

export function toResponse({ status, body, retryAfter }: Answer): Response {
  return new Response(body === undefined ? null : JSON.stringify(body), {
    status,
    headers: {
      ...headers,
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...(status === 405 && { allow: 'POST' }),
      ...(retryAfter !== undefined && { 'retry-after': String(Math.ceil(retryAfter / 1000)) }),
    },
  })
}

/** `error` comes from `safeError`; the id is that of this request, for the log of the server. */
export function failureOf(error: InviteError, requestId: string, write: boolean): Answer {
  const { code, message, fields, retryAfter, status = statusOf(code) } = error
  const outcome = write ? error.outcome : undefined
  return { status, body: { code, message, fields, retryAfter, requestId, outcome }, retryAfter }
}
