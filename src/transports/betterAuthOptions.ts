import type { InviteRole } from '../transport.js'
import type { HttpOptions, Resolvable } from './request.js'

/** Which auth server and organization, and as whom. */
export interface BetterAuthOptions extends HttpOptions {
  /** Origin and base path of the auth server: `https://app.example/api/auth`. */
  baseUrl: string
  /**
   * Organization to work in. Without it that of the session counts; the cache does not see it change, so remove
   * the queries of this transport's key whenever another organization is made active.
   */
  organizationId?: string | undefined
  /** Session token, where the server has the `bearer()` plugin. Without one the session cookie counts. */
  token?: Resolvable<string> | undefined
  /** The link that the application mails for an invitation id; with it invites have a `url`. */
  linkOf?: ((invitationId: string) => string) | undefined
  /** Roles that may be given. @default member and admin */
  roles?: readonly InviteRole[] | undefined
  /** Whether the server has teams: `groups` are then team ids. @default false */
  teams?: boolean | undefined
  /** What `expired` is judged by. @default the clock of this machine */
  now?: (() => Date) | undefined
}
