import { InviteError, type InviteErrorCode, type InviteErrorOptions } from '../error.js'

const refusals = /*#__PURE__*/ new WeakSet<InviteError>()

/**
 * A refusal by the handler itself: the provider was not asked for the thing, and the words may be told.
 * `status` where that of the code does not say it.
 */
export function refuse(code: InviteErrorCode, options: InviteErrorOptions = {}): InviteError {
  const error = new InviteError(code, { outcome: 'not_sent', ...options })
  refusals.add(error)
  return error
}

/** Whether an error was made by {@link refuse}; nothing from outside can say so of itself. */
export function isRefusal(error: InviteError): boolean {
  return refusals.has(error)
}
