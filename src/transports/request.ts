import * as z from 'zod/mini'
import { InviteError, type InviteErrorCode, type WriteOutcome } from '../error.js'
import { isInviteId } from '../input/id.js'
import { isUnreached } from './isUnreached.js'
import { readText } from './readText.js'
import { readRefusal, type Refusal, type Verdict } from './refusal.js'
import { renewed, type Renew } from './renewed.js'
import { requestUrl, type RequestTarget } from './requestUrl.js'

export type { Refusal, Verdict }

/** `fetch` itself, or what stands in its place. */
export type Fetch = typeof globalThis.fetch

/** A value, or how to get it at the time of each request. */
export type Resolvable<T> = T | (() => T | Promise<T>)

/** What every transport over HTTP takes. */
export interface HttpOptions {
  /** Replaces `globalThis.fetch`, which is otherwise looked up at each request. */
  fetch?: Fetch | undefined
  /** Milliseconds until a request is given up, from dispatch to the last byte. @default 15000 */
  timeout?: number | undefined
  /**
   * Called when a request is refused for want of a session: gets a fresh one, or a fresh credential. The request is
   * then made once more, with headers asked for anew and the same idempotency key. Called once, however many were
   * refused at once; where it rejects, or the second try is refused too, the refusal stands.
   */
  onUnauthenticated?: Renew | undefined
}

export interface RequesterConfig extends HttpOptions {
  /** Names the provider in error messages. */
  provider: string
  /** Origin and path prefix of the API; a relative one is resolved against the page. */
  baseUrl: string
  headers?: Resolvable<Record<string, string>> | undefined
  credentials?: RequestCredentials | undefined
  /** Credentials that must not come back in an error message though no call carries them; one to be got is not got. */
  secrets?: (Resolvable<string> | undefined)[] | undefined
  /** Reads the provider's error bodies. Status alone decides where it says nothing. */
  judge?: ((refusal: Refusal, doing: string) => Verdict | undefined) | undefined
}

export interface RequestCall<T> extends RequestTarget {
  /** The operation, for messages: `create`, `revoke`… */
  doing: string
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** Beside those of the config, and before them. */
  headers?: Record<string, string> | undefined
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
  const { onUnauthenticated } = config
  const send = requester(config)
  if (!onUnauthenticated) return send
  return (call) =>
    unlessAborted(
      renewed(() => send(call), onUnauthenticated),
      call.signal,
    )
}

function requester(config: RequesterConfig): Requester {
  return async (call) => {
    const { signal, write = false, doing } = call
    signal?.throwIfAborted()
    const fail = (code: InviteErrorCode, what: string, outcome: WriteOutcome, more = {}) =>
      new InviteError(code, {
        message: `${config.provider}, ${doing}: ${what}`,
        outcome: write ? outcome : undefined,
        ...more,
      })

    const url = requestUrl(config.baseUrl, call)
    if (typeof url === 'string') throw fail('config', url, 'not_sent')
    if (isOffline())
      throw fail(
        'offline',
        'the browser is offline, nothing was sent. Try again when it is back.',
        'not_sent',
      )
    const headers = await unlessAborted(resolveHeaders(config.headers, call.headers), signal).catch(
      (error) => {
        signal?.throwIfAborted()
        throw fail(
          InviteError.is(error) ? error.code : 'unauthenticated',
          'the headers with the credential could not be got, nothing was sent.',
          'not_sent',
        )
      },
    )
    signal?.throwIfAborted()

    const controller = new AbortController()
    const stop = () => controller.abort()
    signal?.addEventListener('abort', stop)
    const timeout = config.timeout ?? 15_000
    const timer = setTimeout(stop, timeout)
    let answer: { response: Response; text: string | undefined }
    try {
      const answered = exchange(config.fetch ?? globalThis.fetch, url, {
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
      answer = await unlessAborted(answered, controller.signal)
    } catch (thrown) {
      signal?.throwIfAborted()
      if (isUnreached(thrown))
        throw fail(
          'network',
          'no connection could be made, nothing was sent. Check address, network and certificate.',
          'not_sent',
        )
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

    const { response, text } = answer
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
      const verdict = config.judge?.(
        { status, body: body === notJSON ? undefined : body, text },
        doing,
      )
      const secrets = [headers, config.secrets ?? [], call.secrets ?? []]
        .flatMap((some) => Object.values(some))
        .filter((one) => typeof one === 'string')
      const { code, what, outcome, ...rest } = readRefusal(response, verdict, secrets)
      throw fail(code, what, outcome, rest)
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

async function exchange(fetch: Fetch, url: URL, init: RequestInit) {
  const response = await fetch(url, init)
  return { response, text: await readText(response) }
}

/** The work, or a rejection as soon as the signal aborts, whether the work heeds it or not. */
function unlessAborted<T>(work: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = () => reject(signal?.reason as Error)
    if (signal?.aborted) stop()
    signal?.addEventListener('abort', stop)
    work.then(resolve, reject).finally(() => signal?.removeEventListener('abort', stop))
  })
}

/** Only a browser that says so is offline; Node has no `onLine`. */
function isOffline(): boolean {
  const { navigator } = globalThis as { navigator?: { onLine?: boolean } }
  return navigator?.onLine === false
}

async function resolveHeaders(
  headers: RequesterConfig['headers'],
  more: Record<string, string> | undefined,
): Promise<Record<string, string>> {
  return { ...(typeof headers === 'function' ? await headers() : headers), ...more }
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
