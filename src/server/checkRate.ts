import type { InviteOperation } from '../transport.js'
import { isOk } from './isOk.js'
import { refuse } from './refuse.js'

/** One write, before it is done. */
export interface RateLimitContext {
  request: Request
  operation: InviteOperation
  /** As `authorize` has it. */
  actor: string | undefined
  /** The key of the transport. */
  organization: string
  /** As `authorize` hears it: how many people a batch has, for example. */
  input: unknown
}

/** `retryAfter` in milliseconds. */
export type RateLimitAnswer = { ok: true } | { ok: false; retryAfter?: number | undefined }

/** Decides whether a write may go on. One that fails lets nothing through. */
export type RateLimit = (context: RateLimitContext) => RateLimitAnswer | Promise<RateLimitAnswer>

/** Asks the app's own limiter. One that fails lets nothing through. */
export async function checkRate(rateLimit: RateLimit, context: RateLimitContext): Promise<void> {
  let answer: RateLimitAnswer
  try {
    answer = await rateLimit(context)
  } catch {
    throw refuse('unknown', { message: '`rateLimit` failed.' })
  }
  if (isOk(answer)) return
  const wait = Number(answer?.retryAfter)
  throw refuse('rate_limited', { retryAfter: wait >= 0 && wait < Infinity ? wait : undefined })
}
