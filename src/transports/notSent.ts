import { InviteError } from '../error.js'

/** For the read before a write: where that fails, the write certainly did not happen. */
export function notSent(error: unknown): never {
  throw InviteError.is(error)
    ? new InviteError(error.code, { ...error.toJSON(), outcome: 'not_sent' })
    : error
}
