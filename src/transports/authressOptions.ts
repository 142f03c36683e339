import type { CreateInviteInput } from '../schema.js'
import type { InviteStatement } from './authressWire.js'
import type { InviteMail } from './inviteMail.js'
import type { HttpOptions, Resolvable } from './request.js'

/** Which account, as whom, and what a role stands for. */
export interface AuthressOptions extends HttpOptions {
  /** The custom login domain, or `https://<account>.api.authress.io`. */
  baseUrl: string
  /** Sent as `Bearer`: the access token of who is signed in, or on a server that of a service client. */
  token: Resolvable<string>
  /** What a role stands for. Authress refuses what the inviter does not hold himself. */
  toStatements: (role: string, input: CreateInviteInput) => InviteStatement[]
  /** The reverse, for the invitee's preview. @default the first role of the first statement */
  toRole?: ((statements: InviteStatement[]) => string | undefined) | undefined
  /** The app's own page for an invite: Authress makes no link. The id is the secret of it. */
  linkOf: (inviteId: string) => string
  /** Mails the link: Authress mails nobody. What it throws makes a `stored` invite, never a failed one. */
  deliver?:
    | ((invite: InviteMail & { tenantId?: string | undefined }) => Promise<void> | void)
    | undefined
  /**
   * Begins Authress's own login with an invite, as `authenticate({ inviteId })` of its login SDK does, and gives the
   * URL to go on to. The invite is then accepted during the login.
   */
  authenticate?: ((inviteId: string) => Promise<string> | string) | undefined
  /** Preselected at Authress's own login. */
  defaultLoginTenantId?: string | undefined
  /** What acceptance does with an access record that cannot be merged safely. */
  conflictResolutionStrategy?:
    | 'GENERATE_NEW_RECORD'
    | 'UNSAFE_FORCE_MERGE'
    | 'SKIP_CHANGES'
    | 'REPLACE_RECORD_DATA'
    | undefined
  /** Shown to the invitee. */
  organization?: string | undefined
  /** The clock. */
  now?: (() => Date) | undefined
}
