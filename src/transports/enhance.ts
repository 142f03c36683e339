import type { InviteRole, InviteTransport } from '../transport.js'
import type { EnhanceOptions } from './enhanceOptions.js'
import { lazily } from './lazily.js'

/** The names that the panel's own pages have. */
const roles: readonly InviteRole[] = [
  { value: 'SuperAdmin', label: 'Super Admin', description: 'Everything, people as well.' },
  { value: 'SiteAccess', label: 'Collaborator', description: 'Only the given websites.' },
  { value: 'Support', label: 'Support', description: 'In platform and reseller organizations.' },
  { value: 'Business', label: 'Business', description: 'In platform and reseller organizations.' },
  { value: 'Sysadmin', label: 'System Administrator', description: 'In platform organizations.' },
]

/**
 * Invites of Enhance (orchd), after its API documents 12.3.0 and 12.25 and what was seen of 12.25 panels.
 *
 * - A pending invite is a member who is not active: `id` is the member's. The key of the link is another one, told
 *   once, in the answer to `create` and `resend`.
 * - `groups` are the ids of the websites that a Collaborator (`SiteAccess`) gets. The role Owner is handed over, not
 *   given by an invite.
 * - Whoever is invited already is mailed again, with a new link; the answer does not tell it from a first time.
 * - `sendMail: false` needs 11.0.0; panels before mail all the same.
 * - `createdAt` is the date of the membership, `expiresAt` that plus ten days. An expired invite stays in the list.
 * - A member with several roles is listed with the first; `update` leaves the new one alone.
 * - `resend`, `update` and `revoke` refuse (`already_accepted`) once the member is active: they would hit the person.
 * - The invitee's side is the panel's session cookie, so it has to run on the panel's own domain. The address is in
 *   the link alone (`/invites/{key}?email=`): give it as `email`. Whether the password is new nobody tells.
 * - A link that is used, withdrawn, expired or unknown is `not_found`.
 */
export function enhance(
  options: EnhanceOptions,
): InviteTransport<
  'create' | 'list' | 'resend' | 'update' | 'revoke' | 'lookup' | 'accept' | 'viewer'
> {
  const root = options.baseUrl.replace(/\/$/, '')
  return {
    key: `enhance:${root}/${options.orgId}`,
    roles,
    fields: { name: 'required', groups: 'optional', sendMail: 'optional' },
    ...lazily(
      ['create', 'list', 'resend', 'update', 'revoke', 'lookup', 'accept', 'viewer'],
      async () => (await import('./enhanceOperations.js')).enhanceOperations(root, options),
    ),
  }
}
