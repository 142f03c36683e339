import { describe, expect, test } from 'vitest'
import { json } from '../emulators/emulator.ts'
import { acme } from '../emulators/astronomerState.ts'
import { ana, bodyOf, failure, plain, setUp, withInvite } from './astronomerSetUp.ts'

describe('lookup', () => {
  test('shows who invites whom, where to and until when, and asks nothing', async () => {
    const { as, calls, requests, id } = await withInvite()
    expect(plain(await as().lookup({ token: id }))).toEqual({
      status: 'pending',
      email: 'ana@acme.test',
      organization: 'Acme',
      invitedBy: 'Olga Owner',
      expiresAt: '2025-03-14T09:26:53.000Z',
      asks: [],
    })
    expect(calls()).toEqual([`GET /v1alpha1/auth/invites/${id}`])
    expect(requests[0]?.headers.has('authorization')).toBe(false)
  })

  test('sends the token if there is one, which some servers may need', async () => {
    const { as, id } = await withInvite({ openLookup: false })
    expect((await failure(as().lookup({ token: id }))).code).toBe('unauthenticated')
    expect((await as('user.owner').lookup({ token: id })).email).toBe('ana@acme.test')
  })

  test('takes the ticket that a link may carry', async () => {
    const { alpha, ticket } = setUp({ linkBy: 'ticket' })
    await alpha.create(ana)
    expect(ticket()).toMatch(/^tk_/)
    expect((await alpha.lookup({ token: ticket() })).email).toBe('ana@acme.test')
  })

  test('has little to show of an invite of 2022', async () => {
    const { alpha, ticket } = setUp({ shape: '2022' })
    await alpha.create(ana)
    expect(plain(await alpha.lookup({ token: ticket() }))).toEqual({
      status: 'pending',
      expiresAt: '2025-03-14T09:26:53.000Z',
      asks: [],
    })
  })

  test('names the organization by its older name where there is no other', async () => {
    const { alpha, detour } = setUp()
    detour.answer = () => json({ inviteId: 'inv1', organizationId: acme, orgName: 'Older' })
    expect((await alpha.lookup({ token: 'inv1' })).organization).toBe('Older')
  })

  test('of what was accepted, declined, revoked or has expired is not_found', async () => {
    const ends = {
      accept: (all: World) => all.invitee(ana.email).accept({ token: all.id }),
      decline: (all: World) => all.invitee(ana.email).decline({ token: all.id }),
      revoke: (all: World) => all.alpha.revoke({ id: all.id }),
      expire: (all: World) => (all.clock.time += 8 * 86_400_000),
    }
    for (const end of Object.values(ends)) {
      // oxlint-disable-next-line no-await-in-loop
      const all = await withInvite()
      // oxlint-disable-next-line no-await-in-loop
      await end(all)
      // oxlint-disable-next-line no-await-in-loop
      expect((await failure(all.alpha.lookup({ token: all.id }))).code).toBe('not_found')
    }
  })
})

type World = Awaited<ReturnType<typeof withInvite>>

describe('accept and decline', () => {
  test('accept makes a member in one request', async () => {
    const { invitee, state, calls, requests, id } = await withInvite()
    expect(await invitee(ana.email).accept({ token: id })).toEqual({ status: 'accepted' })
    expect(state.users[1]).toMatchObject({ status: 'ACTIVE', roles: { [acme]: ana.role } })
    expect(state.invites).toEqual([])
    expect(calls()).toEqual([`POST /v1alpha1/users/self/invites/${id}`])
    expect(await bodyOf(requests[0])).toEqual({ inviteStatus: 'accept' })
  })

  test('decline rejects, and the record of the user goes', async () => {
    const { invitee, state, requests, id } = await withInvite()
    await expect(invitee(ana.email).decline({ token: id })).resolves.toBeUndefined()
    expect(await bodyOf(requests[0])).toEqual({ inviteStatus: 'reject' })
    expect(state.invites).toEqual([])
    expect(state.users).toHaveLength(1)
  })

  test.each(['accept', 'decline'] as const)('%s finds the id behind a ticket', async (answer) => {
    const { alpha, invitee, state, ticket, calls } = setUp({ linkBy: 'ticket' })
    const { invite } = await alpha.create(ana)
    await invitee(ana.email)[answer]({ token: ticket() })
    expect(state.invites).toEqual([])
    expect(calls().slice(1)).toEqual([
      `POST /v1alpha1/users/self/invites/${ticket()}`,
      `GET /v1alpha1/auth/invites/${ticket()}`,
      `POST /v1alpha1/users/self/invites/${invite?.id}`,
    ])
  })

  test.each([403, 404] as const)(
    "of somebody else's invite are wrong_account, refused with %d",
    async (strangers) => {
      const { invitee, state, id } = await withInvite({ strangers })
      const bo = invitee('bo@acme.test')
      state.users.push({
        id: 'clxbo',
        username: 'bo@acme.test',
        fullName: 'Bo',
        status: 'ACTIVE',
        createdAt: '2024-01-15T08:00:00Z',
        roles: {},
      })
      for (const answer of ['accept', 'decline'] as const) {
        // oxlint-disable-next-line no-await-in-loop
        const error = await failure(bo[answer]({ token: id }))
        expect(error).toMatchObject({ code: 'wrong_account', outcome: 'not_sent' })
        expect(error.status).toBe(strangers)
      }
      expect(state.invites).toHaveLength(1)
    },
  )

  test('of one who may not, with the right address, keep what the server said', async () => {
    const { invitee, detour, calls, id } = await withInvite()
    detour.answer = (called) =>
      called.startsWith('POST') ? json({ message: 'No.', requestId: 'r1' }, 403) : undefined
    const error = await failure(invitee('ANA@acme.test').accept({ token: id }))
    expect(error).toMatchObject({ code: 'forbidden', requestId: 'r1', outcome: 'not_sent' })
    expect(calls().at(-1)).toBe('GET /v1alpha1/users/self')
  })

  test.each([
    ['the invite does not tell its address', { shape: '2022' as const }, 'user.owner'],
    ['an API token answers', {}, 'org.key'],
    ['the user is not known', {}, 'user.nobody'],
  ])('are no wrong_account where %s', async (_, server, token) => {
    const { as, state, id } = await withInvite(server)
    state.tokens.push({ token: 'user.nobody', username: 'nobody@acme.test' })
    expect((await failure(as(token).accept({ token: id }))).code).toBe('forbidden')
  })

  test('of what is gone are not_found', async () => {
    const { alpha, invitee, id } = await withInvite()
    await alpha.revoke({ id })
    const error = await failure(invitee(ana.email).accept({ token: id }))
    expect(error).toMatchObject({ code: 'not_found', outcome: 'not_sent' })
  })

  test('are not repeated where the answer is lost', async () => {
    const { invitee, detour, calls, id } = await withInvite()
    detour.answer = () => json({ message: 'x' }, 500)
    const error = await failure(invitee(ana.email).decline({ token: id }))
    expect(error).toMatchObject({ code: 'unavailable', outcome: 'unknown' })
    expect(calls()).toHaveLength(1)
  })

  test('reject with the reason of one who leaves while the cause is looked for', async () => {
    const { as, detour, id } = await withInvite()
    const controller = new AbortController()
    const reason = new Error('the page is left')
    detour.answer = (called) => {
      if (called.startsWith('GET')) controller.abort(reason)
      return undefined
    }
    const call = as('user.owner').accept({ token: id }, { signal: controller.signal })
    await expect(call).rejects.toBe(reason)
  })

  test('never repeat the secret of the link', async () => {
    const { alpha, detour } = setUp()
    for (const status of [400, 404, 500]) {
      detour.answer = () => json({ message: 'no invite tk_secret' }, status)
      for (const call of ['lookup', 'accept', 'decline'] as const) {
        // oxlint-disable-next-line no-await-in-loop
        const error = await failure(alpha[call]({ token: 'tk_secret' }))
        expect(JSON.stringify(error)).not.toContain('tk_secret')
      }
    }
  })
})
