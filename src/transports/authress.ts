import type { InviteTransport } from '../transport.js'
import type { AuthressOptions } from './authressOptions.js'
import { lazily } from './lazily.js'

/**
 * Invites of Authress, after the SDK documents of 2026-04 (authress-sdk.js 3.2.266) and the API document of 2023.
 *
 * - `id` is the secret of the link: an invite has no addressee, whoever has it and a login may claim it.
 * - `expiresAt` of create must be 5 minutes to 30 days ahead, and takes a further permission.
 * - Accepted, withdrawn and expired are one `not_found`; so is an invite for a caller without rights in the account,
 *   which invitees are: `lookup` may refuse one who can accept.
 * - Lists come with `ledger()`.
 */
export function authress(
  options: AuthressOptions,
): InviteTransport<'create' | 'revoke' | 'lookup' | 'accept'> {
  const root = options.baseUrl.replace(/\/$/, '')
  return {
    key: `authress:${root}`,
    fields: {
      ...(options.deliver && { name: 'optional', message: 'optional', sendMail: 'optional' }),
      expiresAt: 'optional',
    },
    ...lazily(['create', 'revoke', 'lookup', 'accept'], async () =>
      (await import('./authressOperations.js')).authressOperations(root, options),
    ),
  }
}
