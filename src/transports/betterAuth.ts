import type { InviteRole, InviteTransport } from '../transport.js'
import type { BetterAuthOptions } from './betterAuthOptions.js'
import { lazily } from './lazily.js'

const defaultRoles: readonly InviteRole[] = [
  { value: 'member', label: 'Member', description: 'Uses what the organization has.' },
  { value: 'admin', label: 'Admin', description: 'Invites and manages people as well.' },
]

/**
 * Invitations of better-auth's `organization()` plugin, after running servers of 1.7.7 and 1.7.24.
 *
 * - `id` is the secret of the link, and the token of `lookup`, `accept` and `decline`.
 * - Nothing tells whether a mail went out, so that `delivery` is `unknown`; nor who invited.
 * - `list` without a `status` has what is still open (pending, expired), but an expired invite only until its
 *   address is invited again. With a `status` it has every invite of that one. Filters and pages are made here.
 * - `resend` reads the list for address and role. The id changes where the invite had expired.
 * - `revoke` is for pending and expired invites: the server takes an answered one as well, and rewrites its status.
 * - `lookup` is for the signed-in recipient. Expired, answered, withdrawn and unknown invites cannot be told apart:
 *   all are `not_found`, also in `accept`, and so is one whose inviter has left the organization.
 */
export function betterAuth(
  options: BetterAuthOptions,
): InviteTransport<
  'create' | 'list' | 'resend' | 'revoke' | 'lookup' | 'accept' | 'decline' | 'viewer'
> {
  const { organizationId, teams } = options
  const root = options.baseUrl.replace(/\/$/, '')
  return {
    key: `better-auth:${root}/${organizationId ?? 'active'}`,
    roles: options.roles ?? defaultRoles,
    fields: teams ? { groups: 'optional' } : {},
    ...lazily(
      ['create', 'list', 'resend', 'revoke', 'lookup', 'accept', 'decline', 'viewer'],
      async () => (await import('./betterAuthOperations.js')).betterAuthOperations(root, options),
    ),
  }
}
