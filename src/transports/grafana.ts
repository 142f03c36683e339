import type { InviteRole, InviteTransport } from '../transport.js'
import { lazily } from './lazily.js'
import type { GrafanaOptions } from './grafanaOptions.js'

const roles: readonly InviteRole[] = [
  { value: 'Viewer', label: 'Viewer', description: 'Sees dashboards.' },
  { value: 'Editor', label: 'Editor', description: 'Changes dashboards and alerts as well.' },
  { value: 'Admin', label: 'Admin', description: 'Manages people and data sources as well.' },
  { value: 'None', label: 'None', description: 'Only what is granted singly (newer servers).' },
]

/**
 * Organization invites of Grafana, after the sources of 9.1, 9.3.2 and 11 (the published document of 9.3.2 has
 * another method for revoke, and not the two routes of the invitee).
 *
 * - `id` is the code of the link: a secret.
 * - Whoever has an account is added at once (`added`), without an invite.
 * - `resend` makes a new invite, then revokes the old one. Where that last step fails both links work, until one of
 *   them is used.
 * - `revoke` of an unknown id is a success on servers before the fix of CVE-2024-10452.
 * - `accept` takes the address from the invite. `email` counts only where the invite has none (it was made for a
 *   login), and to learn why an invite is no longer open.
 */
export function grafana(
  options: GrafanaOptions,
): InviteTransport<'create' | 'list' | 'resend' | 'revoke' | 'lookup' | 'accept'> {
  const { orgId } = options
  const root = options.baseUrl.replace(/\/$/, '')
  return {
    key: `grafana:${root}${orgId === undefined ? '' : `/org/${orgId}`}`,
    roles,
    fields: { name: 'optional', sendMail: 'optional' },
    ...lazily(['create', 'list', 'resend', 'revoke', 'lookup', 'accept'], async () =>
      (await import('./grafanaOperations.js')).grafanaOperations(root, options),
    ),
  }
}
