import { describe, expect, test } from 'vitest'
import { bob, bodyOf, failure, setUp } from './betterAuthSetUp.ts'

/** Bob is invited, and everything is his from here on. */
async function invited(server: Parameters<typeof setUp>[0] = {}) {
  const all = setUp(server)
  const { invite } = await all.transport.create(bob)
  const token = invite?.id ?? ''
  all.requests.length = 0
  return { ...all, inviter: all.transport, transport: all.as('bob'), token }
}

describe('lookup', () => {
  test('shows the recipient who invites to what, and asks nothing', async () => {
    const { transport, token, calls } = await invited()
    expect(await transport.lookup({ token })).toEqual({
      status: 'pending',
      email: 'bob@acme.test',
      role: 'member',
      organization: 'Acme',
      invitedBy: 'ada@acme.test',
      expiresAt: '2026-11-22T09:44:55.920Z',
      asks: [],
    })
    expect(calls()).toEqual([`GET get-invitation?id=${token}`])
  })

  test('changes nothing', async () => {
    const { transport, token, state } = await invited()
    const before = structuredClone(state)
    await transport.lookup({ token })
    expect(state).toEqual(before)
  })

  test.each(['1.7.7', '1.7.24'] as const)(
    'on %s tells nothing of what is over',
    async (release) => {
      const { transport, token, inviter, clock } = await invited({ release })
      const gone = { code: 'not_found', status: 400 }
      expect(await failure(transport.lookup({ token: 'unknown' }))).toMatchObject(gone)
      clock.time += 48 * 3_600_000 + 1
      expect(await failure(transport.lookup({ token }))).toMatchObject(gone)
      clock.time -= 3_600_000
      await inviter.revoke({ id: token })
      expect(await failure(transport.lookup({ token }))).toMatchObject(gone)
    },
  )

  test('of an invite whose inviter has left is not_found', async () => {
    const { transport, token, state } = await invited()
    state.members.length = 0
    expect(await failure(transport.lookup({ token }))).toMatchObject({ code: 'not_found' })
  })
})

describe.each(['lookup', 'accept', 'decline'] as const)('%s', (operation) => {
  test('wants somebody signed in', async () => {
    const { as, token } = await invited()
    expect(await failure(as('nobody')[operation]({ token }))).toMatchObject({
      code: 'unauthenticated',
      status: 401,
    })
  })

  test('is for the recipient alone', async () => {
    const { as, token, state } = await invited()
    for (const name of ['ada', 'eve'])
      // oxlint-disable-next-line no-await-in-loop
      expect(await failure(as(name)[operation]({ token }))).toMatchObject({
        code: 'wrong_account',
        status: 403,
      })
    expect(state.invitations[0]?.status).toBe('pending')
  })

  test('wants a verified address where the server does', async () => {
    const { transport, token, state } = await invited({
      requireEmailVerificationOnInvitation: true,
    })
    expect(await failure(transport[operation]({ token }))).toMatchObject({
      code: 'email_unverified',
      status: 403,
    })
    for (const user of state.users) user.emailVerified = true
    await expect(transport[operation]({ token })).resolves.not.toBeNull()
  })
})

describe('accept', () => {
  test('makes a member, with one request', async () => {
    const { transport, token, state, requests, calls } = await invited()
    expect(await transport.accept({ token })).toEqual({ status: 'accepted' })
    expect(calls()).toEqual(['POST accept-invitation'])
    expect(await bodyOf(requests[0])).toEqual({ invitationId: token })
    expect(state.members.at(-1)).toMatchObject({ userId: 'user-bob', role: 'member' })
  })

  test('cannot be repeated', async () => {
    const { transport, token, state } = await invited()
    await transport.accept({ token })
    expect(await failure(transport.accept({ token }))).toMatchObject({
      code: 'not_found',
      outcome: 'not_sent',
    })
    expect(state.members).toHaveLength(2)
  })

  test('of an expired invite is not_found', async () => {
    const { transport, token, clock } = await invited()
    clock.time += 72 * 3_600_000
    expect(await failure(transport.accept({ token }))).toMatchObject({ code: 'not_found' })
  })

  test('in a full organization is told the limit, and the invite stays', async () => {
    const { transport, token, state } = await invited({ membershipLimit: 1 })
    expect(await failure(transport.accept({ token }))).toMatchObject({
      code: 'limit_reached',
      outcome: 'not_sent',
      status: 403,
    })
    expect(state.invitations[0]?.status).toBe('pending')
  })
})

describe('decline', () => {
  test('rejects, also what has expired, once', async () => {
    const { transport, token, state, clock } = await invited()
    clock.time += 72 * 3_600_000
    await expect(transport.decline({ token })).resolves.toBeUndefined()
    expect(state.invitations[0]?.status).toBe('rejected')
    expect(await failure(transport.decline({ token }))).toMatchObject({ code: 'not_found' })
  })

  test('shows to the inviter as declined', async () => {
    const { transport, token, inviter } = await invited()
    await transport.decline({ token })
    expect((await inviter.list({})).invites).toEqual([])
    expect((await inviter.list({ status: 'declined' })).invites).toMatchObject([{ id: token }])
  })
})

describe('viewer', () => {
  test('says who is signed in, and whether the address is verified', async () => {
    const { as, state } = setUp()
    expect(await as('bob').viewer({})).toEqual({
      email: 'bob@acme.test',
      name: 'Bob',
      emailVerified: false,
    })
    for (const user of state.users) Object.assign(user, { name: '', emailVerified: true })
    expect(await as('bob').viewer({})).toEqual({ email: 'bob@acme.test', emailVerified: true })
  })

  test('is null when nobody is', async () => {
    expect(await setUp().as('nobody').viewer({})).toBeNull()
  })
})
