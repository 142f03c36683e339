import { describe, expect, test } from 'vitest'
import type { InviteErrorCode } from '../../src/error.js'
import { linkOf } from '../emulators/betterAuthState.ts'
import { json } from '../emulators/emulator.ts'
import { bob, bodyOf, failure, organizationId, row, setUp } from './betterAuthSetUp.ts'

describe('create', () => {
  test('answers with the invite, and does not claim that it was mailed', async () => {
    const { transport, state, requests } = setUp({}, { linkOf })
    const sent = await transport.create({ email: 'Bob@Acme.test', role: 'member' })
    const url = linkOf(sent.invite?.id ?? '')
    expect(sent).toMatchObject({
      email: 'bob@acme.test',
      delivery: 'unknown',
      url,
      invite: { url },
    })
    expect(state.outbox).toMatchObject([{ to: 'bob@acme.test', url }])
    expect(await bodyOf(requests[0])).toEqual({ email: 'Bob@Acme.test', role: 'member' })
  })

  test('is the same when the mail fails', async () => {
    const { transport, state } = setUp({ mailFails: true })
    expect((await transport.create(bob)).delivery).toBe('unknown')
    expect(state.outbox).toEqual([])
  })

  test('sends groups as team ids, none if there are none', async () => {
    const { as, detour, requests } = setUp()
    detour.answer = () => json(row({ teamId: 'a,b' }))
    const transport = as('ada', { teams: true, organizationId })
    await transport.create({ ...bob, groups: ['a', 'b'] })
    await transport.create({ ...bob, groups: [] })
    expect(await bodyOf(requests[0])).toEqual({ ...bob, teamId: ['a', 'b'], organizationId })
    expect(await bodyOf(requests[1])).toEqual({ ...bob, organizationId })
  })

  test('without an address or a role sends nothing', async () => {
    const { transport, requests } = setUp()
    const error = await failure(transport.create({ email: ' ', role: '' }))
    expect(error).toMatchObject({ code: 'invalid_input', outcome: 'not_sent' })
    expect(error.fields).toEqual({ email: 'required', role: 'required' })
    expect(requests).toEqual([])
  })

  test.each<[string, InviteErrorCode, object, object?]>([
    ['no address', 'invalid_input', { email: 'nobody' }, { email: 'not an address' }],
    ['no role', 'invalid_input', { role: 'pirate' }, { role: 'not a role' }],
    ['a member', 'already_member', { email: 'ada@acme.test' }],
    ['an invited one', 'already_invited', { email: 'CLEO@acme.test' }],
    ['one too many', 'limit_reached', { email: 'dee@acme.test' }],
  ])('of %s is refused as %s', async (_, code, input, fields) => {
    const { transport } = setUp({ invitationLimit: 1 })
    await transport.create({ email: 'cleo@acme.test', role: 'member' })
    const error = await failure(transport.create({ ...bob, ...input }))
    expect(error).toMatchObject({ code, outcome: 'not_sent' })
    expect(error.fields).toEqual(fields)
  })

  test('of an owner by an admin, and by a plain member, is forbidden', async () => {
    const { as, state } = setUp()
    const createdAt = '2026-11-20T09:00:00.000Z'
    const member = { id: 'm2', organizationId, userId: 'user-bob', role: 'admin', createdAt }
    state.members.push(member)
    const transport = as('bob', { organizationId })
    const owner = await failure(transport.create({ email: 'cleo@acme.test', role: 'owner' }))
    expect(owner).toMatchObject({ code: 'forbidden', fields: { role: 'not yours to give' } })
    member.role = 'member'
    const anyone = await failure(transport.create({ email: 'cleo@acme.test', role: 'member' }))
    expect(anyone).toMatchObject({ code: 'forbidden', fields: undefined })
  })

  test('in the organization of others is forbidden', async () => {
    const { as } = setUp()
    expect(await failure(as('bob', { organizationId }).create(bob))).toMatchObject({
      code: 'forbidden',
      status: 400,
    })
  })
})

describe('resend', () => {
  test('of a pending invite keeps id and role, and has a new expiry', async () => {
    const { transport, clock, state, calls } = setUp()
    const { invite } = await transport.create({ ...bob, role: 'admin' })
    clock.time += 3_600_000
    const again = await transport.resend({ id: invite?.id ?? '' })
    expect(again).toMatchObject({ email: bob.email, delivery: 'unknown' })
    expect(again.invite).toEqual({ ...invite, expiresAt: '2026-11-22T10:44:55.920Z' })
    expect(state.outbox).toHaveLength(2)
    expect(calls().slice(1)).toEqual(['GET list-invitations', 'POST invite-member'])
  })

  test('of an expired invite makes a new one with its role', async () => {
    const { transport, clock } = setUp()
    const { invite } = await transport.create({ ...bob, role: 'admin' })
    clock.time += 72 * 3_600_000
    const again = await transport.resend({ id: invite?.id ?? '' })
    expect(again.invite).toMatchObject({ email: bob.email, role: 'admin', status: 'pending' })
    expect(again.invite?.id).not.toBe(invite?.id)
    expect((await transport.list({})).invites).toEqual([again.invite])
  })

  test('of an expired invite takes its teams along', async () => {
    const { transport, detour, requests } = setUp()
    const expired = row({ expiresAt: '2026-11-20T00:00:00.000Z', teamId: 'a,b' })
    detour.answer = (called) => json(called.startsWith('GET') ? [expired] : row({ id: 'new' }))
    await transport.resend({ id: 'invitation1' })
    expect(await bodyOf(requests[1])).toEqual({ ...bob, teamId: ['a', 'b'], resend: true })
  })

  test('of one of two invites for an address does not pass off the other as this one', async () => {
    const { transport, detour } = setUp()
    const [one, two] = [row({ id: 'one' }), row({ id: 'two' })]
    detour.answer = (called) => json(called.startsWith('GET') ? [one, two] : one)
    expect((await transport.resend({ id: 'two' })).invite).toBeUndefined()
    expect((await transport.resend({ id: 'one' })).invite?.id).toBe('one')
  })

  test.each(['accepted', 'rejected', 'canceled'])(
    'of an invite that is %s mails nobody',
    async (status) => {
      const { transport, detour, calls } = setUp()
      detour.answer = () => json([row({ status })])
      for (const id of ['invitation1', 'unknown'])
        // oxlint-disable-next-line no-await-in-loop
        expect(await failure(transport.resend({ id }))).toMatchObject({
          code: 'not_found',
          outcome: 'not_sent',
        })
      expect(calls()).toEqual(['GET list-invitations', 'GET list-invitations'])
    },
  )

  test('without a readable list has certainly not sent', async () => {
    const { transport, detour } = setUp()
    detour.answer = () => json({ message: 'x' }, 500)
    expect(await failure(transport.resend({ id: 'x' }))).toMatchObject({
      code: 'unavailable',
      outcome: 'not_sent',
    })
  })

  test("of an owner's invite by an admin is forbidden since 1.7.24", async () => {
    const { as, state, detour } = setUp({ release: '1.7.24' })
    const owner = { ...row({ role: 'owner' }), status: 'pending' as const }
    state.invitations.push(owner)
    const createdAt = '2026-11-20T09:00:00.000Z'
    state.members.push({ id: 'm2', organizationId, userId: 'user-eve', role: 'admin', createdAt })
    // An older list, which still shows it.
    detour.answer = (called) =>
      called.startsWith('GET') ? json([{ ...owner, role: 'member' }]) : undefined
    const error = await failure(as('eve', { organizationId }).resend({ id: owner.id }))
    expect(error).toMatchObject({ code: 'forbidden', outcome: 'not_sent', status: 403 })
  })
})

describe('revoke', () => {
  test('cancels with one request, mails nobody, and can be repeated', async () => {
    const { transport, state, calls } = setUp()
    const { invite } = await transport.create(bob)
    const id = invite?.id ?? ''
    await transport.revoke({ id })
    await transport.revoke({ id })
    expect(calls().slice(1)).toEqual(['POST cancel-invitation', 'POST cancel-invitation'])
    expect(state.invitations[0]?.status).toBe('canceled')
    expect(state.outbox).toHaveLength(1)
    expect((await transport.list({})).invites).toEqual([])
  })

  test('of an unknown invite is told not_found', async () => {
    const { transport } = setUp()
    expect(await failure(transport.revoke({ id: 'unknown' }))).toMatchObject({
      code: 'not_found',
      outcome: 'not_sent',
    })
  })

  test('by those who may not is forbidden', async () => {
    const { as, transport } = setUp()
    const { invite } = await transport.create(bob)
    expect(await failure(as('bob').revoke({ id: invite?.id ?? '' }))).toMatchObject({
      code: 'forbidden',
      status: 400,
    })
  })

  test('is confirmed by nothing but the word of the server', async () => {
    const { transport, detour } = setUp()
    detour.answer = () => json(row())
    expect(await failure(transport.revoke({ id: 'invitation1' }))).toMatchObject({
      code: 'invalid_response',
      outcome: 'unknown',
    })
  })
})
