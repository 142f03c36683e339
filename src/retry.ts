import type { InviteError, InviteErrorCode } from './error.js'

const again: readonly InviteErrorCode[] = [
  'rate_limited',
  'unavailable',
  'timeout',
  'network',
  'invalid_response',
]

/** Whether a read is tried again: three attempts in all, and never where the provider asks for more than a minute. */
export function retryRead(failures: number, error: InviteError): boolean {
  const wait = error.retryAfter ?? (error.code === 'rate_limited' ? Infinity : 0)
  return failures < 2 && wait <= 60_000 && again.includes(error.code)
}

/** Milliseconds until the next attempt: what the provider says, else full jitter between 300 ms and 5 s. */
export function retryDelay(failures: number, error: InviteError, random = Math.random): number {
  return error.retryAfter ?? 300 + random() * (Math.min(5000, 1200 * 4 ** failures) - 300)
}
