import { describe, expect, it } from 'vitest'
import { memory } from '../../src/transports/memory.js'
import { http } from '../../src/transports/http.js'
import type { InviteOperation } from '../../src/transport.js'
import { claims } from './claims.ts'
import { conformance } from './conformance.ts'
import * as grafanaServer from './grafanaSetUp.ts'
import { over, served, url } from './httpSetUp.ts'
import * as memoryServer from './memorySetUp.ts'

/** A 404 without a code comes from another server than the handler, and says nothing of an invite. */
const elsewhere = (operations: readonly InviteOperation[]) =>
  Object.fromEntries(
    operations.map((operation) => [operation, { '404': { code: 'config' } }] as const),
  )

conformance({
  name: 'http, memory behind the handler',
  claims: claims.memory,
  world() {
    const { transport } = memoryServer.setUp({ viewer: { email: 'ana@acme.test' } })
    return {
      fetch: served({ transport }),
      transport: (fetch) => http({ url, operations: claims.memory, fetch }),
      inputs: {
        create: { email: 'bo@acme.test', role: 'member', name: 'Bo' },
        createMany: [{ email: 'cy@acme.test' }, { email: 'di@acme.test' }],
        list: {},
        resend: { id: 'i1' },
        update: { id: 'i1', role: 'admin' },
        revoke: { id: 'i1' },
        lookup: { token: 't1' },
        accept: { token: 't1' },
        decline: { token: 't1' },
        viewer: {},
      },
    }
  },
  deviations: elsewhere(claims.memory),
})

conformance({
  name: 'http, grafana behind the handler',
  claims: claims.grafana,
  async world() {
    const { transport } = grafanaServer.setUp()
    const { invite } = await transport.create(grafanaServer.ana)
    const id = invite?.id ?? ''
    return {
      fetch: served({ transport }),
      transport: (fetch) => http({ url, operations: claims.grafana, fetch }),
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
  deviations: elsewhere(claims.grafana),
})

describe('the transport', () => {
  it('is named after its address, or as the app says', () => {
    expect(http({ url: '/api/invites/', operations: [] }).key).toBe('http:/api/invites')
    expect(http({ url, operations: [], key: 'org-7' }).key).toBe('org-7')
  })

  it('tells roles and fields as the app names them, and a batch only with createMany', () => {
    const roles = [{ value: 'admin', label: 'Admin' }]
    const fields = { name: 'required' } as const
    expect(http({ url, operations: ['create'] }).maxPerMinute).toBe(20)
    expect(http({ url, operations: ['create'], maxPerMinute: 90 }).maxPerMinute).toBe(90)
    expect(http({ url, operations: ['create'], roles, fields, maxBatch: 5 })).toMatchObject({
      roles,
      fields,
      maxBatch: undefined,
    })
    expect(http({ url, operations: ['createMany'] }).maxBatch).toBe(100)
    expect(http({ url, operations: ['createMany'], maxBatch: 5 }).maxBatch).toBe(5)
  })

  it('posts to its operation, and has tokens in the body alone', async () => {
    const preview = { status: 'pending', asks: [] }
    const { transport, requests } = over(() => Response.json(preview))
    await transport.lookup({ token: 'secret-token', email: 'ana@acme.test' })
    const [request] = requests
    expect([request?.method, request?.url]).toEqual(['POST', `${url}/lookup`])
    expect(await request?.json()).toEqual({ token: 'secret-token', email: 'ana@acme.test' })
    const { mode: _mode, ...rest } = Object.fromEntries(request?.headers ?? [])
    expect(rest).toEqual({
      accept: 'application/json',
      'content-type': 'application/json',
      'x-invite-kit': '1',
    })
    expect([request?.credentials, request?.redirect, request?.cache]).toEqual([
      'same-origin',
      'manual',
      'no-store',
    ])
  })

  it('sends the headers of the app with every request, and cookies where it says so', async () => {
    let asked = 0
    const headers = async () => ({ 'x-csrf-token': `csrf-${++asked}`, 'X-Invite-Kit': '2' })
    const { transport, requests } = over(() => Response.json(null), {
      headers,
      credentials: 'include',
    })
    await transport.viewer({})
    await transport.viewer({})
    expect(requests.map((request) => request.headers.get('x-csrf-token'))).toEqual([
      'csrf-1',
      'csrf-2',
    ])
    expect(requests[0]?.headers.get('x-invite-kit')).toContain('1')
    expect(requests[0]?.credentials).toBe('include')
  })

  it('gives each write a key of its own, and a read none', async () => {
    const { transport, requests } = over(() => new Response(null, { status: 204 }))
    await transport.revoke({ id: 'i1' })
    await transport.revoke({ id: 'i1' })
    await transport.list({}).catch(() => undefined)
    const keys = requests.map((request) => request.headers.get('idempotency-key'))
    expect(keys).toEqual(['key-1', 'key-2', null])
  })

  it('sends the key that it is called with, and says where the sending alone is needed', async () => {
    const { transport, requests } = over(() => Response.json({ delivery: 'mailed' }))
    const bo = { email: 'bo@acme.test' }
    await transport.create(bo, { key: 'try-1', identify: false })
    await transport.create(bo, { key: 'try-1', identify: true })
    const sent = requests.map(({ headers }) => [
      headers.get('idempotency-key'),
      headers.get('prefer'),
    ])
    expect(sent).toEqual([
      ['try-1', 'return=minimal'],
      ['try-1', null],
    ])
  })

  it('makes keys that no one guesses, where the app brings none', async () => {
    const { transport, requests } = over(() => new Response(null, { status: 204 }), {
      newKey: undefined,
    })
    await transport.revoke({ id: 'i1' })
    await transport.revoke({ id: 'i1' })
    const keys = requests.map((request) => request.headers.get('idempotency-key'))
    expect(keys[0]).toMatch(/^\w+(-\w+){3}$/)
    expect(keys[1]).not.toBe(keys[0])
  })

  it('says the reason of one who leaves, and the write is done all the same', async () => {
    const { transport } = memoryServer.setUp()
    const controller = new AbortController()
    const fetch = served({
      transport: {
        ...transport,
        revoke: (input) => {
          controller.abort(new Error('left'))
          return transport.revoke(input)
        },
      },
    })
    const page = http({ url, operations: ['revoke', 'list'], fetch })
    const call = page.revoke({ id: 'i1' }, { signal: controller.signal })
    await expect(call).rejects.toThrow('left')
    expect((await page.list({})).invites).toEqual([])
  })
})

describe('over the handler', () => {
  it('every error of a batch is an InviteError again', async () => {
    const { transport } = memoryServer.setUp()
    const page = http({ url, operations: ['createMany'], fetch: served({ transport }) })
    const people = [{ email: 'ana@acme.test' }, { email: 'bo@acme.test' }]
    const [known, sent] = await page.createMany(people)
    expect(known).toEqual({
      status: 'failed',
      error: expect.objectContaining({ code: 'already_invited', outcome: 'not_sent' }) as unknown,
    })
    expect(known?.status === 'failed' && known.error).toBeInstanceOf(Error)
    expect(sent).toMatchObject({ status: 'sent', sent: { email: 'bo@acme.test' } })
  })

  it('a bulk costs the provider no reading back', async () => {
    const { transport, calls } = grafanaServer.setUp()
    const page = http({ url, operations: ['create'], fetch: served({ transport }) })
    await page.create({ email: 'bo@acme.test', role: 'Viewer' }, { identify: false })
    expect(calls()).toEqual(['POST /api/org/invites'])
  })

  it('an operation that its transport has not is unsupported', async () => {
    const fetch = served({ transport: { key: 'k' } })
    const page = http({ url, operations: ['list'], fetch })
    await expect(page.list({})).rejects.toMatchObject({ code: 'unsupported', status: 501 })
  })

  it('an expired invite is expired, not merely gone', async () => {
    const fetch = served({ transport: memory({ faults: { accept: 'expired' } }) })
    const page = http({ url, operations: ['accept'], fetch })
    await expect(page.accept({ token: 't1' })).rejects.toMatchObject({
      code: 'expired',
      outcome: 'not_sent',
    })
  })
})
