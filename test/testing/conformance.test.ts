import { describe, expect, it } from 'vitest'
import { InviteError } from '../../src/error.js'
import { conformance, type Reading, type Subject } from '../../src/testing/index.js'
import { modulesOf } from '../sources.ts'
import { acme, subjectOf, type Acme } from './acme.ts'
import { faults } from './faults.ts'

/** What fails, by title, with what is said of it. */
async function failuresOf(subject: Subject): Promise<Map<string, string>> {
  const failures = new Map<string, string>()
  for (const { title, run } of conformance(subject))
    // oxlint-disable-next-line no-await-in-loop -- as a runner does
    await run().catch((error: Error) => failures.set(title, error.message))
  return failures
}

describe('the conformance suite', () => {
  it('has nothing to say of a transport that is as it should be', async () => {
    expect(await failuresOf(subjectOf(acme))).toEqual(new Map())
  })

  it.each(faults)('finds %s, and nothing else', async (_, fault, titles) => {
    const subject = subjectOf((fetch) => {
      const good = acme(fetch)
      return { ...good, ...fault(good, fetch) }
    })
    const expected = conformance(subject)
      .map(({ title }) => title)
      .filter((title) => titles.test(title))
    expect(expected.length).toBeGreaterThan(0)
    expect([...(await failuresOf(subject)).keys()]).toEqual(expected)
  })

  it('says what was expected, what came, and what to do', async () => {
    const failures = await failuresOf(
      subjectOf((fetch) => ({
        ...acme(fetch),
        revoke: async () => {
          throw new InviteError('unknown')
        },
      })),
    )
    expect(failures.get('revoke, answered with 403')).toBe(
      'Expected [{"code":"forbidden","outcome":"not_sent"}]\n' +
        'Received [{"code":"unknown"}]\n' +
        'The answer was 403 {}\n' +
        "Read it so, or say in deviations.revoke['403'] what this provider means by it.",
    )
    expect(failures.get('revoke succeeds with a value of the protocol and nothing beside it')).toBe(
      'revoke failed with InviteError: unknown\n' +
        'inputs.revoke must succeed in the world: mend the input, the world or the transport.',
    )
  })

  it('says so where a method, an input or the provider is missing', async () => {
    const claims = ['create', 'createMany', 'list', 'revoke', 'viewer'] as const
    const unmade = await failuresOf(subjectOf(acme, { claims }))
    expect(unmade.get('viewer, answered with 403')).toContain('no input for it')
    const { world, ...rest } = subjectOf(acme, { claims })
    const given = await world()
    const inputs = { ...given.inputs, viewer: {} }
    const known = await failuresOf({ ...rest, world: () => ({ ...given, inputs }) })
    expect(known.get('viewer, answered with 403')).toBe(
      'viewer is claimed, but there is no such method.\nWrite it, or take it out of claims.',
    )
    const alone = await failuresOf({ ...rest, world: () => ({ ...given, fetch: undefined }) })
    expect(alone.get('revoke succeeds with a value of the protocol and nothing beside it')).toBe(
      'The world has no fetch. Add one, which plays the provider.',
    )
  })

  it('goes by what the provider is known to mean, and finds it where that is not so', async () => {
    const gone: Reading = { code: 'unsupported', outcome: 'not_sent' }
    const deviations = { revoke: { '410': gone } }
    const title = 'revoke, answered with 410'
    const plain = await failuresOf(subjectOf(acme, { deviations }))
    expect([...plain.keys()]).toEqual([title])
    const knowing = subjectOf(
      (fetch): Acme => {
        const good: Acme = acme(fetch)
        const reread = (error: unknown) => {
          const expired = InviteError.is(error) && error.code === 'expired'
          throw expired ? new InviteError('unsupported', { outcome: 'not_sent' }) : error
        }
        return { ...good, revoke: (input, options) => good.revoke(input, options).catch(reread) }
      },
      { deviations },
    )
    expect(await failuresOf(knowing)).toEqual(new Map())
  })

  it('leaves requests and answers out where no HTTP is spoken', () => {
    const titles = conformance(subjectOf(acme, { http: false })).map(({ title }) => title)
    expect(titles.filter((title) => /answered with|an id change|credential/.test(title))).toEqual(
      [],
    )
    expect(titles).toContain('list leads through all invites')
  })

  it('gives every check a title of its own', () => {
    const titles = conformance(subjectOf(acme)).map(({ title }) => title)
    expect(new Set(titles).size).toBe(titles.length)
  })
  it('needs no test runner, and nothing that ships to a page needs it', () => {
    const imports = [...modulesOf('src')].flatMap(([file, text]) =>
      [...text.matchAll(/^(?:import|export) .*from '([^']+)'/gm)].map(([, to = '']) => [file, to]),
    )
    const own = imports.filter(([file = '']) => file.startsWith('src/testing/'))
    const foreign = own.map(([, to = '']) => to).filter((to) => !to.startsWith('.'))
    expect([...new Set(foreign)]).toEqual(['zod/mini'])
    const users = imports.filter(
      ([file, to]) => to?.includes('testing/') && !own.some(([one]) => one === file),
    )
    expect(users).toEqual([])
  })
})
