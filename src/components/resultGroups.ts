import type { FormLabels } from '../locales/en.js'
import type { SendOutcome } from '../send.js'
import { failedText } from './recipientText.js'

/** Recipients of whom the same is to be said. */
export interface ResultGroup {
  status: 'mailed' | 'stored' | 'added' | 'unknown' | 'failed' | 'lost'
  text: string
  outcomes: SendOutcome[]
}

const order: ResultGroup['status'][] = ['failed', 'lost', 'stored', 'unknown', 'added', 'mailed']

/** Outcomes by what became of them, those that want something first. */
export function resultGroups(outcomes: readonly SendOutcome[], labels: FormLabels): ResultGroup[] {
  const groups = new Map<string, ResultGroup>()
  for (const outcome of outcomes) {
    const text = resultText(outcome, labels)
    const group = groups.get(text) ?? { status: resultStatus(outcome), text, outcomes: [] }
    group.outcomes.push(outcome)
    groups.set(text, group)
  }
  return [...groups.values()].toSorted((a, b) => order.indexOf(a.status) - order.indexOf(b.status))
}

/** What became of one recipient, in words. */
export function resultText(outcome: SendOutcome, labels: FormLabels): string {
  if (outcome.status === 'failed')
    return resultStatus(outcome) === 'lost' ? labels.lost : failedText(outcome.error, labels)
  const { delivery, renewed } = outcome.sent
  if (renewed) return labels.renewed
  if (delivery === 'added') return labels.addedDirectly
  return delivery === 'unknown' ? labels.deliveryUnknown : labels[delivery]
}

/** How a recipient is counted. */
export function resultStatus(outcome: SendOutcome): ResultGroup['status'] {
  if (outcome.status === 'sent') return outcome.sent.delivery
  const { code, outcome: certainty } = outcome.error
  return certainty === 'unknown' && code !== 'already_invited' ? 'lost' : 'failed'
}
