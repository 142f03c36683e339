import { describe, expect, test } from 'vitest'
import { grafana } from '../../src/transports/grafana.js'
import { json } from '../emulators/emulator.ts'
import { grafanaState } from '../emulators/grafanaState.ts'
import { claims } from './claims.ts'
import { conformance } from './conformance.ts'
import { ana, baseUrl, failure, setUp, signedIn, twoOrgs } from './grafanaSetUp.ts'

conformance({
  name: 'grafana',
  claims: claims.grafana,
  async world() {
    const { fetch, transport } = setUp()
    const { invite } = await transport.create(ana)
    const id = invite?.id ?? ''
    return {
      fetch,
      transport: (over) => grafana({ baseUrl, token: 'glsa_inviter', fetch: over }),
      inputs: {
        create: { email: 'bo@acme.test', role: 'Viewer', name: 'Bo Li' },
        list: { search: 'ana', pageSize: 10 },
        resend: { id },
        revoke: { id },
        lookup: { token: id },
        accept: { token: id, name: 'Ana', username: 'ana', password: 'S3cret-pass!' },
      },
    }
  },
  // One of its two known 412s stands for an invite that was saved.
  deviations: { create: { '412': { code: 'unknown', outcome: 'unknown' } } },
})

describe('the transport', () => {
  test('is named after server and organization, without a trailing slash', () => {
    expect(grafana({ baseUrl: `${baseUrl}/` }).key).toBe(`grafana:${baseUrl}`)
    expect(grafana({ baseUrl: `${baseUrl}/g/`, orgId: 3 }).key).toBe(`grafana:${baseUrl}/g/org/3`)
  })

  test('sends the token and the organization, the token asked for at each request', async () => {
    let asked = 0
    const token = () => Promise.resolve(['glsa_inviter', 'glsa_ended'][asked++] ?? '')
    const { transport, requests } = setUp({}, { token, orgId: 7 })
    await transport.list({})
    expect((await failure(transport.list({}))).code).toBe('unauthenticated')
    const headers = requests.map(({ headers: sent }) => sent)
    expect(headers.map((sent) => sent.get('authorization'))).toEqual([
      'Bearer glsa_inviter',
      'Bearer glsa_ended',
    ])
    expect(headers[0]?.get('x-grafana-org-id')).toBe('7')
  })

  test('works below a sub-path', async () => {
    const server = 'https://acme.test/grafana'
    const { transport, calls } = setUp({ baseUrl: server }, { baseUrl: `${server}/` })
    expect((await transport.create(ana)).url).toMatch(
      /^https:\/\/acme\.test\/grafana\/invite\/\w+$/,
    )
    expect(calls()[0]).toBe('POST /grafana/api/org/invites')
  })

  test('takes organization 2 for a signed-in member of both', async () => {
    const state = twoOrgs()
    state.orgs[1]?.members.push({ userId: 1, role: 'Admin' })
    const server = setUp({ state })
    const fetch = signedIn(server.fetch)
    await grafana({ baseUrl, orgId: 2, fetch }).create(ana)
    expect(server.state.invites[0]).toMatchObject({ orgId: 2, userId: 1 })
    const [invite] = (await grafana({ baseUrl, orgId: 2, fetch }).list({})).invites
    expect(invite?.invitedBy).toBe('admin')
    expect((await grafana({ baseUrl, fetch }).list({})).invites).toEqual([])
  })
})

describe('refusals', () => {
  test('of every 401 are unauthenticated', async () => {
    const modern = await failure(setUp({}, { token: undefined }).transport.list({}))
    const old = await failure(setUp({ release: '9.3' }, { token: undefined }).transport.list({}))
    const badToken = await failure(setUp({}, { token: 'glsa_other' }).transport.list({}))
    const { transport, detour } = setUp()
    detour.answer = () =>
      json(
        { message: 'Token revoked', error: { id: 'ERR_TOKEN_REVOKED', maxConcurrentSessions: 0 } },
        401,
      )
    const revoked = await failure(transport.list({}))
    for (const error of [modern, old, badToken, revoked])
      expect(error).toMatchObject({ code: 'unauthenticated', status: 401 })
    expect(revoked.message).toContain('Token revoked')
  })

  test.each(['9.1', '9.3', '11'] as const)(
    'of RBAC on %s are forbidden, with the id for the server log',
    async (release) => {
      const state = grafanaState()
      for (const account of state.tokens) account.actions = []
      const error = await failure(setUp({ release, state }).transport.create(ana))
      expect(error).toMatchObject({
        code: 'forbidden',
        requestId: 'ACE1234567890',
        outcome: 'not_sent',
      })
      expect(error.message).toContain(release === '9.1' ? 'users:create' : 'org.users:add')
    },
  )

  test('of the CSRF check, in plain text, are config', async () => {
    const server = setUp()
    const fetch = signedIn(server.fetch, { origin: 'https://elsewhere.test' })
    const error = await failure(grafana({ baseUrl, fetch }).create(ana))
    expect(error).toMatchObject({ code: 'config', status: 403, outcome: 'not_sent' })
    expect(error.message).toContain('origin not allowed')
  })

  test('in HTML are not quoted', async () => {
    const { transport, detour } = setUp()
    detour.answer = () => new Response('<b>role</b> email address', { status: 400 })
    const error = await failure(transport.create(ana))
    expect(error.code).toBe('invalid_input')
    expect(error.message).not.toContain('<')
  })

  test('of a route that is not there are config, and a page in its stead is invalid_response', async () => {
    const { transport, detour } = setUp()
    detour.answer = () => json({ message: 'Not found' }, 404)
    expect((await failure(transport.list({}))).code).toBe('config')
    detour.answer = () => new Response('<!doctype html>')
    expect((await failure(transport.list({}))).code).toBe('invalid_response')
  })

  test('never repeat the token', async () => {
    const { transport, detour } = setUp()
    detour.answer = () => json({ message: 'bad key glsa_inviter' }, 401)
    const error = await failure(transport.create(ana))
    expect(JSON.stringify(error)).not.toContain('glsa_inviter')
  })
})
