import { InviteError } from './error.js'
import type { CreateInviteInput } from './schema.js'
import type { CreateOutcome } from './transport.js'

/** What became of one recipient. */
export type SendOutcome = CreateOutcome & { input: CreateInviteInput }

export type Failed = Extract<CreateOutcome, { status: 'failed' }>

/** Whether the answer was lost, so that nobody knows if the invite was made. */
export function isLost<Outcome extends CreateOutcome>(
  outcome: Outcome | undefined,
): outcome is Outcome & Failed {
  return outcome?.status === 'failed' && outcome.error.outcome !== 'not_sent'
}

export function failed(thrown: unknown): Failed {
  return { status: 'failed', error: InviteError.from(thrown) }
}

/** The outcome as it has to be: a transport may break its word. */
export function checked(outcome: CreateOutcome | undefined): CreateOutcome {
  if (outcome?.status === 'failed') return failed(outcome.error)
  return outcome?.sent
    ? outcome
    : failed(new InviteError('invalid_response', { outcome: 'unknown' }))
}
