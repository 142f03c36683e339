import { describe, expect, it } from 'vitest'
import { ask, read, sameOrigin, setUp, url } from './setUp.ts'
import { strangers } from './strangers.ts'

const bo = { email: 'bo@acme.test', role: 'Viewer' }
const body = JSON.stringify(bo)

/** A call with these headers and no others; a Blob brings no content type along. */
const sent = (headers: Record<string, string>, operation = 'create', content = body) =>
  new Request(`${url}/${operation}`, { method: 'POST', headers, body: new Blob([content]) })

describe('a request that is as it should be', () => {
  it('is answered with what the provider did, and with nothing that may be cached', async () => {
    const { handle, requests } = setUp()
    const response = await handle(ask('create', bo))
    expect(Object.fromEntries(response.headers)).toEqual({
      'cache-control': 'no-store',
      'content-type': 'application/json',
      'referrer-policy': 'no-referrer',
      vary: 'Cookie, Authorization, Origin',
      'x-content-type-options': 'nosniff',
    })
    expect(await read(response)).toMatchObject([200, { email: bo.email, delivery: 'mailed' }])
    expect(requests[0]?.url).toBe('https://grafana.acme.test/api/org/invites')
  })

  it('that answers nothing is a 204 without a body', async () => {
    const { handle, transport } = setUp()
    const { invite } = await transport.create(bo)
    const response = await handle(ask('revoke', { id: invite?.id }))
    expect(await read(response)).toEqual([204, null])
    expect(response.headers.get('cache-control')).toBe('no-store')
    expect(response.headers.has('content-type')).toBe(false)
  })
})

describe('the path', () => {
  const paths = [
    '/api/invites',
    '/api/invites/',
    '/api/invites/Create',
    '/api/invites/create/',
    '/api/invites/create.',
    '/api/invites/create;x',
    '/api/invites/create%20',
    '/api/invites/%63reate',
    '/api/invites//create',
    '//api/invites/create',
    '/api/invites%2fcreate',
    '/api/invites/%2fcreate',
    '/api/invites%5ccreate',
    '/api/invites/create%00',
    '/api/other/create',
    '/x/api/invites/create',
    '/api/invites/../create',
    '/api/invites/__proto__',
    '/api/invites/constructor',
    '/api/invites/toString',
    '/api/invites/key',
    '/api/invites/org/invites',
    '/api/invites/https://evil.example/create',
  ]
  it.each(paths)('%s names no operation', async (path) => {
    const { handle, requests } = setUp()
    const request = new Request(`https://app.acme.test${path}`, {
      method: 'POST',
      headers: sameOrigin,
      body,
    })
    // Not `not_found`, which would say of an invite that it is gone.
    expect(await read(await handle(request))).toMatchObject([404, { code: 'config' }])
    expect(requests).toEqual([])
  })

  it('is where the handler is mounted', async () => {
    const { handle } = setUp({ path: '/v2/people' })
    const request = new Request('https://app.acme.test/v2/people/list', {
      method: 'POST',
      headers: sameOrigin,
      body: '{}',
    })
    expect(await read(await handle(request))).toMatchObject([200, { invites: [] }])
    expect((await handle(ask('list', {}))).status).toBe(404)
  })

  it('of an operation that the transport cannot do is a 501', async () => {
    const { handle, requests } = setUp()
    expect(await read(await handle(ask('decline', { token: 't' })))).toMatchObject([
      501,
      { code: 'unsupported', outcome: 'not_sent' },
    ])
    expect(requests).toEqual([])
  })
})

describe('the method', () => {
  it.each(['GET', 'HEAD', 'OPTIONS', 'PUT', 'PATCH', 'DELETE'])(
    '%s is a 405, whatever another header says',
    async (method) => {
      const { handle, requests } = setUp()
      for (const operation of ['create', 'list', 'lookup', 'accept']) {
        const request = new Request(`${url}/${operation}?_method=POST`, {
          method,
          headers: { ...sameOrigin, 'x-http-method-override': 'POST', 'x-method-override': 'POST' },
        })
        // oxlint-disable-next-line no-await-in-loop
        const response = await handle(request)
        expect([response.status, response.headers.get('allow')]).toEqual([405, 'POST'])
      }
      expect(requests).toEqual([])
    },
  )
})

describe('the origin', () => {
  const { 'sec-fetch-site': _mark, ...unmarked } = sameOrigin
  it.each(strangers)('%j is not the one that is named', async (origin) => {
    const { handle, requests } = setUp({ origins: ['https://app.acme.test'] })
    const response = await handle(sent({ ...unmarked, origin }))
    expect(await read(response)).toMatchObject([403, { code: 'forbidden', outcome: 'not_sent' }])
    expect(response.headers.has('access-control-allow-origin')).toBe(false)
    // What is read with a session is nobody else's either.
    expect((await handle(sent({ ...unmarked, origin }, 'list', '{}'))).status).toBe(403)
    expect(requests).toEqual([])
  })

  it('that is not told at all is none', async () => {
    const { handle, requests } = setUp({ origins: ['https://app.acme.test'] })
    const answers = [handle(sent(unmarked)), handle(sent(unmarked, 'list', '{}'))]
    expect((await Promise.all(answers)).map(({ status }) => status)).toEqual([403, 403])
    expect(requests).toEqual([])
  })

  it.each(['cross-site', 'same-site', 'none', 'same-origin, same-origin', 'SAME-ORIGIN'])(
    'is not told by Sec-Fetch-Site: %s',
    async (site) => {
      const { handle, requests } = setUp()
      const response = await handle(sent({ ...unmarked, 'sec-fetch-site': site }))
      expect([response.status, requests]).toEqual([403, []])
    },
  )

  it('is good where it is named exactly, or where the browser says same-origin', async () => {
    const { handle } = setUp({ origins: ['https://app.acme.test'] })
    const named = await handle(sent({ ...unmarked, origin: 'https://app.acme.test' }))
    const marked = await handle(ask('create', { ...bo, email: 'cy@acme.test' }))
    expect([named.status, marked.status]).toEqual([200, 200])
  })

  it('is not taken from Host, Forwarded or the URL of the request', async () => {
    const { handle, requests } = setUp()
    const response = await handle(
      sent({
        ...unmarked,
        origin: 'https://app.acme.test',
        host: 'app.acme.test',
        'x-forwarded-host': 'app.acme.test',
        forwarded: 'host=app.acme.test;proto=https',
      }),
    )
    expect([response.status, requests]).toEqual([403, []])
  })

  it.each(['', '0', 'true', '1, 1'])('counts for nothing with X-Invite-Kit: %j', async (value) => {
    const { handle } = setUp()
    expect((await handle(sent({ ...sameOrigin, 'x-invite-kit': value }))).status).toBe(403)
  })
})

describe('the content type', () => {
  const others = [
    'text/plain',
    'text/plain; application/json',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/jsonx',
    'application/json-patch+json',
    'application/ld+json',
    'text/json',
    'application/json, text/plain',
    'application/json; charset=utf-16',
    'application/json; boundary=x',
    '',
  ]
  it.each(others)('%j is a 415', async (type) => {
    const { handle, requests } = setUp()
    const response = await handle(sent({ ...sameOrigin, 'content-type': type }))
    expect([response.status, requests]).toEqual([415, []])
  })

  it('that is missing is a 415', async () => {
    const { handle, requests } = setUp()
    const { 'content-type': _type, ...untyped } = sameOrigin
    expect([(await handle(sent(untyped))).status, requests]).toEqual([415, []])
  })

  it.each([
    'application/json',
    'application/json; charset=utf-8',
    'Application/JSON;charset=UTF-8',
  ])('%j is JSON', async (type) => {
    const { handle } = setUp()
    expect((await handle(sent({ ...sameOrigin, 'content-type': type }))).status).toBe(200)
  })
})
