import type { InviteError, InviteErrorCode } from '../error.js'

/** What to tell a person about an error: a sentence by code, and the provider's reasons by field. */
export function errorText(errors: Record<InviteErrorCode, string>, error: InviteError): string {
  return [errors[error.code], ...Object.values(error.fields ?? {})].join(' ')
}
