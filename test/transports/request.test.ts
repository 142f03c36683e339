import * as fc from 'fast-check'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { InviteError } from '../../src/error.js'
import { path } from '../../src/transports/request.js'
import vectors from '../data/vectors.json'
import { runs } from '../input/fuzz.ts'
import { baseUrl, failure, read, setUp, write } from './requestSetUp.ts'

afterEach(() => void vi.unstubAllGlobals())

const urlOf = async (config: object, call: object = {}) => {
  const { request, calls } = setUp(undefined, config)
  await request({ ...read, ...call })
  return new Request(...(calls[0] ?? [''])).url
}

describe('a request that goes out', () => {
  it('carries JSON, is not cached, tells no referrer and follows no redirect', async () => {
    const { request, calls } = setUp()
    await request(write)
    expect(calls).toEqual([
      [
        new URL('https://api.acme.test/v1/invites'),
        {
          method: 'POST',
          headers: { accept: 'application/json', 'content-type': 'application/json' },
          body: '{"email":"ana@acme.test"}',
          redirect: 'manual',
          cache: 'no-store',
          referrerPolicy: 'no-referrer',
          signal: expect.any(AbortSignal),
        },
      ],
    ])
  })

  it('has neither body nor content type where there is nothing to send', async () => {
    const { request, calls } = setUp()
    await request(read)
    expect(calls[0]?.[1]).not.toHaveProperty('body')
    expect(calls[0]?.[1]?.headers).toEqual({ accept: 'application/json' })
  })

  it('has cookies only where that is asked for', async () => {
    const { request, calls } = setUp(undefined, { credentials: 'include' })
    await request(read)
    expect(calls[0]?.[1]?.credentials).toBe('include')
  })

  it('gets its headers anew each time where they are a function', async () => {
    let count = 0
    const headers = async () => ({ authorization: `Bearer ${++count}` })
    const { request, calls } = setUp(undefined, { headers })
    await request(read)
    await request(read)
    expect(calls.map(([, init]) => new Headers(init?.headers).get('authorization'))).toEqual([
      'Bearer 1',
      'Bearer 2',
    ])
  })

  it.each([
    ['anything', new Error('refresh token abcdef is no good'), 'unauthenticated'],
    ['an InviteError', new InviteError('timeout'), 'timeout'],
  ])('is not made where the headers fail with %s', async (_what, reason, code) => {
    const { request, calls } = setUp(undefined, { headers: () => Promise.reject(reason) })
    const error = await failure(request(write))
    expect(error).toMatchObject({ code, outcome: 'not_sent' })
    expect(JSON.stringify(error)).not.toContain('abcdef')
    expect(calls).toEqual([])
  })

  it('uses the fetch that is global at that time where none is given', async () => {
    const { request } = setUp(undefined, { fetch: undefined })
    vi.stubGlobal('fetch', async () => Response.json('later'))
    expect(await request(read)).toBe('later')
  })

  it('is not made by a browser that is offline, nor is a credential got for it', async () => {
    const headers = vi.fn(() => ({}))
    const { request, calls } = setUp(undefined, { headers })
    vi.stubGlobal('navigator', { onLine: false })
    expect(await failure(request(write))).toMatchObject({ code: 'offline', outcome: 'not_sent' })
    expect(calls).toEqual([])
    expect(headers).not.toHaveBeenCalled()
  })

  it.each([[undefined], [{}], [{ onLine: true }]])(
    'is made where navigator is %j',
    async (value) => {
      const { request, calls } = setUp()
      vi.stubGlobal('navigator', value)
      await request(read)
      expect(calls).toHaveLength(1)
    },
  )
})

describe('the address of a request', () => {
  it.each([
    ['https://api.acme.test', 'https://api.acme.test/invites'],
    ['https://api.acme.test/', 'https://api.acme.test/invites'],
    ['http://localhost:3000/grafana/api/', 'http://localhost:3000/grafana/api/invites'],
    ['https://user:secret@api.acme.test/v1', 'https://api.acme.test/v1/invites'],
  ])('begins with the base URL %s', async (base, url) => {
    expect(await urlOf({ baseUrl: base })).toBe(url)
  })

  it('is resolved against the page, where there is one', async () => {
    vi.stubGlobal('location', { href: 'https://app.acme.test/admin/people' })
    expect(await urlOf({ baseUrl: '/api' })).toBe('https://app.acme.test/api/invites')
  })

  it('has each value of the query, escaped, and leaves out what is undefined', async () => {
    const query = { search: 'a&b=c d', page: 0, sort: ['x,ASC', 'y'], none: undefined }
    expect(await urlOf({}, { query })).toBe(
      `${baseUrl}/invites?search=a%26b%3Dc+d&page=0&sort=x%2CASC&sort=y`,
    )
  })

  it.each([
    '/api',
    '',
    'api.acme.test',
    'localhost:3000/api',
    'javascript:alert(1)',
    'file:///etc',
  ])('is refused on a server for the base URL %j', async (base) => {
    const { request, calls } = setUp(undefined, { baseUrl: base })
    expect(await failure(request(write))).toMatchObject({ code: 'config', outcome: 'not_sent' })
    expect(calls).toEqual([])
  })

  it.each([
    ['https://api.acme.test//evil.test', '/invites'],
    [baseUrl, '/../../admin'],
    [baseUrl, '/invites?all=1'],
    [baseUrl, '/invites#top'],
    [baseUrl, '/a\\..\\..\\b'],
    ['https://api.acme.test', '@evil.test/x'],
    ['https://api.acme.test', '//evil.test/x'],
  ])('is refused where it would leave the base: %s and %s', async (base, called) => {
    const { request, calls } = setUp(undefined, { baseUrl: base })
    const error = await failure(request({ ...read, path: called }))
    expect(error).toMatchObject({ code: 'config', outcome: undefined })
    expect(calls).toEqual([])
  })
})

describe('a path', () => {
  const accepted = vectors.ids.filter(({ expect: verdict }) => verdict === 'accept')
  const refused = vectors.ids.filter(({ expect: verdict }) => verdict === 'refuse')

  it.each(accepted)('takes the id $id as it is', async ({ id }) => {
    const called = path`/invites/${id}/revoke`
    expect(called).toBe(`/invites/${id}/revoke`)
    expect(await urlOf({}, { path: called })).toBe(`${baseUrl}${called}`)
  })

  it.each(refused)('refuses the id $id', ({ id }) => {
    expect(() => path`/invites/${id}`).toThrow(
      expect.objectContaining({
        code: 'invalid_input',
        outcome: 'not_sent',
        fields: { id: 'not an id' },
      }),
    )
  })

  it('keeps its number of segments, and the request its origin, for any id', async () => {
    const hostile = fc.stringMatching(/^[ab./\\%2e?#@:;&\s\0\u2024\u202e]{1,8}$/)
    const anyId = fc.oneof(fc.string({ unit: 'binary' }), hostile)
    await fc.assert(
      fc.asyncProperty(anyId, anyId, async (a, b) => {
        const url = await (async () => urlOf({}, { path: path`/orgs/${a}/invites/${b}` }))().catch(
          (error: unknown) => (InviteError.is(error) ? error.code : error),
        )
        expect(url).toMatch(
          /^(invalid_input|https:\/\/api\.acme\.test\/v1\/orgs\/[\w.~-]+\/invites\/[\w.~-]+)$/,
        )
      }),
      runs,
    )
  })
})
