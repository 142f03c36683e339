import { InviteError } from '../error.js'
import type { SentInvite } from '../schema.js'
import type { CreateOutcome } from '../transport.js'

const sent = /*#__PURE__*/ new Map<unknown, SentInvite>([
  ['USER_INVITED_SUCCESSFULLY', { delivery: 'mailed' }],
  // Mailed again, with the roles it had: those of this call are dropped.
  ['USER_ALREADY_INVITED', { delivery: 'mailed', renewed: true }],
  ['USER_ADDED_SUCCESSFULLY', { delivery: 'added' }],
  // Listed in the document; no path of the sources gives it.
  ['USER_INVITE_NOT_REQUIRED', { delivery: 'unknown' }],
])

const refused = /*#__PURE__*/ new Map<unknown, 'already_member' | 'unknown'>([
  ['USER_ALREADY_ADDED', 'already_member'],
  ['FAIL', 'unknown'],
])

/** One address's part of the answer to `POST /ng/api/user/users`, which is a map by address. */
export function harnessResult(email: string, map: Record<string, unknown>): CreateOutcome {
  const same = ([address]: [string, unknown]) => address.toLowerCase() === email.toLowerCase()
  const word = Object.entries(map).find(same)?.[1]
  const done = sent.get(word)
  if (done) return { status: 'sent', sent: { email, ...done } }
  const code = refused.get(word)
  if (code) return { status: 'failed', error: new InviteError(code, { outcome: 'not_sent' }) }
  return {
    status: 'failed',
    error: new InviteError('invalid_response', {
      message:
        'Harness did not say what became of this address. Look at the list before you repeat it.',
      outcome: 'unknown',
    }),
  }
}
