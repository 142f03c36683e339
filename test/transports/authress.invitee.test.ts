import { describe, expect, test } from 'vitest'
import { InviteError } from '../../src/error.js'
import type { AuthressServer } from '../emulators/authressState.ts'
import { ana, bodyOf, failure, plain, setUp } from './authressSetUp.ts'

/** With one invite, of Ana, and nothing yet seen of how it came. */
async function withInvite(server: AuthressServer = {}, expiresAt?: string) {
  const all = setUp(server, { organization: 'Acme' })
  const { invite } = await all.transport.create({ ...ana, expiresAt })
  all.requests.length = 0
  return { ...all, id: invite?.id ?? '', invitee: all.as('jwt.ana') }
}

const day = 86_400_000

describe('lookup', () => {
  test('tells role and organization, the address of the link, and asks nothing', async () => {
    const { transport, calls, id } = await withInvite()
    expect(plain(await transport.lookup({ token: id, email: 'ana@acme.test' }))).toEqual({
      status: 'pending',
      email: 'ana@acme.test',
      organization: 'Acme',
      role: 'Editor',
      asks: [],
    })
    expect(calls()).toEqual([`GET /v1/invites/${id}`])
  })

  test('tells an expiry that is on the wire, and invents neither it nor an address', async () => {
    const { transport, id } = await withInvite({}, '2026-05-06T00:00:00.000Z')
    expect((await transport.lookup({ token: id })).expiresAt).toBe('2026-05-06T00:00:00.000Z')
    const silent = await withInvite({ tellsExpiry: false }, '2026-05-06T00:00:00.000Z')
    const preview = await silent.transport.lookup({ token: silent.id })
    expect(plain(preview)).toEqual({
      status: 'pending',
      organization: 'Acme',
      role: 'Editor',
      asks: [],
    })
  })

  test('puts the statements into the words of the app', async () => {
    const { as, id } = await withInvite()
    const toRole = (statements: { resources: { resourceUri: string }[] }[]) =>
      statements[0]?.resources[0]?.resourceUri
    const preview = await as('jwt.service', { toRole }).lookup({ token: id })
    expect(preview.role).toBe('/workspaces/ws-42/*')
  })

  test('reads the answer of 2024, with null for what is absent', async () => {
    const { transport, id } = await withInvite({ shape: '2024' })
    expect((await transport.lookup({ token: id })).role).toBe('Editor')
  })

  test('is forbidden to others in the account, and finds nothing for who is not in it', async () => {
    const { as, id, invitee } = await withInvite()
    expect((await failure(as('jwt.olga').lookup({ token: id }))).code).toBe('forbidden')
    expect((await failure(invitee.lookup({ token: id }))).code).toBe('not_found')
    expect((await failure(as('').lookup({ token: id }))).code).toBe('unauthenticated')
  })
})

describe('accept', () => {
  test('claims with an empty object and the token of the invitee', async () => {
    const { invitee, state, requests, calls, id } = await withInvite()
    expect(await invitee.accept({ token: id })).toEqual({ status: 'accepted' })
    expect(calls()).toEqual([`PATCH /v1/invites/${id}`])
    expect(await bodyOf(requests[0])).toEqual({})
    expect(state.users.find(({ userId }) => userId === 'u_ana')?.statements).toEqual(
      state.invites[0]?.statements,
    )
  })

  test('does not depend on what is answered', async () => {
    const { invitee, id } = await withInvite({ tellsAccount: false })
    expect(await invitee.accept({ token: id })).toEqual({ status: 'accepted' })
  })

  test('without a login is unauthenticated: sign in first', async () => {
    const { as, state, id } = await withInvite()
    expect(await failure(as('').accept({ token: id }))).toMatchObject({
      code: 'unauthenticated',
      outcome: 'not_sent',
    })
    expect(state.invites[0]?.gone).toBe(false)
  })

  test('works once: the second claim is not_found', async () => {
    const { invitee, as, id } = await withInvite()
    await invitee.accept({ token: id })
    for (const late of [invitee, as('jwt.olga')])
      // oxlint-disable-next-line no-await-in-loop
      expect(await failure(late.accept({ token: id }))).toMatchObject({
        code: 'not_found',
        outcome: 'not_sent',
      })
  })

  test('works for seven days', async () => {
    const { invitee, clock, id } = await withInvite()
    clock.time += 7 * day - 1
    expect((await invitee.accept({ token: id })).status).toBe('accepted')
    const late = await withInvite()
    late.clock.time += 7 * day
    expect((await failure(late.invitee.accept({ token: late.id }))).code).toBe('not_found')
  })

  test.each(['../../admin', 'a b', 'x'.repeat(129), ''])(
    'of something that is no id sends nothing: %j',
    async (token) => {
      const { invitee, requests } = await withInvite()
      expect(await failure(invitee.accept({ token }))).toMatchObject({
        code: 'invalid_input',
        outcome: 'not_sent',
      })
      expect(requests).toEqual([])
    },
  )
})

describe("accept through Authress's own login", () => {
  test('goes on to where the app says, and claims nothing itself', async () => {
    const { as, requests, id } = await withInvite()
    const authenticate = (inviteId: string) => `https://login.acme.test/login?invite=${inviteId}`
    expect(await as('', { authenticate }).accept({ token: id })).toEqual({
      status: 'continue',
      url: `https://login.acme.test/login?invite=${id}`,
    })
    expect(requests).toEqual([])
  })

  test('that cannot begin is an error of the kit, and certainly not sent', async () => {
    const { as } = await withInvite()
    const accept = (reason: Error) =>
      failure(as('', { authenticate: () => Promise.reject(reason) }).accept({ token: 'inv_1' }))
    expect(await accept(new Error('x'))).toMatchObject({ code: 'unknown', outcome: 'not_sent' })
    expect(
      await accept(new InviteError('config', { message: 'no such application' })),
    ).toMatchObject({ code: 'config', message: 'no such application', outcome: 'not_sent' })
  })

  test('does not begin with something that is no id', async () => {
    let begun = 0
    const { as } = await withInvite()
    const transport = as('', { authenticate: () => `https://login.acme.test/${++begun}` })
    expect((await failure(transport.accept({ token: '../admin' }))).code).toBe('invalid_input')
    expect(begun).toBe(0)
  })
})

describe('revoke', () => {
  test('deletes, and then there is nothing', async () => {
    const { transport, calls, id } = await withInvite()
    await expect(transport.revoke({ id })).resolves.toBeUndefined()
    expect(calls()).toEqual([`DELETE /v1/invites/${id}`])
    expect((await failure(transport.lookup({ token: id }))).code).toBe('not_found')
    expect((await failure(transport.revoke({ id }))).code).toBe('not_found')
  })

  test('is for who created it, where Authress sees it so, and for administrators', async () => {
    for (const creatorMayRead of [true, false]) {
      const { as } = setUp({ creatorMayRead })
      const olga = as('jwt.olga')
      // oxlint-disable-next-line no-await-in-loop
      const { invite } = await olga.create(ana)
      // oxlint-disable-next-line no-await-in-loop
      const outcome = await olga
        .revoke({ id: invite?.id ?? '' })
        .catch(({ code }) => code as string)
      expect(outcome).toBe(creatorMayRead ? undefined : 'forbidden')
    }
  })
})
