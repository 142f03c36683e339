import type { Invite } from '../schema.js'
import type { InviteMail } from './inviteMail.js'

/** Whose invites a ledger keeps, and by which clock. */
export interface LedgerOptions {
  /**
   * Whose invites these are, where one account of the provider serves several organizations, as at Authress: each has
   * its own rows and its own `key`. What is not in them can still be revoked by its id: in the handler, add
   * `ownershipCheck: 'list'`.
   */
  scope?: string | undefined
  /**
   * Mails the link of an invite again, for providers that mail nobody (Authress: the same function as there).
   * Without it, and for an invite that is past its date, resend replaces the invite.
   */
  deliver?: ((invite: InviteMail) => Promise<void> | void) | undefined
  /**
   * Whether a replaced invite is withdrawn before the new one is made: for providers that take no second invite of
   * an address (Astronomer).
   * @default false, the new one first
   */
  revokeFirst?: boolean | undefined
  /**
   * The token by which the transport's `lookup` knows an invite; undefined to believe the row without asking.
   * @default its id, as at Authress and Astronomer, unless its link is seen to carry something else
   */
  tokenOf?: ((invite: Invite) => string | undefined) | undefined
  /**
   * Called where the provider has done it and the storage has not: an invite that was created and is not in the
   * list, or one that is gone and still is.
   */
  onUnrecorded?: ((error: unknown, invite: Partial<Invite>) => unknown) | undefined
  /** The clock. */
  now?: (() => Date) | undefined
}
