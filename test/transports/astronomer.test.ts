import { describe, expect, test } from 'vitest'
import { astronomer } from '../../src/transports/astronomer.js'
import { json } from '../emulators/emulator.ts'
import { acme, astronomerRoles } from '../emulators/astronomerState.ts'
import { ana, baseUrl, failure, setUp } from './astronomerSetUp.ts'
import { claims } from './claims.ts'
import { conformance } from './conformance.ts'

conformance({
  name: 'astronomer v1alpha1',
  claims: claims['astronomer v1alpha1'],
  async world() {
    const { fetch, alpha, state } = setUp()
    const { invite } = await alpha.create(ana)
    const id = invite?.id ?? ''
    // The owner's token for one side, the invitee's for the other.
    state.tokens.push({ token: 'user.of.both', username: ana.email })
    return {
      fetch: (...args) => {
        const request = new Request(...args)
        const own = new URL(request.url).pathname.includes('/users/self')
        if (!own && request.headers.get('authorization') === 'Bearer user.of.both')
          request.headers.set('authorization', 'Bearer user.owner')
        return fetch(request)
      },
      transport: (over) =>
        astronomer({
          apiVersion: 'v1alpha1',
          organizationId: acme,
          token: 'user.of.both',
          fetch: over,
        }),
      inputs: {
        create: { email: 'bo@acme.test', role: 'ORGANIZATION_OWNER' },
        list: { search: 'ana', pageSize: 10 },
        resend: { id },
        revoke: { id },
        lookup: { token: id },
        accept: { token: id },
        decline: { token: id },
      },
    }
  },
})

conformance({
  name: 'astronomer v1',
  claims: claims['astronomer v1'],
  async world() {
    const { fetch, v1 } = setUp()
    const { invite } = await v1.create(ana)
    return {
      fetch,
      transport: (over) =>
        astronomer({
          apiVersion: 'v1',
          organizationId: acme,
          token: 'user.owner',
          fetch: over,
        }),
      inputs: {
        create: { email: 'bo@acme.test', role: 'ORGANIZATION_OWNER' },
        list: { search: 'ana', pageSize: 10 },
        revoke: { id: invite?.id ?? '' },
      },
    }
  },
})

describe('the transport', () => {
  test('is named after API, version and organization', () => {
    const { alpha, v1 } = setUp({}, { baseUrl: `${baseUrl}/` })
    expect(alpha.key).toBe(`astronomer:${baseUrl}/v1alpha1/${acme}`)
    expect(v1.key).toBe(`astronomer:${baseUrl}/v1/${acme}`)
  })

  test('offers the roles of the document, lowest first', () => {
    const { v1 } = setUp()
    expect(v1.roles?.map(({ value }) => value)).toEqual(astronomerRoles)
    for (const role of v1.roles ?? []) expect(role.description).toMatch(/^\w.+\.$/)
  })

  test('has the type of its version', () => {
    const { alpha, v1 } = setUp()
    expect(alpha.decline).toBeTypeOf('function')
    // @ts-expect-error -- v1 cannot
    expect(v1.decline).toBeUndefined()
  })

  test('asks for the token at each request, and works without one behind a proxy', async () => {
    const tokens = ['user.owner', 'user.ended']
    const { v1, requests } = setUp({}, { token: () => Promise.resolve(tokens.shift() ?? '') })
    await v1.list({})
    expect((await failure(v1.list({}))).code).toBe('unauthenticated')
    await failure(v1.list({}))
    expect(requests.map(({ headers }) => headers.get('authorization'))).toEqual([
      'Bearer user.owner',
      'Bearer user.ended',
      null,
    ])
  })

  test('works below the path of a proxy', async () => {
    const proxy = 'https://acme.test/astro'
    const { alpha, calls } = setUp({ baseUrl: proxy }, { baseUrl: `${proxy}/` })
    await alpha.create(ana)
    expect(calls()).toEqual(['POST /astro/v1alpha1/organizations/acme/invites'])
  })
})

describe('refusals', () => {
  test.each([400, 403, 409])('tell a member by the words, whatever the status (%d)', async (of) => {
    const { v1, detour } = setUp()
    detour.answer = () => json({ message: 'User is already a member of this organization.' }, of)
    expect(await failure(v1.create(ana))).toMatchObject({
      code: 'already_member',
      outcome: 'not_sent',
      status: of,
    })
  })

  test('of a server that is broken are not read by their words', async () => {
    const { v1, detour } = setUp()
    detour.answer = () => json({ message: 'is already a member' }, 500)
    expect(await failure(v1.create(ana))).toMatchObject({ code: 'unavailable', outcome: 'unknown' })
  })

  test('of a bad address name the field', async () => {
    const error = await failure(setUp().alpha.create({ ...ana, email: 'ana@acme' }))
    expect(error).toMatchObject({ code: 'invalid_input', outcome: 'not_sent', status: 400 })
    expect(error.fields).toEqual({ email: 'not an address' })
  })

  test('of the validation of v1 name the fields as the kit does', async () => {
    const { v1, detour } = setUp()
    const role = await failure(v1.create({ ...ana, role: 'OWNER' }))
    expect(role).toMatchObject({ code: 'invalid_input', fields: { role: /one of/ } })
    const fieldErrors = [
      { field: 'InviteeEmail', code: 'email', message: 'is no address' },
      { field: 'Role', code: 'required', message: 'is required' },
    ]
    detour.answer = () => json({ message: 'Invalid request.', fieldErrors }, 400)
    const both = await failure(v1.create(ana))
    expect(both.fields).toEqual({ email: 'is no address', role: 'is required' })
  })

  test('keep the id of the request, and get by without one', async () => {
    const input = { ...ana, email: 'owner@acme.test' }
    const error = await failure(setUp().alpha.create(input))
    expect(error).toMatchObject({ code: 'already_member', requestId: /^clx/ })
    expect(error.message).toContain('User is already a member of this organization.')
    const old = await failure(setUp({ shape: '2022' }).alpha.create(input))
    expect(old.code).toBe('already_member')
    expect(old.requestId).toBeUndefined()
  })

  test('for lack of rights are forbidden, also with a 400', async () => {
    const { as, invitee, detour } = setUp()
    expect((await failure(invitee('bo@acme.test').list({}))).code).toBe('forbidden')
    detour.answer = () => json({ message: 'Insufficient permissions.' }, 400)
    expect((await failure(as('user.owner').create(ana))).code).toBe('forbidden')
  })

  test.each(['', '<h1>Already a member</h1>', '{"message":7}', '[]', 'null'])(
    'go by the status where the body is %j',
    async (body) => {
      const { v1, detour } = setUp()
      detour.answer = () => new Response(body, { status: 403 })
      const error = await failure(v1.create(ana))
      expect(error.code).toBe('forbidden')
      expect(error.message).not.toContain('<')
    },
  )

  test('never repeat the token', async () => {
    const { v1, detour } = setUp()
    detour.answer = () => json({ message: 'bad user.owner', requestId: 'user.owner' }, 401)
    expect(JSON.stringify(await failure(v1.list({})))).not.toContain('user.owner')
  })
})
