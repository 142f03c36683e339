import { describe, expect, test } from 'vitest'
import { json } from '../emulators/emulator.ts'
import type { GrafanaServer } from '../emulators/grafanaState.ts'
import { ana, bodyOf, failure, pending, setUp, twoOrgs } from './grafanaSetUp.ts'

describe('revoke', () => {
  test('is a PATCH with an empty object, by the code', async () => {
    const { transport, state, calls, requests } = setUp()
    const { invite } = await transport.create(ana)
    await transport.revoke({ id: invite?.id ?? '' })
    expect(state.invites[0]?.status).toBe('Revoked')
    expect(calls().at(-1)).toBe(`PATCH /api/org/invites/${invite?.id}/revoke`)
    expect(await bodyOf(requests.at(-1))).toEqual({})
  })

  test('goes by the published DELETE where the server has no such route', async () => {
    const { transport, state, calls } = setUp({ revokeBy: 'DELETE' })
    const { invite } = await transport.create(ana)
    await transport.revoke({ id: invite?.id ?? '' })
    expect(state.invites[0]?.status).toBe('Revoked')
    expect(
      calls()
        .slice(-2)
        .map((call) => call.split(' ')[0]),
    ).toEqual(['PATCH', 'DELETE'])
  })

  test('of an unknown invite is not_found, without a second try', async () => {
    const { transport, calls } = setUp()
    const error = await failure(transport.revoke({ id: 'gone' }))
    expect(error).toMatchObject({ code: 'not_found', outcome: 'not_sent' })
    expect(calls()).toHaveLength(1)
  })

  test('of an unknown invite is a success on 9.3, which does not look', async () => {
    await expect(
      setUp({ release: '9.3' }).transport.revoke({ id: 'gone' }),
    ).resolves.toBeUndefined()
  })

  test('of an invite of another organization is forbidden since CVE-2024-10452', async () => {
    const state = twoOrgs()
    state.invites.push({
      ...ana,
      id: 1,
      orgId: 2,
      name: '',
      role: 'Viewer',
      code: 'theirs',
      status: 'InvitePending',
      emailSent: true,
      created: 0,
    })
    const error = await failure(setUp({ state }).transport.revoke({ id: 'theirs' }))
    expect(error).toMatchObject({ code: 'forbidden', outcome: 'not_sent' })
  })

  test('does not repeat the code, which is the secret of the link', async () => {
    const { transport, detour } = setUp()
    detour.answer = () => json({ message: 'Cannot revoke code1' }, 500)
    const error = await failure(transport.revoke({ id: 'code1' }))
    expect(error.message).toContain('Cannot revoke')
    expect(JSON.stringify(error)).not.toContain('code1')
  })

  test('of something that is no code sends nothing', async () => {
    const { transport, requests } = setUp()
    expect((await failure(transport.revoke({ id: '../../admin' }))).code).toBe('invalid_input')
    expect(requests).toEqual([])
  })
})

async function withInvite(server: GrafanaServer = {}) {
  const all = setUp(server)
  const { invite } = await all.transport.create({ ...ana, name: 'Ana Ruiz' })
  all.requests.length = 0
  all.state.outbox.length = 0
  return { ...all, id: invite?.id ?? '' }
}

describe('resend', () => {
  test('makes a new invite, mails once, and only then revokes the old one', async () => {
    const { transport, state, calls, id } = await withInvite()
    const sent = await transport.resend({ id })
    expect(sent).toMatchObject({
      delivery: 'mailed',
      invite: { email: 'ana@acme.test', name: 'Ana Ruiz', role: 'Editor', mailed: true },
    })
    expect(sent.invite?.id).not.toBe(id)
    expect(state.outbox).toMatchObject([{ to: 'ana@acme.test', url: sent.url }])
    expect(state.invites.map(({ status }) => status)).toEqual(['Revoked', 'InvitePending'])
    expect(calls()).toEqual([
      'GET /api/org/invites',
      'POST /api/org/invites',
      'GET /api/org/invites',
      `PATCH /api/org/invites/${id}/revoke`,
    ])
  })

  test('of an invite that is not in the list is not_found, and mails nobody', async () => {
    const { transport, state } = await withInvite()
    const error = await failure(transport.resend({ id: 'gone' }))
    expect(error).toMatchObject({ code: 'not_found', outcome: 'not_sent' })
    expect(state.outbox).toEqual([])
  })

  test('resolves where the old one cannot be revoked', async () => {
    const { transport, state, detour, id } = await withInvite()
    detour.answer = (called) =>
      called.startsWith('PATCH') ? json({ message: 'x' }, 500) : undefined
    expect((await transport.resend({ id })).delivery).toBe('mailed')
    expect(state.invites.map(({ status }) => status)).toEqual(['InvitePending', 'InvitePending'])
  })

  test('keeps the old one where the new one is not seen, though other invites of the address are', async () => {
    const { transport, state, detour, id } = await withInvite()
    await transport.create(ana)
    const before = (await transport.list({})).invites
    let reads = 0
    detour.answer = (called) =>
      called.startsWith('GET') && ++reads === 2
        ? json(before.map((invite) => pending({ code: invite.id })))
        : undefined
    const sent = await transport.resend({ id })
    expect(sent).toMatchObject({ delivery: 'mailed', invite: undefined })
    expect(state.invites.map(({ status }) => status)).not.toContain('Revoked')
  })

  test('changes nothing where the new invite is refused', async () => {
    const { transport, state, detour, id } = await withInvite()
    detour.answer = (called) =>
      called.startsWith('POST') ? json({ message: 'user Quota reached' }, 403) : undefined
    expect((await failure(transport.resend({ id }))).code).toBe('limit_reached')
    expect(state.invites.map(({ status }) => status)).toEqual(['InvitePending'])
  })

  test('without SMTP leaves one invite, stored, with its link', async () => {
    const { transport, state, id } = await withInvite({ smtp: false })
    const sent = await transport.resend({ id })
    expect(sent).toMatchObject({
      delivery: 'stored',
      url: expect.any(String),
      invite: { mailed: false },
    })
    expect(state.invites.map(({ status }) => status)).toEqual(['Revoked', 'InvitePending'])
  })

  test('of somebody who has got an account meanwhile adds them and withdraws the invite', async () => {
    const { transport, state, id } = await withInvite()
    state.users.push({ id: 2, login: 'ana', email: 'ana@acme.test', name: '', password: 'x' })
    expect((await transport.resend({ id })).delivery).toBe('added')
    expect(state.invites.map(({ status }) => status)).toEqual(['Revoked'])
  })

  test('that fails in its first read was certainly not sent', async () => {
    const { transport, detour, id } = await withInvite()
    detour.answer = () => json({ message: 'x' }, 500)
    const error = await failure(transport.resend({ id }))
    expect(error).toMatchObject({ code: 'unavailable', outcome: 'not_sent', status: 500 })
  })
})
