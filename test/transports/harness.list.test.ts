import { describe, expect, it } from 'vitest'
import { ana, answering, setUp } from './harnessSetUp.ts'

describe('the list', () => {
  const people = (count: number) =>
    Array.from({ length: count }, (_, index) => ({
      email: `p${index}@acme.test`,
      role: `r${index % 2}`,
    }))

  it('is paged and sorted by the server, in its own words', async () => {
    const { transport, requests } = setUp()
    await transport.createMany(people(5))
    const page = await transport.list({ pageSize: 2, sort: { by: 'email', direction: 'asc' } })
    expect(page).toMatchObject({
      total: 5,
      next: '1',
      invites: [{ email: 'p0@acme.test' }, { email: 'p1@acme.test' }],
    })
    const { searchParams } = new URL(requests.at(-1)?.url ?? '')
    expect(searchParams.getAll('sortOrders')).toEqual(['email,ASC'])
    expect(searchParams.get('pageIndex')).toBe('0')
    await transport.list({ sort: { by: 'expiresAt', direction: 'desc' } })
    expect(new URL(requests.at(-1)?.url ?? '').searchParams.getAll('sortOrders')).toEqual([
      'validUntil,DESC',
      'email,ASC',
    ])
    const last = await transport.list({
      pageSize: 2,
      cursor: '2',
      sort: { by: 'email', direction: 'asc' },
    })
    expect(last.next).toBeUndefined()
  })

  it('invents neither dates nor inviter', async () => {
    const { transport } = setUp()
    await transport.create(ana)
    const [invite] = (await transport.list({})).invites
    expect(invite).toEqual({
      id: expect.stringMatching(/^[0-9a-f]{24}$/),
      email: 'ana@acme.test',
      role: '_account_viewer',
      status: 'pending',
    })
  })

  it.each(['p1@', '.', 'p1+', '(', 'p[0-9]', '\\'])(
    'searches for %s as it is written, not as a pattern',
    async (search) => {
      const { transport } = setUp()
      await transport.createMany([...people(3), { email: 'p1+x@acme.test' }])
      const { invites } = await transport.list({ search, sort: { by: 'email', direction: 'asc' } })
      const all = ['p0@acme.test', 'p1+x@acme.test', 'p1@acme.test', 'p2@acme.test']
      expect(invites.map(({ email }) => email)).toEqual(
        all.filter((email) => email.includes(search)),
      )
    },
  )

  it('searches without regard to case, in addresses and in the names of users', async () => {
    const { transport, state } = setUp()
    await transport.createMany([ana, { email: 'bo@acme.test' }, { email: 'cleo@acme.test' }])
    state.users.push({ email: 'bo@acme.test', name: 'Bo Anand', scopes: [] })
    const { invites } = await transport.list({
      search: ' ANA ',
      sort: { by: 'email', direction: 'asc' },
    })
    expect(invites.map(({ email, name }) => [email, name])).toEqual([
      ['ana@acme.test', undefined],
      ['bo@acme.test', 'Bo Anand'],
    ])
  })

  it('has the invites of one batch once each, in the same order with a filter and without', async () => {
    const { transport } = setUp()
    await transport.createMany(
      people(5)
        .toReversed()
        .map((one) => ({ ...one, role: 'r1' })),
    )
    const walk = async (role?: string) => {
      const emails = []
      for (const cursor of ['0', '1', '2'])
        emails.push(...(await transport.list({ role, cursor, pageSize: 2 })).invites)
      return emails.map(({ email }) => email)
    }
    expect(await walk()).toEqual(people(5).map(({ email }) => email))
    expect(await walk('r1')).toEqual(await walk())
  })

  it('has those whose link was opened and who did not finish only with a search or a role', async () => {
    const { transport, verify } = setUp()
    await transport.create(ana)
    await verify()
    expect((await transport.list({})).total).toBe(0)
    expect((await transport.list({ search: 'ana' })).total).toBe(1)
    expect((await transport.list({ role: ana.role })).total).toBe(1)
  })

  it('reads a role beside a search through all pages', async () => {
    const { transport, calls, requests } = setUp()
    await transport.createMany(people(100))
    await transport.createMany(people(150).slice(100))
    const before = calls().length
    const input = { search: 'p1', role: 'r1', pageSize: 20 }
    const page = await transport.list({ ...input, sort: { by: 'email', direction: 'asc' } })
    expect(page).toMatchObject({ total: 31, next: '20' })
    const next = await transport.list({ ...input, cursor: page.next })
    expect(next.invites).toHaveLength(11)
    expect(next.next).toBeUndefined()
    expect(calls().slice(before)).toEqual([
      'POST /ng/api/invites/aggregate',
      'POST /ng/api/invites/aggregate',
    ])
    expect(await requests.at(-1)?.json()).toEqual({})
  })

  it('leaves to the server what matches, where it only sorts', async () => {
    const { over } = setUp()
    const roleBindings = [{ roleIdentifier: 'r0' }, { roleIdentifier: 'r1' }]
    const content = [{ id: 'a', email: 'ana@acme.test', name: null, roleBindings }]
    const data = { totalPages: 1, totalItems: 1, content }
    const transport = over({ fetch: answering({ status: 'SUCCESS', data }) })
    const sort = { by: 'role', direction: 'asc' } as const
    expect((await transport.list({ role: 'r1', sort })).total).toBe(1)
    expect((await transport.list({ search: 'Ruiz', sort })).total).toBe(1)
  })

  it('ends where the server has no more rows, whatever it counts', async () => {
    const { over } = setUp()
    const data = { totalPages: 1_000_000, totalItems: 3, content: [] }
    const transport = over({ fetch: answering({ status: 'SUCCESS', data }) })
    expect(await transport.list({ pageSize: 500 })).toEqual({ invites: [], total: 0 })
    expect((await transport.list({})).next).toBeUndefined()
  })

  it('filters by role on the server, and on this side where a search stands beside it', async () => {
    const { transport, calls } = setUp()
    await transport.createMany(people(6))
    const before = calls().length
    expect((await transport.list({ role: 'r1' })).total).toBe(3)
    expect((await transport.list({ role: 'r1', search: 'p3' })).invites).toMatchObject([
      { email: 'p3@acme.test' },
    ])
    expect(calls().slice(before)).toEqual([
      'POST /ng/api/invites/aggregate',
      'POST /ng/api/invites/aggregate',
    ])
  })

  it('knows no other status than pending', async () => {
    const { transport, calls } = setUp()
    expect(await transport.list({ status: 'expired' })).toEqual({ invites: [], total: 0 })
    expect(calls()).toEqual([])
  })

  it('sorts by role on this side, over all pages', async () => {
    const { transport } = setUp()
    await transport.createMany(people(3))
    const { invites } = await transport.list({
      sort: { by: 'role', direction: 'asc' },
      pageSize: 2,
    })
    expect(invites.map(({ role }) => role)).toEqual(['r0', 'r0'])
  })

  it('reads as many pages as a large one takes, since the server gives a hundred at the most', async () => {
    const { transport, calls } = setUp()
    await transport.createMany(people(100))
    await transport.createMany(people(150).slice(100))
    const before = calls().length
    const page = await transport.list({ pageSize: 500 })
    expect(page.invites).toHaveLength(150)
    expect(calls().length - before).toBe(2)
  })

  it('leaves out a row that cannot be read, and counts it', async () => {
    const { over } = setUp()
    const content = [{ id: 'a', email: 'a@acme.test' }, { id: 1 }, null]
    const data = { totalPages: 1, totalItems: 3, content }
    const transport = over({ fetch: answering({ status: 'SUCCESS', data }) })
    expect(await transport.list({})).toMatchObject({ invites: [{ id: 'a' }], unreadable: 2 })
    expect(await transport.list({ sort: { by: 'role', direction: 'asc' } })).toMatchObject({
      invites: [{ id: 'a' }],
      unreadable: 2,
    })
  })
})
