import { describe, expect, it } from 'vitest'
import { enhance } from '../../src/transports/enhance.js'
import { json } from '../emulators/emulator.ts'
import { accessToken, customerOrg } from '../emulators/enhanceState.ts'
import type { Reading } from '../../src/testing/index.js'
import { claims } from './claims.ts'
import { conformance } from './conformance.ts'
import { ana, baseUrl, browser, failure, orgId, owner, password, setUp } from './enhanceSetUp.ts'

/** Of the operations here one alone can conflict with anything: with a person who is a member. */
const conflict: Record<string, Reading> = { '409': { code: 'already_member' } }

conformance({
  name: 'enhance',
  claims: claims.enhance,
  async world() {
    const { fetch, transport, open } = setUp()
    await transport.create(ana)
    const id = (await transport.list({})).invites[0]?.id ?? ''
    const ref = open()
    return {
      fetch,
      transport: (over) => enhance({ baseUrl, orgId, token: accessToken, fetch: over }),
      inputs: {
        create: { email: 'bo@acme.test', name: 'Bo Li', role: 'Support' },
        list: { search: 'ana', pageSize: 10 },
        resend: { id },
        update: { id, role: 'Support' },
        revoke: { id },
        lookup: ref,
        accept: { ...ref, password },
        viewer: {},
      },
    }
  },
  deviations: {
    ...Object.fromEntries(claims.enhance.map((operation) => [operation, conflict])),
    // Nobody is signed in, so that it was meant for the password.
    accept: { ...conflict, '401': { code: 'invalid_input' } },
    // Nobody is signed in.
    viewer: { ...conflict, '401': { resolves: true } },
  },
})

describe('the transport', () => {
  it('is named after panel and organization, without a trailing slash', () => {
    expect(enhance({ baseUrl: `${baseUrl}/`, orgId }).key).toBe(`enhance:${baseUrl}/${orgId}`)
  })

  it('offers every role but Owner, which is handed over', () => {
    const { roles } = enhance({ baseUrl, orgId })
    expect(roles?.map(({ value, label }) => [value, label])).toEqual([
      ['SuperAdmin', 'Super Admin'],
      ['SiteAccess', 'Collaborator'],
      ['Support', 'Support'],
      ['Business', 'Business'],
      ['Sysadmin', 'System Administrator'],
    ])
  })

  it('sends the token, asked for at each request, and no cookie beside it', async () => {
    let asked = 0
    const token = () => Promise.resolve([accessToken, 'another-token'][asked++] ?? '')
    const { transport, requests } = setUp({}, { token })
    await transport.list({})
    expect((await failure(transport.list({}))).code).toBe('forbidden')
    expect(requests.map(({ headers }) => headers.get('authorization'))).toEqual([
      `Bearer ${accessToken}`,
      'Bearer another-token',
    ])
    expect(requests.map(({ credentials }) => credentials)).not.toContain('include')
  })

  it('without a token goes by the session of the panel', async () => {
    const { visitor, state } = setUp()
    await visitor(owner).create(ana)
    expect(state.members).toHaveLength(2)
    expect(await failure(visitor().create(ana))).toMatchObject({
      code: 'unauthenticated',
      outcome: 'not_sent',
    })
  })

  it('works below a sub-path', async () => {
    const server = 'https://acme.test/panel'
    const { transport, calls } = setUp(
      { baseUrl: server, created: 'key' },
      { baseUrl: `${server}/` },
    )
    expect((await transport.create(ana)).url).toMatch(
      /^https:\/\/acme\.test\/panel\/invites\/[^/]+$/,
    )
    expect(calls()).toEqual([`POST /panel/api/orgs/${orgId}/invites`])
  })

  it('invites into an organization below that of the inviter, and sees its invites alone', async () => {
    const { transport, over } = setUp()
    const customer = over({ orgId: customerOrg })
    await customer.create(ana)
    expect((await customer.list({})).total).toBe(1)
    expect((await transport.list({})).total).toBe(0)
  })

  it('asks nothing for an organization that is no id', async () => {
    const { over, calls } = setUp()
    const transport = over({ orgId: '../login' })
    for (const call of [transport.create(ana), transport.list({}), transport.revoke({ id: 'a' })])
      // oxlint-disable-next-line no-await-in-loop
      expect((await failure(call)).code).toBe('invalid_input')
    expect(calls()).toEqual([])
  })
})

describe('the viewer', () => {
  it('is whoever has the session of the panel', async () => {
    const { visitor } = setUp()
    expect(await visitor(owner).viewer({})).toEqual({
      email: 'owner@acme.test',
      name: 'Olga Owner',
    })
  })

  it('is nobody without a session, and after it has ended', async () => {
    const { visitor, state } = setUp()
    expect(await visitor().viewer({})).toBeNull()
    for (const session of state.sessions) session.ended = true
    expect(await visitor(owner).viewer({})).toBeNull()
  })

  it('is not the inviter whose token is used', async () => {
    const { transport, requests } = setUp()
    expect(await transport.viewer({})).toBeNull()
    expect(requests[0]?.headers.has('authorization')).toBe(false)
  })

  it('is somebody who has signed in meanwhile, and nobody after signing out', async () => {
    const { fetch, over } = setUp()
    const tab = browser(fetch)
    const transport = over({ token: undefined, fetch: tab })
    const session = (method: string, path: string, body?: object) =>
      tab(`${baseUrl}/api/login/sessions${path}`, {
        method,
        credentials: 'include',
        headers: { 'content-type': 'application/json' },
        ...(body && { body: JSON.stringify(body) }),
      })
    await session('POST', '', { email: 'owner@acme.test', password: 'owner-pass' })
    expect(await transport.viewer({})).toMatchObject({ email: 'owner@acme.test' })
    await session('DELETE', '/current')
    expect(await transport.viewer({})).toBeNull()
  })
})

describe('a refusal', () => {
  it.each([
    ['without the right', 'enhance-support-token', 'unauthorized'],
    ['of an unknown token', 'unknown-token', 'unauthorized'],
  ])('%s is forbidden: the two cannot be told apart', async (_, token) => {
    const error = await failure(setUp({}, { token }).transport.create(ana))
    expect(error).toMatchObject({ code: 'forbidden', status: 403, outcome: 'not_sent' })
    expect(error.message).toContain('Unauthorized')
  })

  it('of a role that only the platform has is forbidden', async () => {
    const { over } = setUp()
    const customer = over({ orgId: customerOrg, token: 'enhance-customer-token' })
    const error = await failure(customer.create({ ...ana, role: 'Sysadmin' }))
    expect(error).toMatchObject({ code: 'forbidden', outcome: 'not_sent' })
    expect(error.message).toContain('Only an MO admin')
  })

  it('of a session that has ended is unauthenticated, and said in the code where there are no words', async () => {
    const error = await failure(setUp().visitor('old.session.jwt').list({}))
    expect(error.code).toBe('unauthenticated')
    expect(error.message).toContain('invalid_session_token')
  })

  it('quotes the detail where there is no message', async () => {
    const { transport, detour } = setUp()
    detour.answer = () => json({ code: 'invalid', message: null, detail: 'no such role' }, 400)
    const error = await failure(transport.create(ana))
    expect(error).toMatchObject({ code: 'invalid_input', outcome: 'not_sent' })
    expect(error.message).toContain('no such role')
  })

  it('in plain text, for an id that is no UUID, is not_found, and quoted', async () => {
    const error = await failure(setUp().transport.revoke({ id: 'gone' }))
    expect(error).toMatchObject({ code: 'not_found', status: 404, outcome: 'not_sent' })
    expect(error.message).toContain('UUID parsing failed')
  })

  it('in HTML is not quoted', async () => {
    const { transport, detour } = setUp()
    detour.answer = () => new Response('<b>already a member</b>', { status: 400 })
    const error = await failure(transport.create(ana))
    expect(error.code).toBe('invalid_input')
    expect(error.message).not.toContain('<')
  })

  it('for too many requests says how long to wait', async () => {
    const { transport } = setUp({ rateLimit: 1 })
    await transport.list({})
    expect(await failure(transport.create(ana))).toMatchObject({
      code: 'rate_limited',
      outcome: 'not_sent',
      retryAfter: 60_000,
    })
  })
})
