import { InviteError, inviteErrorCodes, statusOf, type InviteErrorCode } from '../error.js'
import { isRefusal } from './refuse.js'

const names = [
  'id',
  'token',
  'email',
  'role',
  'name',
  'groups',
  'message',
  'expiresAt',
  'sendMail',
  'username',
  'password',
]

/** A few short words, as transports have them. Longer ones and numbers are a provider's own. */
const plain = /^[a-z]{1,12}(,? [a-z]{1,12}){0,7}$/

/** What a provider asks of a password, which nobody can guess: plain words and small numbers, which no secret is. */
const sentence = /^(?=.{1,160}$)[a-z]{1,14}([,;:.]? ([a-z'-]{1,14}|\d{1,3}))*\.?$/i

/**
 * What may be told of an error: code, outcome, wait, and which fields. Its message, cause, status and request id are
 * a provider's, and may quote what no browser and no log should see. What the handler itself says stays as it is.
 */
export function safeError(thrown: unknown): InviteError {
  const error = InviteError.from(thrown)
  if (isRefusal(error)) return error
  const { code, outcome, retryAfter, fields } = error
  const known = names.filter((name) => fields && Object.hasOwn(fields, name))
  const reasons = known.map((name) => {
    const why = String(fields?.[name])
    const told = plain.test(why) || (name === 'password' && sentence.test(why))
    return [name, told ? why : 'not accepted']
  })
  return new InviteError(codeOf(code), {
    // That of the answer, where the code that is told stands for others too.
    status: code === 'network' ? statusOf(code) : undefined,
    outcome: outcome === 'not_sent' ? outcome : 'unknown',
    retryAfter: Number.isFinite(retryAfter) ? retryAfter : undefined,
    fields: reasons.length > 0 ? Object.fromEntries(reasons) : undefined,
  })
}

function codeOf(code: InviteErrorCode): InviteErrorCode {
  // Between here and the provider: to the page it would mean the page's own network.
  if (code === 'network') return 'unavailable'
  return inviteErrorCodes.includes(code) ? code : 'unknown'
}
