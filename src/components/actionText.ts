import { InviteError } from '../error.js'
import type { TableLabels } from '../locales/en.js'
import { say } from '../locales/say.js'
import type { Delivery, Invite, SentInvite } from '../schema.js'
import { errorText } from './errorText.js'

/** What an action came to: one sentence, with the address. */
export function actionText(
  { email }: Invite,
  result: SentInvite | InviteError | 'revokedOf' | 'invitedAgain' | 'changed',
  labels: TableLabels,
): string {
  const values = { email: email ?? labels.noEmail }
  if (InviteError.is(result))
    return say(labels.failedFor, { ...values, reason: errorText(labels.errors, result) })
  return say(labels[typeof result === 'string' ? result : resentAs[result.delivery]], values)
}

/** What a resend came to. Who has joined meanwhile was mailed nothing that could be promised. */
const resentAs = {
  mailed: 'resent',
  stored: 'resentStored',
  added: 'resentUnknown',
  unknown: 'resentUnknown',
} as const satisfies Record<Delivery, keyof TableLabels>
