import type { InviteError, InviteErrorCode } from './error.js'
import { retryBudget } from './retryBudget.js'

/** How often a read is repeated. Two time-outs take half a minute, which is as long as anybody waits. */
const again: Partial<Record<InviteErrorCode, number>> = {
  rate_limited: 2,
  unavailable: 2,
  timeout: 1,
  network: 2,
  invalid_response: 2,
}

/** Of this page: all that it reads comes from the same few services. */
const budget = /*#__PURE__*/ retryBudget(() => Date.now())

/**
 * Whether a read is tried again: three attempts in all, two where no answer comes, and never where the provider asks
 * for more than a minute, or ten reads were tried again within this one.
 */
export function retryRead(failures: number, error: InviteError, allowed = budget): boolean {
  const wait = error.retryAfter ?? (error.code === 'rate_limited' ? Infinity : 0)
  return failures < (again[error.code] ?? 0) && wait <= 60_000 && allowed()
}

/** Milliseconds until the next attempt: what the provider says, else full jitter between 300 ms and 5 s. */
export function retryDelay(failures: number, error: InviteError, random = Math.random): number {
  return error.retryAfter ?? 300 + random() * (Math.min(5000, 1200 * 4 ** failures) - 300)
}
