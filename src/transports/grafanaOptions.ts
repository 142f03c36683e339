import type { HttpOptions, Resolvable } from './request.js'

/** Which server and organization, and as whom. */
export interface GrafanaOptions extends HttpOptions {
  /** Root of the server, with its sub-path if it has one; `/api` is added. */
  baseUrl: string
  /** Service account token. Without one the session cookie counts, or what a proxy adds. */
  token?: Resolvable<string> | undefined
  /** Organization to work in, for callers that belong to several; a token is bound to its own. */
  orgId?: number | undefined
  /**
   * Milliseconds that an invite is good for: `user_invite_max_lifetime_duration` of the server, which its API does
   * not tell. Every `expiresAt` is an estimate from it.
   * @default 24 hours
   */
  inviteLifetime?: number | undefined
}
