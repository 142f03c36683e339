import { describe, expect, it } from 'vitest'
import { createInviteHandler } from '../../src/server/index.js'
import type { AuthorizeContext, InviteHandlerOptions } from '../../src/server/index.js'
import { memory } from '../../src/transports/memory.js'
import { ask, read, setUp } from './setUp.ts'

const bo = { email: 'bo@acme.test', role: 'Viewer' }

/** An `authorize` that answers what its type forbids. */
const answering = (answer: unknown) => (() => answer) as InviteHandlerOptions['authorize']

describe('authorize', () => {
  it.each([
    ['undefined', undefined],
    ['null', null],
    ['true', true],
    ['1', 1],
    ['"ok"', 'ok'],
    ['{}', {}],
    ['[]', []],
    ['{ ok: 1 }', { ok: 1 }],
    ['{ ok: "true" }', { ok: 'true' }],
    ['{ ok: false }', { ok: false }],
    ['{ OK: true }', { OK: true }],
    ['an error', new Error('expired')],
    ['a response that is ok', new Response('{}')],
    ['an inherited ok', Object.create({ ok: true })],
    ['a promise of nothing', Promise.resolve()],
    ['a function', () => ({ ok: true })],
  ])('answering %s denies', async (_, answer) => {
    const { handle, requests } = setUp({ authorize: answering(answer) })
    expect(await read(await handle(ask('create', bo)))).toMatchObject([
      403,
      { code: 'forbidden', outcome: 'not_sent' },
    ])
    expect(requests).toEqual([])
  })

  it.each([
    ['throws', () => Promise.reject(new Error('glsa_canary_4f1c9a in the session store'))],
    ['is refused a session', () => Promise.reject(new Response(null, { status: 200 }))],
  ])('that %s denies, and tells nothing of why', async (_, authorize) => {
    const { handle, requests, log } = setUp({ authorize })
    const response = await handle(ask('create', bo))
    expect(await read(response)).toEqual([
      500,
      {
        code: 'unknown',
        message: '`authorize` failed.',
        outcome: 'not_sent',
        requestId: 'request-1',
      },
    ])
    expect(JSON.stringify(log)).not.toContain('canary')
    expect(requests).toEqual([])
  })

  it('may say that signing in would help', async () => {
    const { handle } = setUp({ authorize: () => ({ ok: false, code: 'unauthenticated' }) })
    expect(await read(await handle(ask('list', {})))).toMatchObject([
      401,
      { code: 'unauthenticated' },
    ])
  })

  it('hears what is asked for, with the headers of the request, once it is well formed', async () => {
    const heard: AuthorizeContext[] = []
    const { handle } = setUp({
      authorize: (context) => {
        heard.push(context)
        return { ok: true }
      },
    })
    await handle(ask('create', { role: 'Viewer' }))
    await handle(ask('create', { ...bo, orgId: 7 }, { cookie: 'session=s1' }))
    expect(heard.map(({ operation, input }) => [operation, input])).toEqual([['create', bo]])
    expect(heard[0]?.request.headers.get('cookie')).toBe('session=s1')
  })

  it('decides on the transport: the organization of the person, never one from the body', async () => {
    const seed = { token: 't', status: 'pending' } as const
    const transports = {
      ada: memory({ key: 'a', seed: [{ ...seed, id: 'i1', email: 'of-a@acme.test' }] }),
      bo: memory({ key: 'b', seed: [{ ...seed, id: 'i2', email: 'of-b@acme.test' }] }),
    }
    const { handle } = setUp({
      authorize: ({ request }) => ({
        ok: true,
        transport: transports[request.headers.get('x-session') === 'bo' ? 'bo' : 'ada'],
      }),
    })
    const listed = async (body: unknown, session: string) =>
      read(await handle(ask('list', body, { 'x-session': session })))
    expect(await listed({ orgId: 'b', transport: 'b' }, 'ada')).toMatchObject([
      200,
      { invites: [{ email: 'of-a@acme.test' }] },
    ])
    expect(await listed({}, 'bo')).toMatchObject([200, { invites: [{ email: 'of-b@acme.test' }] }])
  })

  it('that finds no organization is not given that of the handler', async () => {
    const authorize = answering({ ok: true, transport: undefined })
    const { handle, requests } = setUp({ authorize })
    expect(await read(await handle(ask('list', {})))).toMatchObject([500, { code: 'config' }])
    expect(requests).toEqual([])
  })

  it('may bring a transport that cannot do what is asked for', async () => {
    const { handle } = setUp({
      authorize: () => ({ ok: true, transport: { key: 'k', revoke: async () => {} } }),
    })
    expect((await handle(ask('list', {}))).status).toBe(501)
    expect((await handle(ask('revoke', { id: 'i1' }))).status).toBe(204)
  })
})

describe('options that would let anybody in, or nobody', () => {
  const make = (options: object) => () => createInviteHandler(options as InviteHandlerOptions)
  const authorize = () => ({ ok: true as const })
  it.each([
    ['no authorize', {}],
    ['an authorize that is no function', { authorize: true }],
    ['a path that ends in a slash', { authorize, path: '/api/' }],
    ['an empty path', { authorize, path: '' }],
    ['a path that would have to be decoded', { authorize, path: '/a%20b' }],
    ['an origin with a slash', { authorize, origins: ['https://app.acme.test/'] }],
    ['an origin in capitals', { authorize, origins: ['https://App.acme.test'] }],
    ['every origin', { authorize, origins: ['*'] }],
    ['the origin null', { authorize, origins: ['null'] }],
  ])('%s is refused at once', (_, options) => {
    expect(make(options)).toThrow(expect.objectContaining({ code: 'config' }))
  })

  it('none of it is the least that is needed', () => {
    expect(make({ authorize })).not.toThrow()
  })
})

describe('a rate limit', () => {
  it('is asked before the provider, and says when', async () => {
    const asked: unknown[] = []
    const { handle, requests } = setUp({
      rateLimit: ({ operation, actor }) => {
        asked.push([operation, actor])
        return { ok: false, retryAfter: 1500 }
      },
    })
    const response = await handle(ask('create', bo))
    expect(response.headers.get('retry-after')).toBe('2')
    expect(await read(response)).toMatchObject([
      429,
      { code: 'rate_limited', retryAfter: 1500, outcome: 'not_sent' },
    ])
    expect([asked, requests]).toEqual([[['create', 'ada']], []])
  })

  it('that fails lets nothing through', async () => {
    const { handle, requests } = setUp({ rateLimit: () => Promise.reject(new Error('redis')) })
    expect((await handle(ask('create', bo))).status).toBe(500)
    const rateLimit = answering(undefined) as unknown as InviteHandlerOptions['rateLimit']
    expect((await setUp({ rateLimit }).handle(ask('create', bo))).status).toBe(429)
    expect(requests).toEqual([])
  })
})

describe("ownershipCheck: 'list'", () => {
  it('lets no one touch an invite that is not in the own list, on whichever page', async () => {
    const revoked: string[] = []
    const seed = Array.from({ length: 150 }, (_, at) => ({
      id: `i${at}`,
      token: `t${at}`,
      status: 'pending' as const,
    }))
    const transport = {
      ...memory({ seed }),
      revoke: async ({ id }: { id: string }) => void revoked.push(id),
    }
    const { handle } = setUp({ transport, ownershipCheck: 'list' })
    expect((await handle(ask('revoke', { id: 'i149' }))).status).toBe(204)
    expect(await read(await handle(ask('revoke', { id: 'of-another' })))).toMatchObject([
      404,
      { code: 'not_found', outcome: 'not_sent' },
    ])
    expect(revoked).toEqual(['i149'])
    expect((await handle(ask('create', bo))).status).toBe(200)
  })

  it('does nothing where the list cannot be read', async () => {
    const { handle, requests, detour } = setUp({ ownershipCheck: 'list' })
    detour.answer = () => new Response('{}', { status: 500 })
    expect(await read(await handle(ask('revoke', { id: 'i1' })))).toMatchObject([
      503,
      { code: 'unavailable', outcome: 'not_sent' },
    ])
    expect(requests.map(({ method }) => method)).toEqual(['GET'])
  })
})
