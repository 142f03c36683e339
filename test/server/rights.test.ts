import { describe, expect, it } from 'vitest'
import type { CreateOptions } from '../../src/transport.js'
import type { CreateInviteInput } from '../../src/schema.js'
import { ask, read, setUp } from './setUp.ts'

const bo = { email: 'bo@acme.test' }

/** A provider with neither roles nor groups of its own, that believes everything. */
function trusting() {
  const created: [CreateInviteInput, CreateOptions | undefined][] = []
  const transport = {
    key: 'trusting',
    create: async (input: CreateInviteInput, options?: CreateOptions) => {
      created.push([input, options])
      return { delivery: 'mailed' as const }
    },
  }
  return { created, transport }
}

describe('with a credential that all share', () => {
  it.each([
    ['role', { role: 'owner' }],
    ['groups', { groups: ['admins'] }],
  ])('nobody gives a %s that no list has', async (field, rights) => {
    const { created, transport } = trusting()
    const { handle } = setUp({ transport, roles: undefined })
    expect(await read(await handle(ask('create', { ...bo, ...rights })))).toMatchObject([
      403,
      { code: 'forbidden', fields: { [field]: 'not yours to give' }, outcome: 'not_sent' },
    ])
    expect(created).toEqual([])
    expect((await handle(ask('create', bo))).status).toBe(200)
  })

  it('groups are those of the person, before those of the options', async () => {
    const { created, transport } = trusting()
    const status = async (groups: string[], options: Parameters<typeof setUp>[0]) =>
      (await setUp({ transport, ...options }).handle(ask('create', { ...bo, groups }))).status
    const authorize = () => ({ ok: true as const, groups: ['a'] })
    expect(await status(['a', 'b'], { groups: ['a', 'b'] })).toBe(200)
    expect(await status(['a', 'b'], { groups: ['a'] })).toBe(403)
    expect(await status(['b'], { groups: ['b'], authorize })).toBe(403)
    expect(await status(['a'], { groups: ['b'], authorize })).toBe(200)
    expect(created).toHaveLength(2)
  })
})

it('with a transport of the person, the provider judges what has no list', async () => {
  const { transport } = trusting()
  const authorize = () => ({ ok: true as const, transport })
  const { handle } = setUp({ authorize })
  const rights = { role: 'owner', groups: ['admins'] }
  expect((await handle(ask('create', { ...bo, ...rights }))).status).toBe(200)
})

it.each([
  'bo',
  'a@evil.test,b@acme.test',
  '"a@evil"@acme.test',
  'bo@acme.test\r\nBcc: c@evil.test',
])('an address that mail programs read in different ways is not invited: %j', async (email) => {
  const { created, transport } = trusting()
  const { handle } = setUp({ transport })
  expect(await read(await handle(ask('create', { email })))).toMatchObject([
    422,
    { code: 'invalid_input', fields: { email: 'not an address' }, outcome: 'not_sent' },
  ])
  expect(created).toEqual([])
})

it('a page may say that it needs no more than the sending, and nothing else by a header', async () => {
  const { created, transport } = trusting()
  const { handle } = setUp({ transport })
  for (const prefer of ['return=minimal', 'return=representation', 'x'])
    // oxlint-disable-next-line no-await-in-loop
    await handle(ask('create', bo, { prefer }))
  expect(created.map(([, options]) => options?.identify)).toEqual([false, true, true])
})
