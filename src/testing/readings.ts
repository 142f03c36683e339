import { InviteError } from '../error.js'
import type { CreateOutcome, InviteOperation } from '../transport.js'
import { answers, type AnswerName } from './answers.js'
import type { Settled } from './callOperation.js'
import type { Reading, Subject } from './subject.js'

const reads: readonly InviteOperation[] = ['list', 'lookup', 'viewer']

/** How the subject reads an answer. */
export function readingOf(
  { deviations = {} }: Subject,
  operation: InviteOperation,
  name: AnswerName,
): Reading {
  const { code, retryAfter } = answers[name]
  const deviation = deviations[operation]
  return deviation?.[name] ?? deviation?.every ?? { code, retryAfter }
}

/** How a call has to end after these requests. */
export function expectedOf(
  subject: Subject,
  operation: InviteOperation,
  name: AnswerName,
  requests: Request[],
): Reading {
  const reading = readingOf(subject, operation, name)
  if (!('code' in reading)) return reading
  const { code, outcome, retryAfter } = reading
  const onlyRead = requests.every(({ method }) => /^(GET|HEAD)$/.test(method))
  const certain = answers[name].refused || onlyRead ? 'not_sent' : 'unknown'
  return {
    code,
    retryAfter,
    outcome: reads.includes(operation) ? undefined : (outcome ?? certain),
  }
}

/** How a call ended: several readings where it failed person by person. */
export function readingsOf(
  operation: InviteOperation,
  settled: Settled,
  requests: Request[],
): unknown[] {
  if ('error' in settled) return [readingOfError(settled.error)]
  const outcomes = operation === 'createMany' ? (settled.value as CreateOutcome[]) : []
  const errors = outcomes.flatMap((one) => (one.status === 'failed' ? one.error : []))
  if (errors.length > 0 && errors.length === outcomes.length) return errors.map(readingOfError)
  return [requests.length === 0 ? { silent: true } : { resolves: true }]
}

function readingOfError(error: unknown): unknown {
  if (!InviteError.is(error)) return { thrown: error }
  const { code, outcome, retryAfter } = error
  return { code, outcome, retryAfter }
}
