import { InviteError } from '../error.js'
import type { InviteOperation } from '../transport.js'
import type { AnyTransport, Authorize } from './authorize.js'
import type { RateLimit } from './checkRate.js'
import type { AnswerStore } from './memoryStore.js'

/** Of which request an error is; `requestId` is also in its answer. */
export interface FailureContext {
  requestId: string
  operation?: InviteOperation | undefined
  actor?: string | undefined
}

/** What the handler stands on, and its limits. */
export interface InviteHandlerOptions {
  /** Decides who may do what, and in which organization. There is no default. */
  authorize: Authorize
  /** With the provider's credential, for one organization. Leave it out where `authorize` gives it per person. */
  transport?: AnyTransport | undefined
  /** Where the handler is mounted. @default '/api/invites' */
  path?: string | undefined
  /**
   * Origins that may ask, each exactly as a browser sends it (`https://app.example.com`). Browsers that mark
   * their requests (`Sec-Fetch-Site: same-origin`) need no entry. @default none
   */
  origins?: readonly string[] | undefined
  /**
   * Roles that may be given. @default those of the transport. If it has none: none with the `transport` of these
   * options, whose credential all share; with one that `authorize` brings for the person, the provider judges
   */
  roles?: readonly string[] | undefined
  /** Groups that people may be added to. @default as for roles */
  groups?: readonly string[] | undefined
  /** Largest body in bytes. @default 262144 */
  maxBytes?: number | undefined
  /**
   * Asked before each call to the provider; anything but `ok: true` answers 429. One that goes by addresses cuts those
   * of IPv6 to /64. @default 20 writes a minute for each actor in each organization, in this process
   */
  rateLimit?: RateLimit | undefined
  /**
   * Where answers to writes are kept for ten minutes, by idempotency key. They may carry links: take a store that
   * forgets by `ttl`. @default 5000 in this process
   */
  store?: AnswerStore | undefined
  /** `list`: before resend, update and revoke, the id must be found in the transport's list. */
  ownershipCheck?: 'list' | undefined
  /** For logs. The error has neither a provider's words nor a credential. */
  onError?: ((error: InviteError, context: FailureContext) => void | Promise<void>) | undefined
  now?: (() => Date) | undefined
  /** Makes request ids. @default crypto.randomUUID */
  newId?: (() => string) | undefined
}

/** @throws InviteError `config` for options that could not work, or would let everybody in. */
export function checkOptions({ authorize, path, origins = [] }: InviteHandlerOptions): void {
  // TypeScript says so too, but not to those who do not use it.
  if (typeof authorize !== 'function')
    throw wrong('createInviteHandler needs `authorize`: without it, everybody could invite.')
  if (path !== undefined && !/^(\/[\w.~-]+)+$/.test(path))
    throw wrong('`path` must begin with a slash and end without one, as /api/invites does.')
  for (const origin of origins)
    if (!URL.canParse(origin) || new URL(origin).origin !== origin)
      throw wrong(`${origin} is not an origin. One is like https://app.example.com.`)
}

const wrong = (message: string) => new InviteError('config', { message })
