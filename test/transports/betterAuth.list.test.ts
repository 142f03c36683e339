import { describe, expect, test } from 'vitest'
import { protocol } from '../../src/protocol.js'
import type { ListInvitesInput } from '../../src/schema.js'
import { linkOf } from '../emulators/betterAuthState.ts'
import { json } from '../emulators/emulator.ts'
import { bob, failure, row, setUp } from './betterAuthSetUp.ts'

const answering = (...rows: unknown[]) => {
  const all = setUp({}, { linkOf })
  all.detour.answer = () => json(rows)
  return all
}

describe('list', () => {
  test('reads a row, and invents neither inviter nor name', async () => {
    const { transport } = setUp()
    const { invite } = await transport.create(bob)
    const { invites, total } = await transport.list({})
    expect(invites).toEqual([invite])
    expect(total).toBe(1)
    expect(JSON.parse(JSON.stringify(invite))).toEqual({
      id: expect.stringMatching(/^[A-Za-z0-9]{32}$/),
      email: 'bob@acme.test',
      role: 'member',
      status: 'pending',
      createdAt: '2026-11-20T09:44:55.920Z',
      expiresAt: '2026-11-22T09:44:55.920Z',
    })
  })

  test('filters, sorts and pages the whole array', async () => {
    const { transport, clock } = setUp()
    for (const name of ['cleo', 'ann', 'bob']) {
      const role = name === 'bob' ? 'admin' : 'member'
      // oxlint-disable-next-line no-await-in-loop
      await transport.create({ email: `${name}@acme.test`, role })
      clock.time += 60_000
    }
    const emails = async (input: ListInvitesInput) =>
      (await transport.list(input)).invites.map(({ email }) => email?.split('@')[0])
    expect(await emails({})).toEqual(['bob', 'ann', 'cleo'])
    expect(await emails({ sort: { by: 'email', direction: 'asc' } })).toEqual([
      'ann',
      'bob',
      'cleo',
    ])
    expect(await emails({ role: 'admin' })).toEqual(['bob'])
    expect(await emails({ search: 'CLE' })).toEqual(['cleo'])
    const { next } = await transport.list({ pageSize: 2 })
    expect(await emails({ pageSize: 2, cursor: next })).toEqual(['cleo'])
  })

  test('has what is open unless a status is asked for', async () => {
    const words = ['pending', 'accepted', 'rejected', 'canceled', 'parked']
    const { transport } = answering(
      ...words.map((status) => row({ status, id: status, email: `${status}@acme.test` })),
      row({ id: 'late', email: 'late@acme.test', expiresAt: '2026-11-20T09:44:55.919Z' }),
    )
    const told = async (input: ListInvitesInput) =>
      (await transport.list(input)).invites.map(({ id, status }) => `${id}: ${status}`)
    expect(await told({})).toEqual(['pending: pending', 'parked: unknown', 'late: expired'])
    expect(await told({ status: 'accepted' })).toEqual(['accepted: accepted'])
    expect(await told({ status: 'declined' })).toEqual(['rejected: declined'])
    expect(await told({ status: 'revoked' })).toEqual(['canceled: revoked'])
    expect(await told({ status: 'expired' })).toEqual(['late: expired'])
  })

  test('calls an invite expired when its time is over, by the clock that is given', async () => {
    const { transport, clock, as } = setUp()
    await transport.create(bob)
    const statusOf = async () => (await transport.list({})).invites[0]?.status
    clock.time += 48 * 3_600_000
    expect(await statusOf()).toBe('pending')
    clock.time += 1
    expect(await statusOf()).toBe('expired')
    const early = as('ada', { now: () => new Date(clock.time - 1000) })
    expect((await early.list({})).invites[0]?.status).toBe('pending')
  })

  test('leaves an expired invite out once its address was invited again', async () => {
    const { transport, clock } = setUp()
    const first = await transport.create(bob)
    clock.time += 72 * 3_600_000
    const second = await transport.create(bob)
    expect((await transport.list({})).invites).toEqual([second.invite])
    const [expired] = (await transport.list({ status: 'expired' })).invites
    expect(expired?.id).toBe(first.invite?.id)
    await transport.revoke({ id: second.invite?.id ?? '' })
    expect((await transport.list({})).invites).toEqual([])
  })

  test('shows all pending ones of an address, as a race leaves them', async () => {
    const { transport } = answering(row({ id: 'one' }), row({ id: 'two' }))
    expect((await transport.list({})).invites.map(({ id }) => id)).toEqual(['one', 'two'])
  })

  test('keeps several roles as they are', async () => {
    const { transport } = answering(row({ role: 'member,admin' }))
    expect((await transport.list({})).invites[0]?.role).toBe('member,admin')
  })

  test('gives a link where the application says how, and only to what is pending', async () => {
    const { transport } = answering(
      row(),
      row({ id: 'late', email: 'late@acme.test', expiresAt: '2026-11-20T00:00:00.000Z' }),
    )
    expect((await transport.list({})).invites.map(({ url }) => url)).toEqual([
      'https://app.acme.test/invitation?id=invitation1',
      undefined,
    ])
  })

  test('leaves out and counts the rows that are none', async () => {
    const { transport } = answering(row(), row({ id: 7 }), null, 'x', { ...row(), email: null })
    const page = await transport.list({})
    expect(page).toMatchObject({ unreadable: 4, total: 1, invites: [{ id: 'invitation1' }] })
  })

  test('takes absent, null and impossible values as unknown', async () => {
    const dates = { createdAt: 'soon', expiresAt: '+275760-09-13T00:00:00.000Z' }
    const { transport } = answering(
      row({ role: null, createdAt: null, expiresAt: undefined, teamId: null, extra: 1 }),
      row({ id: 'two', role: '', ...dates }),
    )
    const page = await transport.list({})
    expect(protocol.list.output.parse(page)).toEqual(page)
    for (const invite of page.invites)
      expect(JSON.parse(JSON.stringify({ ...invite, url: undefined }))).toEqual({
        id: invite.id,
        email: 'bob@acme.test',
        status: 'pending',
      })
  })

  test('is refused to a plain member since 1.7.16, and shows an admin no invited owner', async () => {
    const server = setUp({ release: '1.7.24' })
    await server.transport.create({ email: 'cleo@acme.test', role: 'owner' })
    const times = { createdAt: '2026-11-20T09:00:00.000Z', organizationId: 'org-acme' }
    server.state.members.push(
      { id: 'm2', userId: 'user-bob', role: 'member', ...times },
      { id: 'm3', userId: 'user-eve', role: 'admin', ...times },
    )
    const organizationId = 'org-acme'
    const error = await failure(server.as('bob', { organizationId }).list({}))
    expect(error).toMatchObject({ code: 'forbidden', status: 403 })
    expect((await server.as('eve', { organizationId }).list({})).invites).toEqual([])
    expect((await server.transport.list({})).invites).toHaveLength(1)
  })
})
