import { InviteError } from '../error.js'

/** For the read before a write: where that fails, the write certainly did not happen. */
export function notSent(error: unknown): never {
  throw InviteError.is(error)
    ? new InviteError(error.code, { ...error.toJSON(), outcome: 'not_sent' })
    : error
}

/** For the row that a write begins with, and that is not in the list: it may be one of those that could not be read. */
export function missing(unreadable: number): InviteError {
  return new InviteError(unreadable ? 'invalid_response' : 'not_found', { outcome: 'not_sent' })
}
