import type { FormLabels } from '../locales/en.js'
import { say } from '../locales/say.js'
import type { SendOutcome } from '../send.js'
import { resultStatus } from './resultGroups.js'

/** What a sending came to, in words. */
export function sentText(outcomes: readonly SendOutcome[], labels: FormLabels): string {
  const counts = { sent: 0, failed: 0, lost: 0 }
  for (const outcome of outcomes) {
    if (outcome.status === 'sent') counts.sent++
    else counts[resultStatus(outcome) === 'lost' ? 'lost' : 'failed']++
  }
  const sentences = [
    [labels.resultSent, counts.sent],
    [labels.resultFailed, counts.failed],
    [labels.resultLost, counts.lost],
  ] as const
  return sentences
    .flatMap(([sentence, count]) => (count ? say(sentence, { count }, labels.locale) : []))
    .join(' ')
}
