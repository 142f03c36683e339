import { describe, expect, test } from 'vitest'
import type { ListInvitesInput } from '../../src/schema.js'
import { json } from '../emulators/emulator.ts'
import { acme, other } from '../emulators/astronomerState.ts'
import { ana, failure, plain, setUp } from './astronomerSetUp.ts'

const people = [
  ['cleo', 'ORGANIZATION_MEMBER'],
  ['ana', 'ORGANIZATION_MEMBER'],
  ['bo', 'ORGANIZATION_OWNER'],
] as const

/** Three pending people, a minute after one another. */
async function withThree(...given: Parameters<typeof setUp>) {
  const all = setUp(...given)
  for (const [name, role] of people) {
    // oxlint-disable-next-line no-await-in-loop -- in order
    await all.alpha.create({ email: `${name}@acme.test`, role })
    all.clock.time += 60_000
  }
  all.requests.length = 0
  const queries = () => all.requests.map(({ url }) => Object.fromEntries(new URL(url).searchParams))
  return { ...all, queries }
}

const usersOf = (...users: object[]) => json({ users, totalCount: users.length })

describe.each(['alpha', 'v1'] as const)('list of %s', (version) => {
  test('searches, filters, sorts and pages', async () => {
    const { [version]: transport } = await withThree()
    const names = async (input: ListInvitesInput) =>
      (await transport.list(input)).invites.map(({ email }) => email?.split('@')[0])
    expect(await names({})).toEqual(['bo', 'ana', 'cleo'])
    expect(await names({ sort: { by: 'email', direction: 'asc' } })).toEqual(['ana', 'bo', 'cleo'])
    expect(await names({ role: 'ORGANIZATION_OWNER' })).toEqual(['bo'])
    expect(await names({ search: ' CLE ' })).toEqual(['cleo'])
    expect(await names({ status: 'pending' })).toHaveLength(3)
    expect(await names({ status: 'expired' })).toEqual([])
    const { next, total } = await transport.list({ pageSize: 2 })
    expect(total).toBe(3)
    expect(await names({ pageSize: 2, cursor: next })).toEqual(['cleo'])
  })

  test('reads on, however few users the server gives at once', async () => {
    const { [version]: transport, queries } = await withThree({ maxLimit: 1 })
    expect((await transport.list({})).total).toBe(3)
    const offsets = queries().map(({ offset }) => offset)
    expect(offsets).toEqual(version === 'v1' ? ['0', '1', '2', '3'] : ['0', '1', '2'])
    expect(queries()[0]).toMatchObject({ limit: '100', sorts: 'id:asc' })
  })

  test('ends where the server has no more users, although it counts more', async () => {
    const { [version]: transport, detour, requests } = setUp()
    detour.answer = () => json({ users: [], totalCount: 7 })
    expect(await transport.list({})).toEqual({ invites: [], total: 0 })
    expect(requests).toHaveLength(1)
  })

  test('is of the organization: another one is forbidden', async () => {
    const { [version]: transport } = setUp({}, { organizationId: other })
    expect((await failure(transport.list({}))).code).toBe('forbidden')
  })

  test('leaves out what it cannot read, and counts it', async () => {
    const { [version]: transport, detour } = setUp()
    const invites = [{ inviteId: 'inv1', organizationId: acme }]
    const bare = { id: 'u1', status: 'PENDING', invites }
    detour.answer = () => usersOf({ ...bare, id: 7 }, bare, { ...bare, username: {} })
    const page = await transport.list({})
    expect(page.unreadable).toBe(2)
    expect(plain(page.invites)).toEqual([
      { id: version === 'v1' ? 'user:u1' : 'inv1', status: 'pending' },
    ])
  })
})

describe('list of v1alpha1', () => {
  test('has of each invite what the user knows beside', async () => {
    const { alpha, state } = await withThree({}, { token: 'org.key' })
    const { invites } = await alpha.list({ search: 'ana' })
    expect(plain(invites)).toEqual([
      {
        id: state.invites[1]?.inviteId,
        email: 'ana@acme.test',
        role: 'ORGANIZATION_MEMBER',
        status: 'pending',
        invitedBy: 'ci-key',
        createdAt: '2025-03-07T09:27:53.000Z',
        expiresAt: '2025-03-14T09:27:53.000Z',
      },
    ])
  })

  test('asks the server for those with invites, and hands the search on', async () => {
    const { alpha, queries } = await withThree()
    await alpha.list({})
    await alpha.list({ search: ' ana ' })
    expect(queries().map(({ hasInvites, search }) => [hasInvites, search])).toEqual([
      ['true', undefined],
      ['true', 'ana'],
    ])
  })

  test('leaves out the invites of other organizations, of members too', async () => {
    const { alpha, state } = await withThree()
    const [owner, cleo] = state.users
    for (const user of [owner, cleo])
      state.invites.push({
        inviteId: `theirs${user?.id}`,
        organizationId: other,
        userId: user?.id ?? '',
        role: 'ORGANIZATION_MEMBER',
        expiresAt: '2025-03-14T09:26:53Z',
        ticketId: `tk_${user?.id}`,
        inviter: { tokenName: 'theirs' },
      })
    const { invites, total } = await alpha.list({})
    expect(invites.map(({ email }) => email?.split('@')[0])).toEqual(['bo', 'ana', 'cleo'])
    expect(total).toBe(3)
  })

  test('has a row for each invite of one person', async () => {
    const { alpha, detour } = setUp()
    const invites = ['inv1', 'inv2'].map((inviteId) => ({ inviteId, organizationId: acme }))
    detour.answer = () => usersOf({ id: 'u1', username: 'ana@acme.test', invites })
    const page = await alpha.list({})
    expect(page.invites.map(({ id, email }) => [id, email])).toEqual([
      ['inv1', 'ana@acme.test'],
      ['inv2', 'ana@acme.test'],
    ])
    expect(page.total).toBe(2)
  })

  test('does not date the invite of somebody who had an account before', async () => {
    const { alpha, state } = setUp()
    const createdAt = '2020-01-01T00:00:00Z'
    state.users.push({
      id: 'clxbo',
      username: 'bo@acme.test',
      fullName: 'Bo Li',
      status: 'ACTIVE',
      createdAt,
      roles: { [other]: 'ORGANIZATION_MEMBER' },
    })
    await alpha.create({ ...ana, email: 'bo@acme.test' })
    const [row] = (await alpha.list({ search: 'li' })).invites
    expect(row).toMatchObject({ name: 'Bo Li', createdAt: undefined, role: ana.role })
  })

  test('has invites of 2022, with the address of the user', async () => {
    const { alpha } = await withThree({ shape: '2022' })
    const [row] = (await alpha.list({ search: 'bo' })).invites
    expect(row).toMatchObject({ email: 'bo@acme.test', role: 'ORGANIZATION_OWNER' })
  })

  test('does not judge the expiry that it shows', async () => {
    const { alpha, clock } = await withThree()
    clock.time += 30 * 86_400_000
    const [row] = (await alpha.list({})).invites
    expect(row).toMatchObject({ status: 'pending', expiresAt: '2025-03-14T09:28:53.000Z' })
  })
})

describe('list of v1', () => {
  test('has pending people, whose id no revoke takes', async () => {
    const { v1, state } = await withThree()
    const { invites } = await v1.list({ search: 'ana' })
    expect(plain(invites)).toEqual([
      {
        id: `user:${state.invites[1]?.userId}`,
        email: 'ana@acme.test',
        role: 'ORGANIZATION_MEMBER',
        status: 'pending',
        createdAt: '2025-03-07T09:27:53.000Z',
      },
    ])
  })

  test('asks for nothing that its document does not have', async () => {
    const { v1, queries } = await withThree()
    await v1.list({ search: 'ana' })
    expect(queries()).toEqual([{ offset: '0', limit: '100', sorts: 'id:asc' }])
  })
})
