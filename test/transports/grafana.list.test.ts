import { describe, expect, test } from 'vitest'
import { protocol } from '../../src/protocol.js'
import { json } from '../emulators/emulator.ts'
import { ana, baseUrl, pending, setUp } from './grafanaSetUp.ts'

describe('list', () => {
  test('filters, sorts and pages the whole array', async () => {
    const { transport, clock } = setUp()
    for (const name of ['cleo', 'ana', 'bo']) {
      await transport.create({
        email: `${name}@acme.test`,
        role: name === 'bo' ? 'Admin' : 'Viewer',
      })
      clock.time += 60_000
    }
    const emails = async (input: Parameters<typeof transport.list>[0]) =>
      (await transport.list(input)).invites.map(({ email }) => email?.split('@')[0])
    expect(await emails({})).toEqual(['bo', 'ana', 'cleo'])
    expect(await emails({ sort: { by: 'email', direction: 'asc' } })).toEqual(['ana', 'bo', 'cleo'])
    expect(await emails({ role: 'Admin' })).toEqual(['bo'])
    expect(await emails({ search: 'CLE' })).toEqual(['cleo'])
    const { next } = await transport.list({ pageSize: 2 })
    expect(await emails({ pageSize: 2, cursor: next })).toEqual(['cleo'])
  })

  test('reads dates with an offset, leaves empty texts out, and dates no mail that was not sent', async () => {
    const { transport } = setUp()
    const { invite } = await transport.create({ ...ana, sendMail: false })
    const [listed] = (await transport.list({})).invites
    expect(listed).toEqual(invite)
    expect(JSON.parse(JSON.stringify(listed))).toEqual({
      id: expect.stringMatching(/^[A-Za-z0-9]{30}$/),
      email: 'ana@acme.test',
      role: 'Editor',
      status: 'pending',
      createdAt: '2024-03-13T14:30:09.000Z',
      expiresAt: '2024-03-14T14:30:09.000Z',
      expiryEstimated: true,
      mailed: false,
      url: expect.stringContaining(baseUrl),
    })
  })

  test('estimates the expiry with the lifetime of the server', async () => {
    const { transport } = setUp({}, { inviteLifetime: 900_000 })
    const { invite } = await transport.create(ana)
    expect(invite?.expiresAt).toBe('2024-03-13T14:45:09.000Z')
  })

  test('loses an invite when the job has run, not when its time is over', async () => {
    const { transport, clock, state } = setUp()
    await transport.list({})
    clock.time += 300_000
    await transport.create(ana)
    clock.time += 86_400_000 + 60_000
    expect((await transport.list({})).invites).toHaveLength(1)
    clock.time += 300_000
    expect((await transport.list({})).invites).toEqual([])
    expect(state.invites[0]?.status).toBe('Expired')
  })

  test.each([
    ['name', { invitedByName: 'Cleo', invitedByLogin: 'c', invitedByEmail: 'c@acme.test' }, 'Cleo'],
    ['login', { invitedByName: '', invitedByLogin: 'c', invitedByEmail: 'c@acme.test' }, 'c'],
    [
      'e-mail',
      { invitedByName: '', invitedByLogin: '', invitedByEmail: 'c@acme.test' },
      'c@acme.test',
    ],
    ['nothing', { invitedByName: '', invitedByLogin: '', invitedByEmail: '' }, undefined],
  ])('names the inviter by %s', async (_, inviter, shown) => {
    const { transport, detour } = setUp()
    detour.answer = () => json([pending(inviter)])
    expect((await transport.list({})).invites[0]?.invitedBy).toBe(shown)
  })

  test.each([
    ['InvitePending', 'pending'],
    ['Completed', 'accepted'],
    ['Revoked', 'revoked'],
    ['Expired', 'expired'],
    ['SignUpStarted', 'unknown'],
    ['constructor', 'unknown'],
  ])('reads the status %s as %s', async (status, read) => {
    const { transport, detour } = setUp()
    detour.answer = () => json([pending({ status })])
    expect((await transport.list({})).invites[0]?.status).toBe(read)
  })

  test('leaves out rows that it cannot read, counts them, and keeps those that lack a part', async () => {
    const { transport, detour } = setUp()
    detour.answer = () =>
      json([
        pending({ code: undefined }),
        null,
        7,
        pending({ emailSent: 'yes' }),
        { code: 'bare' },
        pending(),
      ])
    const page = await transport.list({})
    expect(page.unreadable).toBe(4)
    expect(page.invites.map(({ id }) => id)).toEqual(['code1', 'bare'])
    expect(JSON.parse(JSON.stringify(page.invites[1]))).toEqual({ id: 'bare', status: 'unknown' })
  })

  test('passes on only dates that the schema takes', async () => {
    const { transport, detour } = setUp()
    const dates = [
      '0001-01-01T00:00:00Z',
      '',
      'soon',
      '+012345-01-01T00:00:00Z',
      '2024-03-13T15:30:10.123456789+01:00',
    ]
    detour.answer = () =>
      json(dates.map((createdOn, id) => pending({ createdOn, id, code: `c${id}` })))
    const page = await transport.list({})
    expect(protocol.list.output.parse(page).invites.map(({ createdAt }) => createdAt)).toEqual([
      '2024-03-13T14:30:10.123Z',
      undefined,
      undefined,
      undefined,
      undefined,
    ])
  })
})
