import { say, type Sentence } from '../locales/say.js'
import type { RetryWait } from '../retryWrite.js'

/** That a refused write is made once more by itself, and in how many seconds from now: to be said once, not to tick. */
export function waitText(
  { until }: RetryWait,
  { waiting, locale }: { waiting: Sentence; locale: string },
  now = new Date(),
): string {
  return say(waiting, { seconds: Math.ceil((until - now.getTime()) / 1000) }, locale)
}
