import type { InviteTransport } from '../transport.js'
import type { HarnessOptions } from './harnessOptions.js'
import { lazily } from './lazily.js'

/**
 * User invites of Harness NextGen, after harness-core of December 2023 and the API document of 2026.
 *
 * - Rows have no dates and no inviter, and every one is pending: nothing else is told. With `search` or `role` the
 *   list has those as well whose link was opened and who did not finish; such a one cannot be resent (`not_found`).
 * - An address that is invited already is mailed again with the role it had (`renewed`); a member gets role and
 *   groups all the same, and is `already_member`.
 * - The answer to `create` has no id: the list has it.
 * - A batch that is refused fails as a whole. Where some of it may be invited all the same, the outcome is `unknown`.
 * - `resend` and `update` read the invite and write it back, which mails it with a new link; the old one dies.
 * - `revoke` of what is gone is a success.
 * - `lookup` needs the credential of somebody who may see users: it is for the server side. Leave it out for a page
 *   without one.
 * - `accept` goes on by navigation (Harness verifies on a GET, so it must not be fetched), until the invite is
 *   verified; then it takes a name and a password. Both need the invited address.
 */
export function harness(
  options: HarnessOptions,
): InviteTransport<
  'create' | 'createMany' | 'list' | 'resend' | 'update' | 'revoke' | 'lookup' | 'accept'
> {
  const root = (options.baseUrl ?? 'https://app.harness.io').replace(/\/$/, '')
  // An empty scope parameter would match nothing: undefined ones are left out.
  const scope = {
    accountIdentifier: options.accountIdentifier,
    orgIdentifier: options.orgIdentifier || undefined,
    projectIdentifier: options.projectIdentifier || undefined,
  }
  return {
    key: `harness:${[root, ...Object.values(scope)].filter(Boolean).join('/')}`,
    fields: { groups: 'optional' },
    // The largest batch that the document allows.
    maxBatch: 100,
    // Platform rate limits, developer.harness.io: 10 calls a minute and address for inviting users.
    maxPerMinute: 10,
    ...lazily(
      ['create', 'createMany', 'list', 'resend', 'update', 'revoke', 'lookup', 'accept'],
      async () => (await import('./harnessOperations.js')).harnessOperations(root, scope, options),
    ),
  }
}
