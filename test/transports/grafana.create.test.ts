import { describe, expect, test } from 'vitest'
import { json } from '../emulators/emulator.ts'
import { grafanaState } from '../emulators/grafanaState.ts'
import { ana, baseUrl, bodyOf, failure, pending, setUp, twoOrgs } from './grafanaSetUp.ts'

describe('create', () => {
  test('mails, and answers with the invite that it reads back', async () => {
    const { transport, state, requests, calls } = setUp()
    const sent = await transport.create({ ...ana, name: 'Ana Ruiz' })
    const code = state.invites[0]?.code
    expect(sent).toEqual({
      email: 'ana@acme.test',
      delivery: 'mailed',
      url: `${baseUrl}/invite/${code}`,
      invite: {
        id: code,
        email: 'ana@acme.test',
        name: 'Ana Ruiz',
        role: 'Editor',
        status: 'pending',
        createdAt: '2024-03-13T14:30:09.000Z',
        expiresAt: '2024-03-14T14:30:09.000Z',
        expiryEstimated: true,
        mailed: true,
        url: `${baseUrl}/invite/${code}`,
      },
    })
    expect(state.outbox).toMatchObject([{ to: 'ana@acme.test', url: sent.url }])
    expect(calls()).toEqual(['POST /api/org/invites', 'GET /api/org/invites'])
    expect(await bodyOf(requests[0])).toEqual({
      loginOrEmail: 'ana@acme.test',
      name: 'Ana Ruiz',
      role: 'Editor',
      sendEmail: true,
    })
  })

  test('with sendMail false mails nobody and answers with the link', async () => {
    const { transport, state } = setUp()
    const sent = await transport.create({ ...ana, sendMail: false })
    expect(sent).toMatchObject({
      delivery: 'stored',
      url: expect.any(String),
      invite: { mailed: false },
    })
    expect(state.outbox).toEqual([])
  })

  test('with identify false reads nothing back after a mail, but does for a link', async () => {
    const { transport, calls } = setUp()
    const mailed = await transport.create(ana, { identify: false })
    expect(mailed).toEqual({ email: 'ana@acme.test', delivery: 'mailed' })
    expect(calls()).toHaveLength(1)
    const stored = await transport.create({ ...ana, sendMail: false }, { identify: false })
    expect(stored.url).toEqual(expect.any(String))
  })

  test('takes the newest of several invites of one address, within one second too', async () => {
    const { transport, state, clock } = setUp()
    await transport.create(ana)
    const second = await transport.create(ana)
    expect(second.invite?.id).toBe(state.invites[1]?.code)
    clock.time += 5000
    const third = await transport.create({ ...ana, email: 'Ana@ACME.test' })
    expect(third.invite?.id).toBe(state.invites[2]?.code)
  })

  test('goes by the date of invites, not by their number', async () => {
    const { transport, detour } = setUp()
    const rows = [pending({ id: 9, code: 'older', createdOn: '2024-03-12T00:00:00Z' }), pending()]
    detour.answer = (called) => (called.startsWith('GET') ? json(rows) : undefined)
    expect((await transport.create(ana)).invite?.id).toBe('code1')
  })

  test('finds the invite where the server has put its address into lower case', async () => {
    const { transport, detour } = setUp()
    detour.answer = (called) => (called.startsWith('GET') ? json([pending()]) : undefined)
    const sent = await transport.create({ ...ana, email: 'Ana@ACME.test' })
    expect(sent.invite?.id).toBe('code1')
  })

  test('adds somebody who has an account, without an invite', async () => {
    const { transport, state, calls } = setUp({ state: twoOrgs() })
    expect(await transport.create({ email: 'bo@acme.test', role: 'Viewer' })).toEqual({
      email: 'bo@acme.test',
      delivery: 'added',
    })
    expect(state.invites).toEqual([])
    expect(state.orgs[0]?.members).toContainEqual({ userId: 2, role: 'Viewer' })
    expect(calls()).toEqual(['POST /api/org/invites'])
  })

  test.each([
    ['no SMTP (412)', false as const],
    ['a mail server that fails (500)', 'failing' as const],
  ])('with %s answers with the link of the invite that was saved', async (_, smtp) => {
    const { transport, state } = setUp({ smtp })
    const sent = await transport.create(ana, { identify: false })
    expect(sent).toMatchObject({ delivery: 'stored', invite: { mailed: false } })
    expect(sent.url).toBe(`${baseUrl}/invite/${state.invites[0]?.code}`)
    expect(state.invites).toHaveLength(1)
  })

  test('with a mail server that fails says of an account that it was added', async () => {
    const { transport, state } = setUp({ state: twoOrgs(), smtp: false })
    const sent = await transport.create({ email: 'bo@acme.test', role: 'Viewer' })
    expect(sent).toEqual({ email: 'bo@acme.test', delivery: 'added' })
    expect(state.orgs[0]?.members).toHaveLength(2)
  })

  test('is no failure where the list cannot be read afterwards', async () => {
    for (const smtp of [true, false]) {
      const { transport, detour, state } = setUp({ smtp })
      detour.answer = (called) =>
        called.startsWith('GET') ? json({ message: 'x' }, 500) : undefined
      const sent = await transport.create(ana)
      expect(sent.delivery).toBe(smtp ? 'mailed' : 'stored')
      expect(sent.invite).toBeUndefined()
      expect(state.invites).toHaveLength(1)
    }
  })

  test('does not say how it was delivered where the words are not known', async () => {
    const { transport, detour } = setUp()
    detour.answer = (called) =>
      called.startsWith('POST') ? json({ message: 'Invitation gesendet' }) : json([])
    expect((await transport.create(ana)).delivery).toBe('unknown')
  })

  test.each([
    ['role', { email: 'ana@acme.test' }],
    ['email', { email: ' ', role: 'Viewer' }],
  ])('without %s is refused before any request', async (field, input) => {
    const { transport, requests } = setUp()
    const error = await failure(transport.create(input))
    expect(error).toMatchObject({ code: 'invalid_input', outcome: 'not_sent' })
    expect(error.fields).toEqual({ [field]: 'required' })
    expect(requests).toEqual([])
  })

  test('of a member is already_member, and certainly not sent', async () => {
    const { transport } = setUp()
    const error = await failure(transport.create({ email: 'admin@acme.test', role: 'Viewer' }))
    expect(error).toMatchObject({ code: 'already_member', outcome: 'not_sent', status: 412 })
  })

  test('answered with a 412 of other words has an unknown outcome', async () => {
    const { transport, detour } = setUp()
    for (const answer of [
      json({ message: 'Precondition of tomorrow' }, 412),
      new Response(null, { status: 412 }),
    ]) {
      detour.answer = () => answer
      const error = await failure(transport.create(ana))
      expect(error).toMatchObject({ code: 'unknown', outcome: 'unknown' })
    }
  })

  test.each(['Failed to save invite to database', 'User ana is already added to organization'])(
    'answered with a 500 of other words has an unknown outcome: %s',
    async (message) => {
      const { transport, detour } = setUp()
      detour.answer = () => json({ message }, 500)
      const error = await failure(transport.create(ana))
      expect(error).toMatchObject({ code: 'unavailable', outcome: 'unknown' })
    },
  )

  test.each(['9.3', '11'] as const)(
    'of somebody new where the login form is off is unsupported, in the words of %s',
    async (release) => {
      const { transport, state } = setUp({ release, loginDisabled: true, state: twoOrgs() })
      const error = await failure(transport.create(ana))
      expect(error).toMatchObject({ code: 'unsupported', outcome: 'not_sent', status: 400 })
      expect(error.message).toContain('when login is disabled.')
      expect(state.invites).toEqual([])
      const sent = await transport.create({ email: 'bo@acme.test', role: 'Viewer' })
      expect(sent.delivery).toBe('added')
    },
  )

  test('over the quota of users is limit_reached', async () => {
    const error = await failure(setUp({ userQuota: 1 }).transport.create(ana))
    expect(error).toMatchObject({ code: 'limit_reached', outcome: 'not_sent', status: 403 })
  })

  test('with a role above that of the inviter is forbidden, and names the role', async () => {
    const state = grafanaState()
    for (const account of state.tokens) account.role = 'Viewer'
    const error = await failure(setUp({ state }).transport.create(ana))
    expect(error).toMatchObject({ code: 'forbidden', outcome: 'not_sent' })
    expect(error.fields).toHaveProperty('role')
  })

  test.each([
    ['11', 'Owner'],
    ['9.3', 'None'],
  ] as const)('on %s with the role %s is invalid_input', async (release, role) => {
    const error = await failure(setUp({ release }).transport.create({ ...ana, role }))
    expect(error).toMatchObject({ code: 'invalid_input', outcome: 'not_sent', status: 400 })
  })

  test('with a role that the server names as the culprit says so in its field', async () => {
    const error = await failure(
      setUp({ release: '9.3' }).transport.create({ ...ana, role: 'None' }),
    )
    expect(error.fields).toHaveProperty('role')
  })

  test('forgives the case of a role as the server does', async () => {
    const sent = await setUp().transport.create({ ...ana, role: 'viewer' })
    expect(sent.invite?.role).toBe('Viewer')
  })
})
