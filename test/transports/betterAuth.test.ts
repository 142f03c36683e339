import { describe, expect, test } from 'vitest'
import { betterAuth } from '../../src/transports/betterAuth.js'
import { sessionOf } from '../emulators/betterAuthState.ts'
import { json } from '../emulators/emulator.ts'
import { baseUrl, bob, failure, organizationId, row, setUp, signedIn } from './betterAuthSetUp.ts'
import { claims } from './claims.ts'
import { conformance } from './conformance.ts'

conformance({
  name: 'better-auth',
  claims: claims['better-auth'],
  async world() {
    const { fetch, transport } = setUp()
    const { invite } = await transport.create(bob)
    const id = invite?.id ?? ''
    return {
      // One transport has both sides: here each call goes out as who it is for.
      fetch: (input, init) => {
        const request = new Request(input, init)
        const answers = /\/(get|accept|reject)-invitation/.test(request.url)
        return signedIn(fetch, answers ? 'bob' : 'ada')(request)
      },
      transport: (over) =>
        betterAuth({ baseUrl, organizationId, token: 'bearer-token', fetch: over }),
      inputs: {
        create: { email: 'cleo@acme.test', role: 'admin' },
        list: { search: 'bob', pageSize: 10 },
        resend: { id },
        revoke: { id },
        lookup: { token: id },
        accept: { token: id },
        decline: { token: id },
        viewer: {},
      },
    }
  },
  // What is missing is a 400: a 404 says that there is no such route.
  deviations: Object.fromEntries(
    claims['better-auth'].map((operation) => [operation, { '404': { code: 'config' } }]),
  ),
})

describe('the transport', () => {
  test('is named after server and organization, without a trailing slash', () => {
    expect(betterAuth({ baseUrl: `${baseUrl}/` }).key).toBe(`better-auth:${baseUrl}/active`)
    expect(betterAuth({ baseUrl, organizationId }).key).toBe(`better-auth:${baseUrl}/org-acme`)
  })

  test('gives member and admin as roles, or what the application has', () => {
    expect(betterAuth({ baseUrl }).roles?.map(({ value }) => value)).toEqual(['member', 'admin'])
    const roles = [{ value: 'guest', label: 'Guest' }]
    expect(betterAuth({ baseUrl, roles }).roles).toBe(roles)
  })

  test('asks for groups only where the server has teams', () => {
    expect(betterAuth({ baseUrl }).fields).toEqual({})
    expect(betterAuth({ baseUrl, teams: true }).fields).toEqual({ groups: 'optional' })
  })

  test('sends the cookie without a token, and with one the token alone', async () => {
    const seen: [string | null, RequestCredentials | undefined][] = []
    const fetch = (_: unknown, init: RequestInit = {}) => {
      seen.push([new Headers(init.headers).get('authorization'), init.credentials])
      return Promise.resolve(json([]))
    }
    await betterAuth({ baseUrl, fetch }).list({})
    await betterAuth({ baseUrl, fetch, token: () => Promise.resolve('abc') }).list({})
    expect(seen).toEqual([
      [null, 'include'],
      ['Bearer abc', 'omit'],
    ])
  })

  test('works with a token where the server takes one', async () => {
    const { fetch, state } = setUp({ bearer: true })
    await betterAuth({ baseUrl, token: sessionOf('ada'), fetch }).create(bob)
    expect(state.invitations).toHaveLength(1)
    const cookieless = betterAuth({ baseUrl, token: sessionOf('ada'), fetch: setUp().fetch })
    expect(await failure(cookieless.list({}))).toMatchObject({ code: 'unauthenticated' })
  })

  test('works in the organization that is given, else in that of the session', async () => {
    const { as, requests, state } = setUp()
    await as('ada', { organizationId }).create(bob)
    await as('ada').create({ ...bob, email: 'cleo@acme.test' })
    await as('ada', { organizationId }).list({})
    expect(state.invitations.map((one) => one.organizationId)).toEqual(['org-acme', 'org-acme'])
    expect(requests.at(-1)?.url).toContain('?organizationId=org-acme')
    expect(await failure(as('ada', { organizationId: 'other' }).list({}))).toMatchObject({
      code: 'forbidden',
      status: 403,
    })
  })
})

describe('refusals', () => {
  test('without an organization anywhere ask for the set-up', async () => {
    const { as } = setUp()
    for (const call of [as('bob').list({}), as('bob').create(bob)])
      // oxlint-disable-next-line no-await-in-loop
      expect(await failure(call)).toMatchObject({ code: 'config', status: 400 })
  })

  test.each([
    [{}, 'Missing or null Origin'],
    [{ origin: 'https://evil.test' }, 'Invalid origin'],
  ])('of the Origin ask for the set-up: %o', async (headers, words) => {
    const { fetch } = setUp()
    const strange = signedIn(fetch, 'ada', { origin: 'null', ...headers })
    const error = await failure(betterAuth({ baseUrl, fetch: strange }).create(bob))
    expect(error).toMatchObject({ code: 'config', status: 403, outcome: 'not_sent' })
    expect(error.message).toContain(words)
  })

  test('of a wrong base URL ask for the set-up, even where an invite is named', async () => {
    const { fetch } = setUp()
    const lost = betterAuth({ baseUrl: 'https://app.acme.test/auth', fetch })
    for (const call of [lost.list({}), lost.revoke({ id: 'x' }), lost.accept({ token: 'x' })])
      // oxlint-disable-next-line no-await-in-loop
      expect(await failure(call)).toMatchObject({ code: 'config', status: 404 })
  })

  test('for too many requests say when to go on', async () => {
    const { transport, detour } = setUp()
    const message = 'Too many requests. Please try again later.'
    detour.answer = () => json({ message }, 429, { 'x-retry-after': '7' })
    expect(await failure(transport.create(bob))).toMatchObject({
      code: 'rate_limited',
      retryAfter: 7000,
      outcome: 'not_sent',
    })
  })

  test('name the fields, several in one message', async () => {
    const { transport, detour } = setUp()
    const message =
      '[body.email] Invalid input: expected string, received undefined; [body.role] Invalid input'
    detour.answer = () => json({ message, code: 'VALIDATION_ERROR' }, 400)
    expect((await failure(transport.create(bob))).fields).toEqual({
      email: 'Invalid input: expected string, received undefined',
      role: 'Invalid input',
    })
  })

  test('with a code that is not known are read by their status', async () => {
    const { transport, detour } = setUp()
    for (const [status, code] of [
      [400, 'invalid_input'],
      [403, 'forbidden'],
      [500, 'unavailable'],
    ] as const) {
      detour.answer = () => json({ message: 'The hook of an app says no', code: 'HOOK' }, status)
      // oxlint-disable-next-line no-await-in-loop
      expect(await failure(transport.list({}))).toMatchObject({ code, status })
    }
  })

  test('never have the id of an invite in them', async () => {
    const { transport, detour } = setUp()
    const { id } = row()
    detour.answer = () => json({ message: `no ${id}`, code: 'X' }, 400)
    const calls = [transport.revoke({ id }), transport.lookup({ token: id })]
    const answers = [transport.accept({ token: id }), transport.decline({ token: id })]
    for (const error of await Promise.all([...calls, ...answers].map(failure))) {
      expect(error.message).toContain('[redacted]')
      expect(JSON.stringify(error)).not.toContain(id)
    }
  })
})
