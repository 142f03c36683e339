import type { InviteError } from './error.js'
import { retryRead } from './retry.js'

/** A refused write that is made once more by itself. */
export interface RetryWait {
  /** When, in milliseconds since 1970. */
  until: number
  /** Calls that off: the refusal is then what came of it. */
  cancel: () => void
}

/** Whether a refused write certainly did nothing, and may do better within a minute: 429 and 503 that say when. */
export function saysWhen({ code, outcome, retryAfter = Infinity }: InviteError): boolean {
  const passing = code === 'rate_limited' || code === 'unavailable'
  return passing && outcome === 'not_sent' && retryAfter <= 60_000
}

/**
 * Waits as long as a refusal asks for, if it says when and the ten retries of this minute are not used up.
 * @param tell told of the wait, and when it is over
 * @returns whether the write is to be made once more: not after `cancel` either
 */
export async function waitToRetry(
  error: InviteError,
  now: () => Date,
  tell: (wait: RetryWait | undefined) => void,
): Promise<boolean> {
  if (!saysWhen(error) || !retryRead(0, error)) return false
  const { retryAfter = 0 } = error
  const goesOn = await new Promise<boolean>((resolve) => {
    const timer = setTimeout(resolve, retryAfter, true)
    const cancel = () => {
      clearTimeout(timer)
      resolve(false)
    }
    tell({ until: now().getTime() + retryAfter, cancel })
  })
  tell(undefined)
  return goesOn
}
