import type { InviteOperation, TransportInfo } from '../transport.js'
import type { HttpOptions, Resolvable } from './request.js'

/** Where the handler is, and what it can do. */
export interface HttpTransportOptions<Can extends InviteOperation = InviteOperation>
  extends HttpOptions, Partial<TransportInfo> {
  /** Where `createInviteHandler` answers, without the operation: `/api/invites`. A relative one needs a page. */
  url: string
  /** What the handler's transport can do, as far as this page needs it. */
  operations: readonly Can[]
  /** Sent with every request, a CSRF token for example. */
  headers?: Resolvable<Record<string, string>> | undefined
  /** Whether cookies go along. @default 'same-origin' */
  credentials?: RequestCredentials | undefined
  /** A fresh idempotency key, for each write that is called without one. @default 128 random bits */
  newKey?: (() => string) | undefined
}
