import { describe, expect, test } from 'vitest'
import { betterAuth } from '../../src/transports/betterAuth.js'
import type { BetterAuthOptions } from '../../src/transports/betterAuthOptions.js'
import { baseUrl, realServer } from './betterAuthServer.ts'
import { bob, failure } from './betterAuthSetUp.ts'

/** The transport on a running better-auth 1.7.7, as the browsers of Ada, Bob and Eve have it. */
async function setUp(server: Parameters<typeof realServer>[0] = {}) {
  const real = await realServer(server)
  const as = (name: string, options: Partial<BetterAuthOptions> = {}) =>
    betterAuth({ baseUrl, fetch: real.fetchAs(name), ...options })
  return { ...real, as, ada: as('ada'), bob: as('bob'), eve: as('eve') }
}

/** With an invite for Bob. */
async function invited(server: Parameters<typeof realServer>[0] = {}) {
  const all = await setUp(server)
  const sent = await all.ada.create(bob)
  return { ...all, sent, id: sent.invite?.id ?? '' }
}

describe('on a real server', () => {
  test('an invite is made, mailed and listed', async () => {
    const { ada, mails, sent, id } = await invited()
    expect(sent).toMatchObject({ email: bob.email, delivery: 'unknown' })
    expect(sent.invite).toMatchObject({ ...bob, status: 'pending' })
    expect(mails).toEqual([{ id, email: bob.email }])
    expect(await ada.list({})).toEqual({ invites: [sent.invite], total: 1 })
  })

  test('who is invited already, is a member already, or is nobody, is refused', async () => {
    const { ada } = await invited()
    const codeOf = async (input: object) => (await failure(ada.create({ ...bob, ...input }))).code
    expect(await codeOf({})).toBe('already_invited')
    expect(await codeOf({ email: 'ada@acme.test' })).toBe('already_member')
    expect(await codeOf({ email: 'nobody' })).toBe('invalid_input')
    expect(await codeOf({ role: 'pirate' })).toBe('invalid_input')
  })

  test('one invite too many is told the limit', async () => {
    const { ada } = await invited({ invitationLimit: 1 })
    const error = await failure(ada.create({ ...bob, email: 'eve@acme.test' }))
    expect(error).toMatchObject({ code: 'limit_reached', outcome: 'not_sent' })
  })

  test('a pending invite is mailed again as it is, an expired one as a new one', async () => {
    const { ada, age, mails, id } = await invited()
    expect((await ada.resend({ id })).invite?.id).toBe(id)
    age(id)
    expect((await ada.list({})).invites).toMatchObject([{ id, status: 'expired' }])
    const { invite } = await ada.resend({ id })
    expect(invite).toMatchObject({ ...bob, status: 'pending' })
    expect(invite?.id).not.toBe(id)
    expect(mails.map((mail) => mail.id)).toEqual([id, id, invite?.id])
    expect((await ada.list({})).invites).toEqual([invite])
  })

  test('a revoked invite is gone for all', async () => {
    const { ada, bob: invitee, id } = await invited()
    await ada.revoke({ id })
    expect((await ada.list({})).invites).toEqual([])
    expect((await ada.list({ status: 'revoked' })).invites).toMatchObject([{ id }])
    for (const call of [invitee.lookup, invitee.accept, invitee.decline])
      // oxlint-disable-next-line no-await-in-loop
      expect(await failure(call({ token: id }))).toMatchObject({ code: 'not_found' })
    expect(await failure(ada.resend({ id }))).toMatchObject({ code: 'not_found' })
    expect(await failure(ada.revoke({ id: 'unknown' }))).toMatchObject({ code: 'not_found' })
  })

  test('the recipient sees an invite and accepts it, once', async () => {
    const { ada, bob: invitee, id } = await invited()
    expect(await invitee.lookup({ token: id })).toMatchObject({
      status: 'pending',
      ...bob,
      organization: 'Acme',
      invitedBy: 'ada@acme.test',
      asks: [],
    })
    expect(await invitee.accept({ token: id })).toEqual({ status: 'accepted' })
    expect(await failure(invitee.accept({ token: id }))).toMatchObject({ code: 'not_found' })
    expect((await ada.list({})).invites).toEqual([])
    expect((await ada.list({ status: 'accepted' })).invites).toMatchObject([{ id }])
    // A plain member of this release reads the list, and does nothing with it.
    expect((await invitee.list({ status: 'accepted' })).invites).toHaveLength(1)
    expect(await failure(invitee.revoke({ id }))).toMatchObject({ code: 'forbidden' })
  })

  test('the recipient declines, also what has expired', async () => {
    const { ada, age, bob: invitee, id } = await invited()
    age(id)
    expect(await failure(invitee.accept({ token: id }))).toMatchObject({ code: 'not_found' })
    await invitee.decline({ token: id })
    expect((await ada.list({ status: 'declined' })).invites).toMatchObject([{ id }])
  })

  test('nobody else sees or answers it', async () => {
    const { as, ada, eve, id } = await invited()
    for (const [who, code] of [
      [as('nobody'), 'unauthenticated'],
      [eve, 'wrong_account'],
      [ada, 'wrong_account'],
    ] as const)
      for (const call of [who.lookup, who.accept, who.decline])
        // oxlint-disable-next-line no-await-in-loop
        expect(await failure(call({ token: id }))).toMatchObject({ code })
    expect(await failure(eve.revoke({ id }))).toMatchObject({ code: 'forbidden' })
    expect(await failure(as('nobody').list({}))).toMatchObject({ code: 'unauthenticated' })
  })

  test('an unverified address is told so, where it has to be verified', async () => {
    const { bob: invitee, id, db } = await invited({ requireEmailVerificationOnInvitation: true })
    for (const call of [invitee.lookup, invitee.accept, invitee.decline])
      // oxlint-disable-next-line no-await-in-loop
      expect(await failure(call({ token: id }))).toMatchObject({ code: 'email_unverified' })
    for (const user of db.user ?? []) user.emailVerified = true
    await expect(invitee.accept({ token: id })).resolves.toEqual({ status: 'accepted' })
  })

  test('a full organization takes nobody, and the invite stays', async () => {
    const { ada, bob: invitee, id } = await invited({ membershipLimit: 1 })
    expect(await failure(invitee.accept({ token: id }))).toMatchObject({ code: 'limit_reached' })
    expect((await ada.list({})).invites).toMatchObject([{ id, status: 'pending' }])
  })

  test('an invite whose inviter has left is not shown, but can be accepted', async () => {
    const { bob: invitee, id, setRole } = await invited()
    setRole('ada', null)
    expect(await failure(invitee.lookup({ token: id }))).toMatchObject({ code: 'not_found' })
    await expect(invitee.accept({ token: id })).resolves.toEqual({ status: 'accepted' })
  })

  test('who may not invite is refused, and so is a role above their own', async () => {
    const { eve, setRole, organizationId, as } = await setUp()
    expect(await failure(eve.create(bob))).toMatchObject({ code: 'config' })
    const here = as('eve', { organizationId })
    for (const [role, wanted] of [
      [null, 'member'],
      ['member', 'member'],
      ['admin', 'owner'],
    ] as const) {
      setRole('eve', role)
      // oxlint-disable-next-line no-await-in-loop
      expect(await failure(here.create({ ...bob, role: wanted }))).toMatchObject({
        code: 'forbidden',
      })
    }
  })

  test('groups are teams', async () => {
    const { ada, as, age, db, post } = await setUp({ teams: { enabled: true } })
    const team = await post('ada', '/organization/create-team', { name: 'Design' })
    const transport = as('ada', { teams: true })
    const unknown = await failure(transport.create({ ...bob, groups: ['unknown'] }))
    expect(unknown).toMatchObject({ code: 'invalid_input', fields: { groups: 'not a team' } })
    const { invite } = await transport.create({ ...bob, groups: [String(team.id)] })
    age(invite?.id ?? '')
    await ada.resend({ id: invite?.id ?? '' })
    expect(db.invitation?.map(({ teamId }) => teamId)).toEqual([team.id, team.id])
  })

  test('the viewer is who is signed in', async () => {
    const { bob: invitee, as } = await setUp()
    const viewer = { email: 'bob@acme.test', name: 'Bob', emailVerified: false }
    expect(await invitee.viewer({})).toEqual(viewer)
    expect(await as('nobody').viewer({})).toBeNull()
  })

  test('a token does without cookie and Origin; a cookie without Origin does not', async () => {
    const { handler, tokenOf, cookieOf } = await setUp()
    const fetch: typeof globalThis.fetch = (input, init) => handler(new Request(input, init))
    const sent = await betterAuth({ baseUrl, token: tokenOf('ada'), fetch }).create(bob)
    expect(sent.invite?.status).toBe('pending')
    const cookie = (input: RequestInfo | URL, init?: RequestInit) => {
      const request = new Request(input, init)
      request.headers.set('cookie', cookieOf('ada'))
      return handler(request)
    }
    const error = await failure(betterAuth({ baseUrl, fetch: cookie }).create(bob))
    expect(error).toMatchObject({ code: 'config', status: 403 })
  })

  test('a wrong base URL is told as such', async () => {
    const { fetchAs } = await setUp()
    const lost = betterAuth({ baseUrl: `${baseUrl}/v2`, fetch: fetchAs('ada') })
    expect(await failure(lost.revoke({ id: 'x' }))).toMatchObject({ code: 'config', status: 404 })
  })
})
