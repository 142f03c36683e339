import { InviteError, type InviteErrorCode } from './error.js'
import { retryBudget } from './retryBudget.js'
import { saysWhen } from './retryWrite.js'

/** Why nothing is started at the moment. */
export interface SendPause {
  /** `unauthenticated`: until `onUnauthenticated` has settled. */
  reason: 'rate_limited' | 'unauthenticated'
  /** When it goes on by itself, in milliseconds since 1970. */
  until?: number | undefined
}

export interface PaceOptions {
  /** Stops it. Calls under way are let finish, so that their outcome is known; none is started any more. */
  signal?: AbortSignal | undefined
  /** Called when a pause begins or changes, and with undefined when it goes on or ends. */
  onPause?: ((pause: SendPause | undefined) => void) | undefined
  /**
   * Signs the person in again. Called once, however many calls were refused; they are repeated once it has
   * resolved. Where it rejects, or there is none, or the next refusal comes, everything stops.
   */
  onUnauthenticated?: (() => Promise<unknown>) | undefined
  /** How many calls are under way at once. @default 4 */
  concurrency?: number | undefined
  /** The clock, in milliseconds since 1970. */
  now?: (() => number) | undefined
  /** Waits, no longer than until the signal aborts. */
  wait?: ((milliseconds: number, signal?: AbortSignal) => Promise<void>) | undefined
}

/** Makes one call, and repeats it where it certainly did nothing and may do better; rejects with an InviteError. */
export type Attempt = <T>(call: () => Promise<T>) => Promise<T>

const stops: readonly InviteErrorCode[] = [
  'unauthenticated',
  'limit_reached',
  'rate_limited',
  'unsupported',
  'offline',
  'config',
]

/** Where these certainly did nothing, there is nobody to do the next. */
const down: readonly InviteErrorCode[] = ['unavailable', 'network']

/** Whether the next call would fare no better. */
export function stopsAll({ code, outcome }: InviteError): boolean {
  return stops.includes(code) || (outcome === 'not_sent' && down.includes(code))
}

const minute = 60_000

/**
 * Runs jobs, some at once, each making its calls through `attempt`. Jobs do not reject.
 *
 * - Within any minute no more than `maxPerMinute` calls start.
 * - A call that is refused with a wait of up to a minute (429, 503) makes all of them wait, and is repeated once; ten
 *   are within any minute, the next refusal is as one without a time.
 * - After a refusal that would meet everybody, and after three lost answers with none between, nothing is
 *   started any more: `attempt` then rejects with that error, as `not_sent`.
 * - A call whose answer was lost is never repeated.
 */
export async function sendPaced(
  jobs: readonly ((attempt: Attempt) => Promise<void>)[],
  options: PaceOptions & { maxPerMinute?: number | undefined },
): Promise<void> {
  const { signal, onPause, onUnauthenticated, maxPerMinute = Infinity } = options
  const { concurrency = 4, now = Date.now, wait = sleep } = options
  const budget = retryBudget(now)
  const halt = new AbortController()
  const halted = new Promise((resolve) => halt.signal.addEventListener('abort', resolve))
  let stopped: InviteError | undefined
  let told: SendPause | undefined
  let renewal: Promise<void> | undefined
  let renewing = false
  let pausedUntil = 0
  let starts: number[] = []
  let lost = 0

  const tell = (pause?: SendPause) => {
    if (pause?.reason === told?.reason && pause?.until === told?.until) return
    told = pause
    quietly(() => onPause?.(pause))
  }
  const stop = (error: InviteError) => {
    stopped ??= new InviteError(error.code, { ...error.toJSON(), outcome: 'not_sent' })
    tell()
    halt.abort()
  }
  const cancel = () => stop(new InviteError('unknown', { message: 'Sending was stopped.' }))
  const renew = async (error: InviteError) => {
    renewing = true
    tell({ reason: 'unauthenticated' })
    try {
      await onUnauthenticated?.()
    } catch {
      stop(error)
    }
    renewing = false
  }

  /** What has to pass before a call can start; where nothing has to, the call counts as started. */
  const inTheWay = (): Promise<void> | undefined => {
    if (stopped) throw stopped
    if (renewing) return renewal
    const time = now()
    starts = starts.filter((start) => start > time - minute)
    const until = Math.max(pausedUntil, (starts.at(-maxPerMinute) ?? -minute) + minute)
    if (until > time) {
      tell({ reason: 'rate_limited', until })
      return wait(until - time, halt.signal)
    }
    tell()
    starts.push(time)
    return undefined
  }

  const attempt: Attempt = async (call) => {
    for (let waited = false; ;) {
      // oxlint-disable-next-line no-await-in-loop
      for (let way; (way = inTheWay());) await Promise.race([way, halted])
      const renewed = renewal
      try {
        // oxlint-disable-next-line no-await-in-loop
        const value = await call()
        lost = 0
        return value
      } catch (thrown) {
        const error = InviteError.from(thrown)
        const { code, outcome, retryAfter = 0 } = error
        const refused = outcome === 'not_sent'
        lost = refused ? 0 : lost + 1
        if (stopped) throw error
        if (refused && code === 'unauthenticated' && onUnauthenticated && !renewed)
          renewal ??= renew(error)
        else if (saysWhen(error) && !waited && budget()) {
          waited = true
          pausedUntil = Math.max(pausedUntil, now() + retryAfter)
        } else {
          if (stopsAll(error) || lost > 2) stop(error)
          throw error
        }
      }
    }
  }

  if (signal?.aborted) cancel()
  signal?.addEventListener('abort', cancel, { signal: halt.signal })
  const queue = jobs.values()
  const work = async () => {
    // oxlint-disable-next-line no-await-in-loop
    for (const job of queue) await job(attempt)
  }
  await Promise.all(Array.from({ length: Math.max(1, concurrency) }, work))
  halt.abort()
}

/** A callback that fails is the caller's own matter. */
export function quietly(call: () => unknown): void {
  void (async () => call())().catch(() => undefined)
}

function sleep(milliseconds: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds)
    signal?.addEventListener('abort', () => {
      clearTimeout(timer)
      resolve()
    })
  })
}
