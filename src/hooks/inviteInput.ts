import type { CreateInviteInput } from '../schema.js'
import type { TransportInfo } from '../transport.js'
import type { InviteFormValues } from './inviteFormValues.js'
import type { RecipientEntry } from './recipientEntry.js'

const day = 24 * 3_600_000

/** What is sent for one recipient: exactly what the transport takes, their own values first, nothing left empty. */
export function inviteInput(
  { email = '', name, own = {} }: RecipientEntry,
  values: InviteFormValues,
  fields: NonNullable<TransportInfo['fields']>,
  now: () => Date,
): CreateInviteInput {
  const { role, message, delivery, days } = values
  const groups = [values.groups].flat().flatMap((text) => text.split(','))
  const all = {
    role,
    name,
    groups: groups.flatMap((group) => group.trim() || []),
    message: message.trim(),
    expiresAt: days && new Date(now().getTime() + Number(days) * day).toISOString(),
    sendMail: delivery === 'mail',
    ...own,
  }
  const taken = Object.entries(all).filter(
    ([field, value]) =>
      (field === 'role' || Object.hasOwn(fields, field)) &&
      value !== undefined &&
      (typeof value === 'boolean' || value.length > 0),
  )
  return { email, ...Object.fromEntries(taken) }
}
