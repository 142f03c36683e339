/** What can go wrong, as one closed list. Every rejection of a transport carries one of these codes. */
export type InviteErrorCode = keyof typeof errors

/**
 * On a write: `not_sent` means that it certainly did not happen, `unknown` that the answer was lost
 * (5xx, time-out, reset, unreadable success), so that it may have happened.
 */
export type WriteOutcome = 'not_sent' | 'unknown'

/** Code, HTTP status it travels under between `http()` and the server handler, and a sentence for developers. */
const errors = {
  invalid_input: [
    422,
    'The input was refused. Correct the fields named in `fields` and try again.',
  ],
  unauthenticated: [
    401,
    'Nobody is signed in, or the credential has ended. Sign in and try again.',
  ],
  forbidden: [403, 'The signed-in account may not do this. Ask somebody who may.'],
  wrong_account: [403, 'The invite is for another account. Switch accounts and open it again.'],
  email_unverified: [
    403,
    'The account has not verified its e-mail address. Verify it and try again.',
  ],
  not_found: [404, 'There is no such invite any more. Read the list again.'],
  expired: [410, 'The invite has expired. Ask for a new one.'],
  revoked: [410, 'The invite was withdrawn. Ask for a new one.'],
  already_accepted: [409, 'The invite was accepted before.'],
  already_invited: [409, 'A pending invite for this address exists. Resend that one instead.'],
  already_member: [409, 'The address belongs to a member already.'],
  limit_reached: [
    402,
    'A limit of the plan or of the provider is reached. Free a seat or raise the limit.',
  ],
  rate_limited: [429, 'Too many requests. Wait for `retryAfter` milliseconds and try again.'],
  unsupported: [501, 'The provider cannot do this.'],
  invalid_response: [
    502,
    'The answer could not be read. Check the address of the provider and what stands before it.',
  ],
  offline: [503, 'The browser is offline. Nothing was sent.'],
  timeout: [504, 'No answer came in time.'],
  network: [503, 'The provider could not be reached (network, name or CORS).'],
  unavailable: [503, 'The provider failed. Try again later.'],
  config: [500, 'The transport is set up wrongly.'],
  unknown: [500, 'Something failed that is not known here.'],
} as const satisfies Record<string, readonly [status: number, sentence: string]>

/** Every {@link InviteErrorCode}. */
export const inviteErrorCodes = /*#__PURE__*/ Object.keys(errors) as InviteErrorCode[]

export interface InviteErrorOptions {
  /** HTTP status of the provider's answer, if there was one. */
  status?: number | undefined
  /** What happened, for developers; made from the code if absent. */
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
  readonly status?: number | undefined
  readonly fields?: Record<string, string> | undefined
  readonly retryAfter?: number | undefined
  readonly requestId?: string | undefined
  readonly outcome?: WriteOutcome | undefined

  constructor(code: InviteErrorCode, options: InviteErrorOptions = {}) {
    super(options.message ?? errors[code][1])
    this.code = code
    this.status = options.status
    this.fields = options.fields
    this.retryAfter = options.retryAfter
    this.requestId = options.requestId
    this.outcome = options.outcome
  }

  /** Whether a value is an InviteError, of this copy of the package or of another. */
  static is(value: unknown): value is InviteError {
    return typeof value === 'object' && value !== null && marker in value
  }

  /** The value itself if it is an InviteError; anything else that was thrown becomes `unknown`. */
  static from(value: unknown): InviteError {
    return InviteError.is(value) ? value : new InviteError('unknown', { outcome: 'unknown' })
  }

  /** Own members only; what is undefined falls away in `JSON.stringify`. */
  toJSON(): InviteErrorJSON {
    const { code, message, status, fields, retryAfter, requestId, outcome } = this
    return { code, message, status, fields, retryAfter, requestId, outcome }
  }
}

/** The HTTP status under which a code travels between `http()` and the server handler. */
export function statusOf(code: InviteErrorCode): number {
  return errors[code][0]
}
