/** Every {@link InviteErrorCode}. */
export const inviteErrorCodes = [
  'invalid_input',
  'unauthenticated',
  'forbidden',
  'wrong_account',
  'email_unverified',
  'not_found',
  'expired',
  'revoked',
  'already_accepted',
  'already_invited',
  'already_member',
  'limit_reached',
  'rate_limited',
  'unsupported',
  'invalid_response',
  'offline',
  'timeout',
  'network',
  'unavailable',
  'config',
  'unknown',
] as const

/** What can go wrong, as one closed list. Every rejection of a transport carries one of these codes. */
export type InviteErrorCode = (typeof inviteErrorCodes)[number]

/**
 * On a write: `not_sent` means that it certainly did not happen, `unknown` that the answer was lost
 * (5xx, time-out, reset, unreadable success), so that it may have happened.
 */
export type WriteOutcome = 'not_sent' | 'unknown'

/** What is known of a failure beside its code. */
export interface InviteErrorOptions {
  /** HTTP status of the provider's answer, if there was one. */
  status?: number | undefined
  /** What happened, why, and what to do next, for developers. @default the code in words */
  message?: string | undefined
  /** Reason per input field (`email`, `role`, `name`, `username`, `password`…). */
  fields?: Record<string, string> | undefined
  /** Milliseconds to wait before the next attempt. */
  retryAfter?: number | undefined
  /** The provider's id of the request, for its support. */
  requestId?: string | undefined
  /** On writes only, see {@link WriteOutcome}. */
  outcome?: WriteOutcome | undefined
}

/** {@link InviteError} as it crosses the wire: no cause, no header, no token. */
export interface InviteErrorJSON extends InviteErrorOptions {
  code: InviteErrorCode
  message: string
}

const marker = /*#__PURE__*/ Symbol.for('invite-kit.error')

/**
 * The one error of invite-kit. Decide on `code`, never on `message`.
 * Test with {@link InviteError.is}: `instanceof` fails where two copies of the package are loaded.
 */
export class InviteError extends Error {
  override readonly name = 'InviteError'
  readonly [marker] = true
  readonly code: InviteErrorCode
  declare readonly status?: number | undefined
  declare readonly fields?: Record<string, string> | undefined
  declare readonly retryAfter?: number | undefined
  declare readonly requestId?: string | undefined
  declare readonly outcome?: WriteOutcome | undefined

  constructor(code: InviteErrorCode, options: InviteErrorOptions = {}) {
    super(options.message ?? code.replaceAll('_', ' '))
    this.code = code
    Object.assign(this, detailsOf(options))
  }

  /** Whether a value is an InviteError, of this copy of the package or of another. */
  static is(value: unknown): value is InviteError {
    return typeof value === 'object' && value !== null && marker in value
  }

  /** The value itself if it is an InviteError; anything else that was thrown becomes `unknown`. */
  static from(this: void, value: unknown): InviteError {
    return InviteError.is(value) ? value : new InviteError('unknown', { outcome: 'unknown' })
  }

  /** Own members only; what is undefined falls away in `JSON.stringify`. */
  toJSON(): InviteErrorJSON {
    return { code: this.code, message: this.message, ...detailsOf(this) }
  }
}

/** What is known beside code and message; nothing else of what was handed in is kept. */
function detailsOf({ status, fields, retryAfter, requestId, outcome }: InviteErrorOptions) {
  return { status, fields, retryAfter, requestId, outcome }
}

const statuses: Record<InviteErrorCode, number> = {
  invalid_input: 422,
  unauthenticated: 401,
  forbidden: 403,
  wrong_account: 403,
  email_unverified: 403,
  not_found: 404,
  expired: 410,
  revoked: 410,
  already_accepted: 409,
  already_invited: 409,
  already_member: 409,
  limit_reached: 402,
  rate_limited: 429,
  unsupported: 501,
  invalid_response: 502,
  offline: 503,
  timeout: 504,
  network: 502,
  unavailable: 503,
  config: 500,
  unknown: 500,
}

/** The HTTP status that the server handler answers a code with: a `network` between it and the provider as `unavailable`. */
export function statusOf(code: InviteErrorCode): number {
  return statuses[code]
}
