import type { InviteOperation, InviteOperations, InviteTransport } from '../transport.js'
import { isOk } from './isOk.js'
import { refuse } from './refuse.js'

/** A transport that can do whatever it can. */
export type AnyTransport = InviteTransport & Partial<InviteOperations>

/** One call, before anything is done. */
export interface AuthorizeContext {
  /** For its headers: the session. The body is read already. */
  request: Request
  /** `lookup`, `accept`, `decline` and `viewer` come from invitees, who may not be signed in. */
  operation: InviteOperation
  /** Judged by the schema of the operation. Who acts, and where, is never to be taken from it. */
  input: unknown
}

/** Lets a request through. */
export interface Allowed {
  ok: true
  /** The transport of the organization that this person may act in. @default that of the handler */
  transport?: AnyTransport
  /**
   * Who acts: for rate limits, logs and idempotency keys. Without it the session's headers tell keys apart, so that a
   * cookie that changes makes a second write of a second try.
   */
  actor?: string | undefined
  /** Roles that this person may give. @default those of the handler */
  roles?: readonly string[] | undefined
  /** Groups that this person may add people to. @default those of the handler */
  groups?: readonly string[] | undefined
}

/** `unauthenticated` where signing in would help. @default 'forbidden' */
export interface Denied {
  ok: false
  code?: 'forbidden' | 'unauthenticated' | undefined
}

/** Decides who may do what. What it throws denies as well. */
export type Authorize = (context: AuthorizeContext) => Allowed | Denied | Promise<Allowed | Denied>

/** Asks the app. Only what {@link isOk} lets through; everything else denies. */
export async function authorized(
  authorize: Authorize,
  context: AuthorizeContext,
): Promise<Allowed> {
  let answer: Allowed | Denied
  try {
    answer = await authorize(context)
  } catch {
    throw refuse('unknown', { message: '`authorize` failed.' })
  }
  if (isOk(answer)) return answer
  throw refuse(answer?.code === 'unauthenticated' ? 'unauthenticated' : 'forbidden')
}
