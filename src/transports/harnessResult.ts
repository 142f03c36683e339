import { InviteError, type InviteErrorCode } from '../error.js'
import type { SentInvite } from '../schema.js'
import type { CreateOutcome } from '../transport.js'

const results = /*#__PURE__*/ new Map<unknown, SentInvite | InviteErrorCode>([
  ['USER_INVITED_SUCCESSFULLY', { delivery: 'mailed' }],
  // Mailed again, with the roles it had: those of this call are dropped.
  ['USER_ALREADY_INVITED', { delivery: 'mailed', renewed: true }],
  ['USER_ADDED_SUCCESSFULLY', { delivery: 'added' }],
  // In the document, but no path of the sources gives it: the list has to tell.
  ['USER_INVITE_NOT_REQUIRED', { delivery: 'unknown' }],
  ['USER_ALREADY_ADDED', 'already_member'],
  ['FAIL', 'unknown'],
])

/** What the word for one address in the answer to `POST /ng/api/user/users` comes to. */
export function harnessResult(email: string, word: unknown): CreateOutcome {
  const result = results.get(word)
  if (typeof result === 'object') return { status: 'sent', sent: { email, ...result } }
  const error = result
    ? new InviteError(result, { message: `Harness answered ${String(word)}.`, outcome: 'not_sent' })
    : new InviteError('invalid_response', {
        message:
          'Harness did not say what became of this address. Look at the list before you repeat it.',
        outcome: 'unknown',
      })
  return { status: 'failed', error }
}
