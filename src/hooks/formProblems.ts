import type { TransportInfo } from '../transport.js'
import { blocks, type RecipientProblem } from './recipientProblem.js'
import type { InviteFormValues } from './inviteFormValues.js'
import type { RecipientEntry } from './recipientEntry.js'

/** What is in the way of sending. */
export type InviteFormProblem =
  /** `lost`: nobody is left but those of whom it is not known whether they were invited. */
  | { field: 'recipients'; problem: 'none' | 'lost' }
  /** How many have to be mended or removed; `first` is where to look. */
  | { field: 'recipients'; problem: 'blocked' | 'nameless'; count: number; first: number }
  /** How many have to be taken out. */
  | { field: 'recipients'; problem: 'seats'; count: number }
  | { field: 'groups' | 'message'; problem: 'missing' }
  /** By how many characters. */
  | { field: 'message'; problem: 'long'; count: number }

/** Everything that is in the way of sending, in the order of the form. */
export function formProblems(
  entries: readonly RecipientEntry[],
  judge: (entry: RecipientEntry) => RecipientProblem | undefined,
  values: InviteFormValues,
  fields: NonNullable<TransportInfo['fields']>,
  limits: { seats: { short: number } | undefined; maxMessage: number },
): InviteFormProblem[] {
  const problems: InviteFormProblem[] = []
  const inTheWay = entries.filter((entry) => blocks(judge(entry)))
  const nameless = inTheWay.filter((entry) => judge(entry)?.kind === 'nameless')
  const blocked = inTheWay.filter((entry) => judge(entry)?.kind !== 'nameless')
  for (const [problem, who] of [['blocked', blocked] as const, ['nameless', nameless] as const])
    if (who[0]) problems.push({ field: 'recipients', problem, count: who.length, first: who[0].id })
  if (entries.length === 0) problems.push({ field: 'recipients', problem: 'none' })
  else if (entries.every((entry) => judge(entry)?.kind === 'lost'))
    problems.push({ field: 'recipients', problem: 'lost' })
  const { short = 0 } = limits.seats ?? {}
  if (short > 0) problems.push({ field: 'recipients', problem: 'seats', count: short })
  for (const field of ['groups', 'message'] as const)
    if (fields[field] === 'required' && ![values[field]].flat().join('').trim())
      problems.push({ field, problem: 'missing' })
  const over = values.message.trim().length - limits.maxMessage
  if (over > 0) problems.push({ field: 'message', problem: 'long', count: over })
  return problems
}
