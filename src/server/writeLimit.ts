import { isWrite } from '../isWrite.js'
import type { RateLimit } from './checkRate.js'

const writes = 20
const minute = 60_000
const most = 10_000

/**
 * Twenty writes a minute, all at once or one by one, for each person in each organization; without an actor for each
 * link, so that no stranger uses up what others need. Known to this process alone.
 */
export function writeLimit(now: () => Date): RateLimit {
  /** When each bucket will be full again. */
  const full = new Map<string, number>()
  return ({ operation, organization, actor, input }) => {
    if (!isWrite(operation)) return { ok: true }
    const { token } = input as { token?: string }
    const key = JSON.stringify([organization, actor ?? null, actor === undefined ? token : null])
    const time = now().getTime()
    const next = Math.max(full.get(key) ?? 0, time) + minute / writes
    const retryAfter = next - minute - time
    if (retryAfter > 0) return { ok: false, retryAfter }
    // Those who asked last stand last.
    full.delete(key)
    full.set(key, next)
    for (const [oldest, at] of full) {
      if (full.size <= most && at > time) break
      full.delete(oldest)
    }
    return { ok: true }
  }
}
