import type { InviteRole, InviteTransport } from '../transport.js'
import type { AstronomerOptions } from './astronomerOptions.js'
import { lazily } from './lazily.js'

/** The enum of v1; each has the rights of those before it. */
const roles: readonly InviteRole[] = [
  {
    value: 'ORGANIZATION_MEMBER',
    label: 'Member',
    description: 'Sees the Organization, and the Workspaces it is added to.',
  },
  {
    value: 'ORGANIZATION_OBSERVE_MEMBER',
    label: 'Observe Member',
    description: 'Sees Astro Observe as well.',
  },
  {
    value: 'ORGANIZATION_OBSERVE_ADMIN',
    label: 'Observe Admin',
    description: 'Manages Astro Observe as well.',
  },
  {
    value: 'ORGANIZATION_BILLING_ADMIN',
    label: 'Billing Admin',
    description: 'Manages billing as well.',
  },
  {
    value: 'ORGANIZATION_OWNER',
    label: 'Owner',
    description: 'Manages people, Workspaces and all settings as well.',
  },
]

type Basic = InviteTransport<'create' | 'list' | 'revoke'>
type Whole = InviteTransport<
  'create' | 'list' | 'resend' | 'revoke' | 'lookup' | 'accept' | 'decline'
>

/**
 * Organization invites of Astronomer (Astro), after the v1 document and, for v1alpha1, the Go client of astro-cli
 * before May 2026.
 *
 * - `list` reads all users who have invites (v1: all users), 100 to a request: what an invite lacks is in the user.
 *   `createdAt` is that of a user who is new; one who had an account before has none. Every row is `pending`, also
 *   past its `expiresAt`: what Astronomer does with such an invite is not documented.
 * - Rows of v1 are pending people. Their invites are not told, so that `id` is `user:<id>`, there is no expiry, and
 *   `revoke` of such a row is `unsupported`; `ledger()` keeps the ids that `create` tells.
 * - `resend` deletes and creates again. Where only the first half is sure, the error keeps its code, has the outcome
 *   `unknown`, and names the person in its message and in `fields.email`. Once begun it is not aborted.
 * - `accept` and `decline` need the invitee's token, and a user: at a first sign-in
 *   `GET /users/self?createIfNotExist=true` makes one. A refusal is `wrong_account` where invite and user are seen to
 *   have different addresses.
 * - Mails of invites by API token once had a dead link (terraform-provider-astro#208).
 */
export function astronomer(options: AstronomerOptions & { apiVersion: 'v1alpha1' }): Whole
export function astronomer(options: AstronomerOptions): Basic
export function astronomer(options: AstronomerOptions): Basic {
  const { apiVersion, organizationId } = options
  const root = (options.baseUrl ?? 'https://api.astronomer.io').replace(/\/$/, '')
  const baseUrl = `${root}/${apiVersion}`
  const load = async () =>
    (await import('./astronomerOperations.js')).astronomerOperations(baseUrl, options)
  const info = { key: `astronomer:${baseUrl}/${organizationId}`, roles }
  if (apiVersion === 'v1') return { ...info, ...lazily(['create', 'list', 'revoke'], load) }
  const whole: Whole = {
    ...info,
    ...lazily(['create', 'list', 'resend', 'revoke', 'lookup', 'accept', 'decline'], load),
  }
  return whole
}
