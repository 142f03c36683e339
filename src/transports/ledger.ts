import { can, type InviteTransport } from '../transport.js'
import { lazily } from './lazily.js'
import type { LedgerOptions } from './ledgerOptions.js'
import type { LedgerStorage } from './ledgerRows.js'

const others = ['createMany', 'update', 'revoke'] as const

/**
 * Gives `list` and `resend` to a transport that cannot list, by keeping a row of every invite that is created
 * through it. Invites that were made elsewhere are not known.
 *
 * - The rows of a page are checked by the transport's `lookup` where it has one: what is gone (accepted, withdrawn,
 *   expired: one answer for all with most providers) leaves the list, and the storage once its date has passed or
 *   the caller was seen to read another invite: Authress answers so to one without any rights too. Where the
 *   provider cannot be asked, rows stay as they were. `total` counts the rows of other pages unchecked.
 * - Without `lookup` a row stays until it is withdrawn here, `expired` once its date has passed.
 * - `resend` mails the same link again through `deliver`; else it replaces: a new invite, then the old one is
 *   withdrawn, but not while the new one was mailed to nobody. Where that last step fails both links work, and both
 *   rows stay in the list.
 * - An invite whose answer was lost may exist: for an hour the list then counts one row that could not be read, so that
 *   nobody is told that it does not.
 * - An invite exists although the storage fails: `create` then resolves without `invite`, and `onUnrecorded` is told.
 * - Rows hold links, which are secrets: the storage belongs on a server.
 */
export function ledger<T extends InviteTransport<'create'>>(
  transport: T,
  storage: LedgerStorage,
  options: LedgerOptions = {},
): T & InviteTransport<'list' | 'resend'> {
  const { scope } = options
  const key = scope === undefined ? transport.key : `${transport.key}#${scope}`
  const kept = others.filter((operation) => can(transport, operation))
  return {
    ...transport,
    key,
    ...lazily(['create', 'list', 'resend', ...kept], async () =>
      (await import('./ledgerOperations.js')).ledgerOperations(transport, key, storage, options),
    ),
  }
}
