import * as z from 'zod/mini'
import { InviteError, type InviteErrorCode, type WriteOutcome } from '../error.js'
import { isInviteId } from '../input/id.js'
import { readText } from './readText.js'
import { parseRetryAfter } from './retryAfter.js'

export type Fetch = typeof globalThis.fetch

/** A value, or how to get it at the time of each request. */
export type Resolvable<T> = T | (() => T | Promise<T>)

/** What every transport over HTTP takes. */
export interface HttpOptions {
  /** Replaces `globalThis.fetch`, which is otherwise looked up at each request. */
  fetch?: Fetch | undefined
  /** Milliseconds until a request is given up, from dispatch to the last byte. @default 15000 */
  timeout?: number | undefined
}

/** A provider's answer that is not a success. */
export interface Refusal {
  status: number
  /** The parsed JSON body; undefined if it is none. */
  body: unknown
  text: string
}

/** What a provider's own knowledge adds to the reading of a refusal. */
export interface Verdict {
  code?: InviteErrorCode | undefined
  /** The provider's words. */
  text?: string | undefined
  fields?: Record<string, string> | undefined
  requestId?: string | undefined
  outcome?: WriteOutcome | undefined
}

export interface RequesterConfig extends HttpOptions {
  /** Names the provider in error messages. */
  provider: string
  /** Origin and path prefix of the API; a relative one is resolved against the page. */
  baseUrl: string
  headers?: Resolvable<Record<string, string>> | undefined
  credentials?: RequestCredentials | undefined
  /** Reads the provider's error bodies. Status alone decides where it says nothing. */
  judge?: ((refusal: Refusal, doing: string) => Verdict | undefined) | undefined
}

export interface RequestCall<T> {
  /** The operation, for messages: `create`, `revoke`… */
  doing: string
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** Made with {@link path}. */
  path: string
  query?: Record<string, string | number | string[] | undefined> | undefined
  body?: unknown
  /** Shape of the success body; an empty body is parsed as undefined. */
  answer: z.ZodMiniType<T>
  /** Whether the call changes anything: its errors then carry an `outcome`. */
  write?: boolean | undefined
  /** Values that must not come back in an error message. */
  secrets?: (string | undefined)[] | undefined
  signal?: AbortSignal | undefined
}

export type Requester = <T>(call: RequestCall<T>) => Promise<T>

const codeOfStatus: Record<number, InviteErrorCode> = {
  400: 'invalid_input',
  401: 'unauthenticated',
  402: 'limit_reached',
  403: 'forbidden',
  404: 'not_found',
  408: 'timeout',
  409: 'already_invited',
  410: 'expired',
  413: 'invalid_input',
  415: 'config',
  422: 'invalid_input',
  429: 'rate_limited',
  501: 'unsupported',
  504: 'timeout',
}

/**
 * A path from a literal template: each value becomes one segment.
 * @throws InviteError `invalid_input` for a value that could be more than one segment.
 */
export function path(literal: TemplateStringsArray, ...segments: string[]): string {
  return String.raw(
    { raw: literal },
    ...segments.map((segment) => {
      if (isInviteId(segment)) return segment
      throw new InviteError('invalid_input', {
        message: 'The id has characters that no provider gives out, so it was not sent.',
        fields: { id: 'not an id' },
        outcome: 'not_sent',
      })
    }),
  )
}

/**
 * The only place that fetches: one JSON request, answered by a value of the asked shape or by an InviteError
 * (or the caller's own abort reason). Redirects are refused, so that a credential cannot travel on.
 */
export function createRequester(config: RequesterConfig): Requester {
  return async (call) => {
    const { signal, write = false, doing } = call
    signal?.throwIfAborted()
    const fail = (code: InviteErrorCode, what: string, outcome: WriteOutcome, extra = {}) =>
      new InviteError(code, {
        message: `${config.provider}, ${doing}: ${what}`,
        outcome: write ? outcome : undefined,
        ...extra,
      })

    const url = resolve(config, call, fail)
    const headers = await resolveHeaders(config.headers)
    if (isOffline())
      throw fail(
        'offline',
        'the browser is offline, nothing was sent. Try again when it is back.',
        'not_sent',
      )

    const controller = new AbortController()
    const stop = () => controller.abort(signal?.reason)
    signal?.addEventListener('abort', stop)
    const timeout = config.timeout ?? 15_000
    const timer = setTimeout(() => controller.abort(), timeout)
    let response: Response
    let text: string | undefined
    try {
      response = await (config.fetch ?? globalThis.fetch)(url, {
        method: call.method,
        headers: {
          accept: 'application/json',
          ...(call.body !== undefined && { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(call.body !== undefined && { body: JSON.stringify(call.body) }),
        ...(config.credentials && { credentials: config.credentials }),
        redirect: 'manual',
        cache: 'no-store',
        referrerPolicy: 'no-referrer',
        signal: controller.signal,
      })
      text = await readText(response)
    } catch {
      signal?.throwIfAborted()
      throw controller.signal.aborted
        ? fail(
            'timeout',
            `no complete answer within ${timeout} ms. Look at the list before you repeat it.`,
            'unknown',
          )
        : fail(
            'network',
            'could not be reached, or the answer broke off. Check network, address and CORS.',
            'unknown',
          )
    } finally {
      clearTimeout(timer)
      signal?.removeEventListener('abort', stop)
    }

    if (response.type === 'opaqueredirect' || (response.status >= 300 && response.status < 400))
      throw fail(
        'invalid_response',
        'answered with a redirect, which is not followed. Check the base URL.',
        'unknown',
      )
    if (text === undefined)
      throw fail('invalid_response', 'the answer is larger than 5 MB and was not read.', 'unknown')

    const body = parseJSON(text)
    const { status } = response
    if (!response.ok) {
      const verdict = config.judge?.({ status, body, text }, doing) ?? {}
      const wait = response.headers.get('retry-after') ?? response.headers.get('x-retry-after')
      const date = Date.parse(response.headers.get('date') ?? '')
      const retryAfter = parseRetryAfter(wait, Number.isNaN(date) ? new Date() : new Date(date))
      const certain = status < 500 || (status === 503 && retryAfter !== undefined)
      throw fail(
        verdict.code ?? codeOfStatus[status] ?? (status < 500 ? 'unknown' : 'unavailable'),
        verdict.text
          ? `answered ${status}: ${redact(verdict.text, [...Object.values(headers), ...(call.secrets ?? [])])}`
          : `answered ${status}.`,
        certain ? 'not_sent' : 'unknown',
        {
          status,
          retryAfter,
          requestId: verdict.requestId ?? response.headers.get('x-request-id') ?? undefined,
          fields: verdict.fields,
          ...(write && verdict.outcome && { outcome: verdict.outcome }),
        },
      )
    }

    const parsed = body === notJSON ? undefined : z.safeParse(call.answer, body)
    if (parsed?.success) return parsed.data
    throw fail(
      'invalid_response',
      body === notJSON
        ? `answered ${status} with something that is not JSON. Check the base URL and what stands before it.`
        : `answered ${status} with JSON of another shape than documented.`,
      'unknown',
      { status },
    )
  }
}

function resolve(
  config: RequesterConfig,
  call: RequestCall<unknown>,
  fail: (code: InviteErrorCode, what: string, outcome: WriteOutcome) => InviteError,
): URL {
  let base: URL
  try {
    base = new URL(config.baseUrl, globalThis.location?.href)
  } catch {
    throw fail('config', 'the base URL is not a URL. On a server it must be absolute.', 'not_sent')
  }
  const pathname = base.pathname.replace(/\/$/, '') + call.path
  const url = new URL(pathname, base.origin)
  for (const [name, value] of Object.entries(call.query ?? {}))
    for (const one of [value ?? []].flat()) url.searchParams.append(name, String(one))
  if (url.origin !== base.origin || url.pathname !== pathname)
    throw fail('config', 'the request would have left the base URL and was not sent.', 'not_sent')
  return url
}

/** Only a browser that says so is offline; Node has no `onLine`. */
function isOffline(): boolean {
  const { navigator } = globalThis as { navigator?: { onLine?: boolean } }
  return navigator?.onLine === false
}

async function resolveHeaders(
  headers: RequesterConfig['headers'],
): Promise<Record<string, string>> {
  return (typeof headers === 'function' ? await headers() : headers) ?? {}
}

const notJSON = /*#__PURE__*/ Symbol('not JSON')

function parseJSON(text: string): unknown {
  if (!text) return undefined
  try {
    return JSON.parse(text)
  } catch {
    return notJSON
  }
}

/** One line of at most 200 characters, without the secrets of the request. */
function redact(text: string, secrets: (string | undefined)[]): string {
  let line = text
  for (const secret of secrets)
    for (const part of secret?.split(' ') ?? [])
      if (part.length > 3) line = line.split(part).join('[redacted]')
  return line.replace(/\s+/g, ' ').slice(0, 200)
}
