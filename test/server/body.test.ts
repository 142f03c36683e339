import { describe, expect, it, vi } from 'vitest'
import { memory } from '../../src/transports/memory.js'
import vectors from '../data/vectors.json' with { type: 'json' }
import { hostileIds as refused } from './hostileIds.ts'
import { ask, read, sameOrigin, setUp, url } from './setUp.ts'

/** A body that comes in pieces, without a length; `read` counts what was taken from it. */
function pieces(next: (index: number) => Uint8Array | undefined) {
  const taken = { bytes: 0, cancelled: false }
  const stream = new ReadableStream<Uint8Array>({
    pull(controller) {
      const piece = next(taken.bytes)
      taken.bytes += piece?.byteLength ?? 0
      if (piece) controller.enqueue(piece)
      else controller.close()
    },
    cancel: () => void (taken.cancelled = true),
  })
  const init: RequestInit & { duplex: 'half' } = {
    method: 'POST',
    headers: sameOrigin,
    body: stream,
    duplex: 'half',
  }
  return { taken, request: new Request(`${url}/create`, init) }
}

const textual = (text: string, operation = 'create') =>
  new Request(`${url}/${operation}`, { method: 'POST', headers: sameOrigin, body: text })

const padded = (bytes: number) => {
  const [head, tail] = ['{"email":"bo@acme.test","role":"Viewer","message":"', '"}']
  return head + 'x'.repeat(bytes - head.length - tail.length) + tail
}

describe('the size', () => {
  it('may be 256 kB, and not a byte more', async () => {
    const { handle, requests } = setUp()
    expect((await handle(textual(padded(262_144)))).status).toBe(200)
    const before = requests.length
    expect(await read(await handle(textual(padded(262_145))))).toMatchObject([
      413,
      { code: 'invalid_input', outcome: 'not_sent' },
    ])
    expect(requests).toHaveLength(before)
  })

  it('of an endless body is met while it is read', async () => {
    const { handle, requests } = setUp({ maxBytes: 10_000 })
    const { taken, request } = pieces(() => new Uint8Array(1000).fill(32))
    expect((await handle(request)).status).toBe(413)
    expect(taken.cancelled).toBe(true)
    expect(taken.bytes).toBeLessThan(15_000)
    expect(requests).toEqual([])
  })

  it('may come slowly, but not for more than ten seconds', async () => {
    vi.useFakeTimers()
    try {
      const { handle, requests } = setUp()
      const { taken, request } = pieces(() => new Uint8Array(1))
      const stalled = new Request(request, {
        body: new ReadableStream({ cancel: () => void (taken.cancelled = true) }),
        duplex: 'half',
      } as RequestInit)
      const answer = handle(stalled)
      await vi.advanceTimersByTimeAsync(9999)
      expect(taken.cancelled).toBe(false)
      await vi.advanceTimersByTimeAsync(1)
      expect(await read(await answer)).toMatchObject([
        408,
        { code: 'timeout', outcome: 'not_sent' },
      ])
      expect([taken.cancelled, requests, vi.getTimerCount()]).toEqual([true, [], 0])
      await handle(ask('list', {}))
      expect(vi.getTimerCount()).toBe(0)
    } finally {
      vi.useRealTimers()
    }
  })

  it('is counted in bytes, not by the length that the request tells', async () => {
    const { handle } = setUp({ maxBytes: 100 })
    const request = textual(JSON.stringify({ email: 'é'.repeat(60) }))
    request.headers.set('content-length', '5')
    expect((await handle(request)).status).toBe(413)
  })

  it('of a batch is that of the transport, whatever its bytes', async () => {
    const sent: unknown[] = []
    const handle = setUp({
      transport: {
        ...memory(),
        createMany: async (inputs) => inputs.map((input) => (sent.push(input), outcome)),
      },
      maxBytes: 1_000_000,
    }).handle
    const people = Array.from({ length: 10_001 }, (_, at) => ({ email: `p${at}@acme.test` }))
    expect((await handle(ask('createMany', people))).status).toBe(413)
    expect((await handle(ask('createMany', people.slice(0, 101)))).status).toBe(413)
    expect(sent).toEqual([])
    expect((await handle(ask('createMany', people.slice(0, 100)))).status).toBe(200)
    expect(sent).toHaveLength(100)
  })
})

const outcome = { status: 'sent', sent: { delivery: 'mailed' } } as const

describe('the content', () => {
  const wrong = [
    '',
    '{',
    'null',
    '42',
    '"bo@acme.test"',
    '[]',
    '{}',
    '{"email":["bo@acme.test"]}',
    '{"email":{"toString":"x"}}',
    '{"email":"bo@acme.test","sendMail":"no"}',
    '{"email":"bo@acme.test","expiresAt":"soon"}',
    `${'['.repeat(20_000)}${']'.repeat(20_000)}`,
    'email=bo@acme.test',
  ]
  it.each(wrong.map((text) => [text.slice(0, 40), text]))('%j is a 422', async (_, text) => {
    const { handle, requests } = setUp()
    expect(await read(await handle(textual(text)))).toMatchObject([
      422,
      { code: 'invalid_input', outcome: 'not_sent' },
    ])
    expect(requests).toEqual([])
  })

  it('that is not UTF-8 is refused, not repaired', async () => {
    const { handle, requests } = setUp()
    const bytes = Uint8Array.from([...new TextEncoder().encode('{"email":"'), 0xff, 0x22, 0x7d])
    const { request } = pieces((taken) => (taken === 0 ? bytes : undefined))
    expect([(await handle(request)).status, requests]).toEqual([422, []])
  })

  it('names the fields that are wrong, and quotes nothing', async () => {
    const { handle } = setUp()
    const [, said] = await read(await handle(ask('create', { email: 5, role: ['<b>'] })))
    expect(said).toMatchObject({
      fields: { email: 'not of the right form', role: 'not of the right form' },
    })
    expect(JSON.stringify(said)).not.toContain('<b>')
    const many = setUp({ transport: memory() }).handle(
      ask(
        'createMany',
        Array.from({ length: 9 }, () => []),
      ),
    )
    expect(await read(await many)).toMatchObject([422, { fields: { input: expect.anything() } }])
    const groups = await read(await handle(ask('create', { email: 'a', groups: [7] })))
    expect(groups).toMatchObject([422, { fields: { groups: 'not of the right form' } }])
  })

  it('goes on without what the operation does not know: no owner, organization or user', async () => {
    const { handle, requests } = setUp()
    const extra = { isAdmin: true, orgId: 7, userId: 1, organizationId: 'o', id: 'i', token: 't' }
    const text = JSON.stringify({ email: 'bo@acme.test', role: 'Viewer', ...extra })
    await handle(textual(text.replace('{', '{"__proto__":{"role":"Admin","isAdmin":true},')))
    expect(await requests[0]?.json()).toEqual({
      loginOrEmail: 'bo@acme.test',
      role: 'Viewer',
      sendEmail: true,
    })
    expect(requests[0]?.headers.has('x-grafana-org-id')).toBe(false)
    expect('isAdmin' in {}).toBe(false)
  })
})

describe('an id', () => {
  const given = vectors.ids.filter((vector) => vector.expect === 'accept').map(({ id }) => id)

  it.each(['revoke', 'resend', 'update'] as const)(
    '%s refuses each that no provider gives out, before the provider is asked',
    async (operation) => {
      const asked: string[] = []
      const transport = {
        ...memory(),
        [operation]: async ({ id }: { id: string }) => {
          asked.push(id)
          throw new Error('asked')
        },
      }
      const { handle } = setUp({ transport })
      const statuses = await Promise.all(
        [...refused, ...given].map(
          async (id) => (await handle(ask(operation, { id, role: 'Viewer' }))).status,
        ),
      )
      expect(statuses).toEqual([...refused.map(() => 400), ...given.map(() => 500)])
      expect(asked.toSorted()).toEqual(given.toSorted())
    },
  )

  it.each(['lookup', 'accept', 'decline'])('%s takes a token of any printable form', async (of) => {
    const { handle } = setUp({ transport: memory() })
    const status = async (token: string) => (await handle(ask(of, { token }))).status
    expect(await status('eyJh.bGci+/=_~')).toBe(404)
    for (const token of ['', ' ', 'a b', 'a\n', 'a\u0000', 'a\u202e', 'x'.repeat(4097)])
      // oxlint-disable-next-line no-await-in-loop
      expect(await status(token)).toBe(400)
  })
})

describe('a role', () => {
  const body = { email: 'bo@acme.test', role: 'owner' }
  const notGiven = [403, { code: 'forbidden', fields: { role: 'not yours to give' } }]

  it('that the transport does not have is not given, whatever its spelling', async () => {
    const { handle, requests } = setUp()
    for (const role of ['owner', 'admin', 'Admin ', '', '__proto__'])
      // oxlint-disable-next-line no-await-in-loop
      expect(await read(await handle(ask('create', { ...body, role })))).toMatchObject(notGiven)
    expect(requests).toEqual([])
  })

  it('is one of the options, or those of the person, before those of the transport', async () => {
    const status = async (options: Parameters<typeof setUp>[0]) =>
      (await setUp(options).handle(ask('create', { ...body, role: 'Admin' }))).status
    expect(await status({})).toBe(200)
    expect(await status({ roles: ['Viewer'] })).toBe(403)
    expect(await status({ authorize: () => ({ ok: true, roles: [] }) })).toBe(403)
    const authorize = () => ({ ok: true as const, roles: ['Admin'] })
    expect(await status({ roles: ['Viewer'], authorize })).toBe(200)
  })

  it('is judged in update and in each of a batch, and is a filter in list', async () => {
    const { handle } = setUp({ transport: memory(), roles: ['member'] })
    const update = await handle(ask('update', { id: 'i1', role: 'owner' }))
    expect(await read(update)).toMatchObject(notGiven)
    const people = [{ email: 'cy@acme.test', role: 'member' }, body]
    expect(await read(await handle(ask('createMany', people)))).toMatchObject(notGiven)
    expect(await read(await handle(ask('list', { role: 'owner' })))).toMatchObject([
      200,
      { invites: [] },
    ])
  })
})
