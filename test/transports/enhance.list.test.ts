import { describe, expect, test } from 'vitest'
import { json } from '../emulators/emulator.ts'
import { enhanceState } from '../emulators/enhanceState.ts'
import { ana, failure, password, setUp } from './enhanceSetUp.ts'

const day = 86_400_000

/** Members who are nobody's invite. */
function crowded(count: number) {
  const state = enhanceState()
  const [owner] = state.members
  for (let index = 0; index < count; index++) {
    const id = `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`
    state.logins.push({ id, email: `m${index}@acme.test`, name: `Member ${index}`, password: 'x' })
    if (owner) state.members.push({ ...owner, id, loginId: id, roles: ['Support'] })
  }
  return state
}

const row = (extra: object = {}) => ({
  id: 'm1',
  isActive: false,
  email: 'ana@acme.test',
  name: 'Ana Ruiz',
  roles: ['Support'],
  ...extra,
})

describe('list', () => {
  test('has the members who are not active', async () => {
    const { transport, state } = setUp()
    await transport.create(ana)
    expect(await transport.list({})).toEqual({
      invites: [
        {
          id: state.members[1]?.id,
          email: 'ana@acme.test',
          name: 'Ana Ruiz',
          role: 'SuperAdmin',
          status: 'pending',
          createdAt: '2026-03-02T09:00:00.500Z',
          expiresAt: '2026-03-12T09:00:00.500Z',
          expiryEstimated: true,
        },
      ],
      total: 1,
    })
  })

  test('reads a plain date, as it is documented, as its beginning', async () => {
    const { transport } = setUp({ dates: 'date' })
    await transport.create(ana)
    const [invite] = (await transport.list({})).invites
    expect(invite).toMatchObject({
      createdAt: '2026-03-02T00:00:00.000Z',
      expiresAt: '2026-03-12T00:00:00.000Z',
      expiryEstimated: true,
    })
  })

  test('invents no date where there is none', async () => {
    const { transport, detour } = setUp()
    for (const joinedAt of [undefined, null, 'soon']) {
      detour.answer = () => json({ total: 1, items: [row({ joinedAt })] })
      // oxlint-disable-next-line no-await-in-loop
      expect((await transport.list({})).invites).toEqual([
        { id: 'm1', email: 'ana@acme.test', name: 'Ana Ruiz', role: 'Support', status: 'pending' },
      ])
    }
  })

  test('takes the first of several roles, and no role for none', async () => {
    const { transport, detour } = setUp()
    const items = [row({ roles: ['Business', 'Support'] }), row({ id: 'm2', roles: [] })]
    detour.answer = () => json({ total: 2, items })
    const { invites } = await transport.list({ sort: { by: 'role', direction: 'desc' } })
    expect(invites.map(({ role }) => role)).toEqual(['Business', undefined])
  })

  test.each(['pending', 'active'] as const)(
    'finds the invites among all members, with the %s ones first',
    async (first) => {
      const { transport, calls } = setUp({ first, pageLimit: 5, state: crowded(11) })
      for (const name of ['Bo', 'Cy', 'Di', 'Ed', 'Flo', 'Gus'])
        // oxlint-disable-next-line no-await-in-loop
        await transport.create({ email: `${name}@acme.test`, name, role: 'Support' })
      const before = calls().length
      const { invites, total } = await transport.list({
        sort: { by: 'email', direction: 'asc' },
        pageSize: 4,
      })
      expect(total).toBe(6)
      expect(invites.map(({ name }) => name)).toEqual(['Bo', 'Cy', 'Di', 'Ed'])
      // Of four pages of members the last two have no invite; nothing says so of the first ones.
      expect(calls().length - before).toBe(first === 'pending' ? 2 : 4)
    },
  )

  test('reads every member where nobody is invited, and asks for the largest page', async () => {
    const { transport, requests } = setUp({ pageLimit: 5, state: crowded(11) })
    expect(await transport.list({})).toEqual({ invites: [], total: 0 })
    const queries = requests.map(({ url }) => Object.fromEntries(new URL(url).searchParams))
    expect(queries.map(({ offset }) => offset)).toEqual(['0', '5', '10'])
    expect(queries[0]).toEqual({ offset: '0', limit: '100', sortBy: 'status', sortOrder: 'asc' })
  })

  test('has a row once that is met on two pages', async () => {
    const { transport, detour } = setUp()
    detour.answer = () => json({ total: 2, items: [row()] })
    expect((await transport.list({})).total).toBe(1)
  })

  test('ends where a page is empty, whatever the total says', async () => {
    const { transport, detour, calls } = setUp()
    detour.answer = () => json({ total: 9, items: [] })
    expect((await transport.list({})).invites).toEqual([])
    expect(calls()).toHaveLength(1)
  })

  test('counts what it cannot read, and leaves it out', async () => {
    const { transport, detour } = setUp()
    detour.answer = () => json({ total: 3, items: [row(), { id: 7 }, null] })
    const page = await transport.list({})
    expect(page).toMatchObject({ total: 1, unreadable: 2 })
    expect(page.invites).toHaveLength(1)
  })

  test('searches, filters and leads on by its cursor', async () => {
    const { transport } = setUp()
    await transport.create(ana)
    await transport.create({ email: 'bo@acme.test', name: 'Bo Li', role: 'Support' })
    const names = async (input: Parameters<typeof transport.list>[0]) =>
      (await transport.list(input)).invites.map(({ name }) => name)
    expect(await names({ search: 'RUIZ' })).toEqual(['Ana Ruiz'])
    expect(await names({ role: 'Support' })).toEqual(['Bo Li'])
    expect(await names({ status: 'expired' })).toEqual([])
    const { next } = await transport.list({ pageSize: 1 })
    expect(await names({ pageSize: 1, cursor: next })).toHaveLength(1)
  })

  test('keeps an invite that has expired, with the date to tell by', async () => {
    const { transport, clock, open } = setUp()
    await transport.create(ana)
    clock.time += 11 * day
    const [invite] = (await transport.list({})).invites
    expect(invite?.status).toBe('pending')
    expect(Date.parse(invite?.expiresAt ?? '')).toBeLessThan(clock.time)
    expect((await failure(transport.lookup(open()))).code).toBe('not_found')
  })

  test('has nobody who has accepted', async () => {
    const { transport, visitor, open } = setUp()
    await transport.create(ana)
    await visitor().accept({ ...open(), password })
    expect((await transport.list({})).total).toBe(0)
  })
})
