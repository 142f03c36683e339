import { createServer, request as nodeRequest, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import express from 'express'
import { Hono } from 'hono'
import { afterEach, describe, expect, it } from 'vitest'
import { toNodeHandler, type createInviteHandler } from '../../src/server/index.js'
import { http } from '../../src/transports/http.js'
import { setUp } from './setUp.ts'

const stops: (() => void)[] = []
afterEach(() => {
  for (const stop of stops.splice(0)) stop()
})

/** Serves on a free port; where. */
function listening(listener: RequestListener): Promise<string> {
  const server = createServer(listener)
  stops.push(() => server.close().closeAllConnections())
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
    })
  })
}

type Handle = ReturnType<typeof createInviteHandler>

const servers: Record<string, (handle: Handle) => Promise<string>> = {
  'Node http': (handle) => listening(toNodeHandler(handle)),

  Express: (handle) => {
    const app = express()
    app.all('/api/invites/:operation', toNodeHandler(handle))
    app.use(express.json())
    return listening(app)
  },

  'a router of Express': (handle) => {
    const app = express()
    app.use('/api/invites', toNodeHandler(handle))
    return listening(app)
  },

  Hono: (handle) => {
    const app = new Hono()
    app.all('/api/invites/*', (context) => handle(context.req.raw))
    return new Promise((resolve) => {
      const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) =>
        resolve(`http://127.0.0.1:${port}`),
      )
      stops.push(() => void server.close())
    })
  },
}

describe.each(Object.entries(servers))('%s', (_name, start) => {
  const begin = async () => {
    const world = setUp({ origins: ['https://app.acme.test'] })
    const origin = await start(world.handle)
    const page = http({
      url: `${origin}/api/invites`,
      operations: ['create', 'list', 'revoke', 'lookup', 'accept'],
      headers: { origin: 'https://app.acme.test' },
    })
    return { ...world, origin, page }
  }

  it('carries an invite from its sending to its acceptance', async () => {
    const { page, state } = await begin()
    const ana = await page.create({ email: 'ana@acme.test', role: 'Viewer', name: 'Aña 🎉' })
    const bo = await page.create({ email: 'bo@acme.test', role: 'Editor' })
    expect((await page.list({})).invites.map(({ email }) => email ?? '').toSorted()).toEqual([
      'ana@acme.test',
      'bo@acme.test',
    ])
    await page.revoke({ id: bo.invite?.id ?? '' })
    const token = ana.invite?.id ?? ''
    expect(await page.lookup({ token })).toMatchObject({ status: 'pending', email: ana.email })
    const answers = { name: 'Aña 🎉', username: 'ana', password: 'S3cret-pass!' }
    expect(await page.accept({ token, ...answers })).toMatchObject({ status: 'accepted' })
    expect(state.invites.map(({ status }) => status)).toEqual(['Completed', 'Revoked'])
    expect(state.invites[0]?.name).toBe('Aña 🎉')
  })

  it('refuses as the handler does', async () => {
    const { origin, requests } = await begin()
    const post = (path: string, headers: Record<string, string>, body = '{}') =>
      raw(origin, path, 'POST', headers, body)
    expect((await raw(origin, '/api/invites/list', 'GET', good)).status).toBe(405)
    expect((await post('/api/invites/other', good)).status).toBe(404)
    expect((await post('/api/invites/list', { ...good, origin: 'https://evil.test' })).status).toBe(
      403,
    )
    expect(
      (await post('/api/invites/list', { ...good, 'content-type': 'text/plain' })).status,
    ).toBe(415)
    const large = await post('/api/invites/create', good, `"${'x'.repeat(262_144)}"`)
    expect(large.status).toBe(413)
    expect(JSON.parse(large.body)).toMatchObject({ code: 'invalid_input' })
    expect(requests).toEqual([])
  })

  it('takes no path that only looks like one of its own', async () => {
    const { origin, requests } = await begin()
    const paths = [
      '//evil.test/api/invites/list',
      '//api/invites/list',
      '/api/invites//list',
      '/api/invites/list/',
      '/api/invites/%6cist',
      '/api/invites;x/list',
      '/API/invites/list',
    ]
    const statuses = await Promise.all(
      paths.map(async (path) => (await raw(origin, path, 'POST', good, '{}')).status),
    )
    expect(statuses).toEqual(paths.map(() => 404))
    expect(requests).toEqual([])
  })
})

describe('a route of Next.js', () => {
  it('is the handler itself', async () => {
    const { handle } = setUp()
    // app/api/invites/[operation]/route.ts
    const POST = handle
    const answer = POST(
      new Request('https://app.acme.test/api/invites/list', {
        method: 'POST',
        headers: { ...good, 'sec-fetch-site': 'same-origin' },
        body: '{}',
      }),
    )
    expect(await (await answer).json()).toEqual({ invites: [], total: 0 })
  })
})

describe('toNodeHandler', () => {
  it('answers an endless body before it has ended', async () => {
    const { handle } = setUp({ origins: ['https://app.acme.test'], maxBytes: 1000 })
    const origin = await listening(toNodeHandler(handle))
    const { status, body } = await new Promise<Answer>((resolve, reject) => {
      const sending = nodeRequest(`${origin}/api/invites/create`, { method: 'POST', headers: good })
      sending.on('response', (response) => {
        response.setEncoding('utf8')
        let text = ''
        response.on('data', (piece: string) => (text += piece))
        response.on('end', () => {
          resolve({ status: response.statusCode ?? 0, body: text })
          sending.destroy()
        })
      })
      sending.on('error', reject)
      sending.write('x'.repeat(2000))
    })
    expect([status, JSON.parse(body)]).toMatchObject([413, { code: 'invalid_input' }])
  })

  it('aborts a read when the browser leaves', async () => {
    const { handle, detour } = setUp({ origins: ['https://app.acme.test'] })
    const origin = await listening(toNodeHandler(handle))
    const aborted = new Promise<boolean>((resolve) => {
      detour.answer = (request) => {
        request.signal.addEventListener('abort', () => resolve(true))
        sending.destroy()
        return new Promise(() => {})
      }
    })
    const sending = nodeRequest(`${origin}/api/invites/list`, { method: 'POST', headers: good })
    sending.on('error', () => {})
    sending.end('{}')
    expect(await aborted).toBe(true)
  })

  it('ends the answer where the handler breaks its word, and the process goes on', async () => {
    const origin = await listening(toNodeHandler(() => Promise.reject(new Error('broken'))))
    expect(await raw(origin, '/api/invites/list', 'POST', good, '{}')).toEqual({
      status: 500,
      body: '',
    })
  })

  it('refuses a target that is no path, and a header that is sent twice', async () => {
    const { handle, requests } = setUp({ origins: ['https://app.acme.test'] })
    const origin = await listening(toNodeHandler(handle))
    const target = 'http://evil.test/api/invites/list'
    expect((await raw(origin, target, 'POST', good, '{}')).status).toBe(400)
    expect((await raw(origin, '*', 'OPTIONS', good)).status).toBe(400)
    // What stands before the handler may have judged these by another path.
    for (const path of ['/x/../api/invites/list', '/api/./invites/list', '/api\\invites/list'])
      // oxlint-disable-next-line no-await-in-loop
      expect((await raw(origin, path, 'POST', good, '{}')).status).toBe(400)
    expect((await raw(origin, '/api/invites/list?page=/x/../y', 'POST', good, '{}')).status).toBe(
      200,
    )
    requests.length = 0
    const twice = { ...good, origin: ['https://app.acme.test', 'https://evil.test'] }
    expect((await raw(origin, '/api/invites/list', 'POST', twice, '{}')).status).toBe(403)
    expect(requests).toEqual([])
  })
})

const good = {
  'content-type': 'application/json',
  'x-invite-kit': '1',
  origin: 'https://app.acme.test',
}

interface Answer {
  status: number
  body: string
}

/** A request exactly as it is written: fetch would put path and headers right first. */
function raw(
  origin: string,
  path: string,
  method: string,
  headers: Record<string, string | string[]>,
  body = '',
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(origin)
    const sending = nodeRequest({ hostname, port, path, method, headers }, (response) => {
      let text = ''
      response.setEncoding('utf8')
      response.on('data', (piece: string) => (text += piece))
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body: text }))
    })
    sending.on('error', reject)
    sending.end(body)
  })
}
