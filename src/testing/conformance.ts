import { httpChecks } from './httpChecks.js'
import { plainChecks } from './plainChecks.js'
import type { Bench, Check, Subject, World } from './subject.js'

/**
 * What every transport promises, as checks for any test runner: it has the operations that it claims, answers in the
 * neutral shapes, honours the caller's signal, reads refusals and broken answers as the right InviteError, sends no
 * credential elsewhere and repeats none in an error. A check that fails rejects with an Error that says what was
 * expected, what came and what to do.
 *
 * @example Vitest, Jest and the like
 * import { conformance } from 'invite-kit/testing'
 * import { describe, test } from 'vitest'
 *
 * describe('acme', () => {
 *   const checks = conformance({
 *     claims: ['create', 'list', 'revoke'],
 *     world: () => ({
 *       fetch: acmeEmulator(), // (input, init) => Promise<Response>, with a pending invite i1
 *       transport: (fetch) => acme({ baseUrl: 'https://acme.test', fetch }),
 *       inputs: { create: { email: 'bo@acme.test' }, list: {}, revoke: { id: 'i1' } },
 *     }),
 *   })
 *   for (const { title, run } of checks) test(title, run)
 * })
 *
 * @example node:test
 * import { describe, test } from 'node:test'
 *
 * describe('acme', () => {
 *   for (const { title, run } of conformance(subject)) test(title, run)
 * })
 */
export function conformance(subject: Subject): readonly Check[] {
  let world: Promise<World> | undefined
  const bench: Bench = {
    subject,
    shared: () => (world ??= Promise.resolve(subject.world())),
  }
  return [...plainChecks(bench), ...(subject.http === false ? [] : httpChecks(bench))]
}
