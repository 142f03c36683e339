import type { InviteErrorCode, InviteErrorOptions, WriteOutcome } from '../error.js'
import { parseRetryAfter } from './retryAfter.js'

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
  /** Milliseconds. @default what the headers say */
  retryAfter?: number | undefined
  requestId?: string | undefined
  outcome?: WriteOutcome | undefined
}

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

/** What a refusal comes to: status and headers say it, and where it knows better the provider's own verdict. */
export function readRefusal(
  { status, headers }: Response,
  verdict: Verdict = {},
  secrets: string[],
): InviteErrorOptions & { code: InviteErrorCode; what: string; outcome: WriteOutcome } {
  const clean = (words: string) => redact(words, secrets)
  const { code = codeOfStatus[status] ?? (status < 500 ? 'unknown' : 'unavailable') } = verdict
  const wait = headers.get('retry-after') ?? headers.get('x-retry-after')
  // The server's own clock, where it tells it: that of this machine may be wrong.
  const date = Date.parse(headers.get('date') ?? '')
  const retryAfter =
    verdict.retryAfter ?? parseRetryAfter(wait, Number.isNaN(date) ? new Date() : new Date(date))
  const certain = status < 500 || (status === 503 && retryAfter !== undefined)
  const requestId = verdict.requestId ?? headers.get('x-request-id')
  return {
    code,
    what: verdict.text ? `answered ${status}: ${clean(verdict.text)}` : `answered ${status}.`,
    outcome: verdict.outcome ?? (certain ? 'not_sent' : 'unknown'),
    status,
    retryAfter,
    requestId: requestId === null ? undefined : clean(requestId),
    fields:
      verdict.fields &&
      Object.fromEntries(Object.entries(verdict.fields).map(([name, why]) => [name, clean(why)])),
  }
}

/** One line of at most 200 characters, without the secrets of the request. */
function redact(text: string, secrets: string[]): string {
  let line = text
  for (const secret of secrets)
    for (const part of [secret, ...secret.split(/[\s;=]+/)])
      if (part.length > 3) line = line.split(part).join('[redacted]')
  return line.replace(/\s+/g, ' ').slice(0, 200)
}
