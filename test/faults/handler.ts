import { expect, vi } from 'vitest'
import { isWrite } from '../../src/isWrite.js'
import { canary } from '../server/canaryWorlds.ts'
import { hostileIds } from '../server/hostileIds.ts'
import { strangers } from '../server/strangers.ts'
import type { Cell } from './cells.ts'
import { expectTrue } from './held.ts'
import { wordsOf, type Played } from './play.ts'
import { inputs } from './tcp.ts'
import { handled, told } from './upstream.ts'
import { elsewhere, wire, type Strike } from './wire.ts'

/** One request to the handler while its provider fails. */
async function run({ operation, fault }: Cell, strike?: Strike, once = true): Promise<Played> {
  const { ask, requests, log, kept, mails, upstream } = handled(strike, { once })
  const before = kept()
  const started = Date.now()
  const answer = ask(operation)
  if (wire[fault.id]?.slow && strike) await past(answer)
  const { end, words } = await told(await answer)
  expect(`${words}${wordsOf(log)}`).not.toContain(canary)
  expect(words).toContain('"cache-control","no-store"')
  expect(requests.filter(({ url }) => new URL(url).origin !== upstream)).toEqual([])
  return { end, requests, before, after: kept(), outbox: mails, took: Date.now() - started }
}

/** Until it has ended, which takes the time of a time-out. */
async function past(answer: Promise<unknown>): Promise<void> {
  const over = { yet: false }
  void answer.then(() => (over.yet = true))
  for (let turn = 0; turn < 400 && !over.yet; turn++) {
    // oxlint-disable-next-line no-await-in-loop
    await new Promise((resolve) => setImmediate(resolve))
    // oxlint-disable-next-line no-await-in-loop
    if (turn > 20 && !over.yet) await vi.advanceTimersByTimeAsync(1000)
  }
}

/** What the handler makes of codes of its provider: the network between the two is not the page's. */
const toldAs = (code: string) => (code === 'network' ? 'unavailable' : code)

async function expectHeld(cell: Cell): Promise<void> {
  const { fault, operation } = cell
  const found = wire[fault.id]
  if (!found) throw new Error(`${fault.id} has no strike.`)
  const clean = await run(cell)
  // A 404 that is not of a handler says nothing of an invite.
  const codes = [...found.codes.map(toldAs), ...(fault.id === 'F21' ? ['config'] : [])]
  for (const strike of found.strikes) {
    // oxlint-disable-next-line no-await-in-loop
    const played = await run(cell, strike)
    expectTrue(cell, played, clean)
    const { end } = played
    if ('value' in end) {
      expect(end).toEqual(clean.end)
      continue
    }
    expect(codes).toContain(end.error.code)
    expect(end.error.requestId).toMatch(/^[\w-]{36}$/)
    // What other 5xx are told as has the status of its code.
    if (end.error.code === 'unavailable')
      expect(end.error.status).toBe(found.codes.includes('network') ? 502 : 503)
    if (fault.id === 'F10')
      expect(end.error.outcome).toBe(isWrite(operation) ? 'not_sent' : undefined)
    if (fault.id === 'F11') expect(end.error.retryAfter).toBe(30_000)
  }
}

type Asked = Parameters<ReturnType<typeof handled>['ask']>[1]

/** Each of these is answered so, and the provider hears of none. */
async function expectRefused(
  { operation }: Cell,
  status: number,
  asked: readonly Asked[],
): Promise<void> {
  for (const one of asked) {
    const { ask, requests, kept } = handled()
    const before = kept()
    // oxlint-disable-next-line no-await-in-loop
    const response = await ask(operation, one)
    expect([response.status, response.headers.get('cache-control')]).toEqual([status, 'no-store'])
    if (status === 405) expect(response.headers.get('allow')).toBe('POST')
    expect(requests).toEqual([])
    expect(kept()).toBe(before)
  }
}

const forwarded = {
  forwarded: 'host=evil.example;proto=http',
  'x-forwarded-host': 'evil.example',
  'x-forwarded-proto': 'http',
  'x-original-url': `${elsewhere}/`,
  'x-http-method-override': 'DELETE',
  'x-secret': 'a',
  cookie: 'session=abc',
}

/** Attacks, and what is more than one strike. */
const others: Record<string, (cell: Cell) => Promise<void>> = {
  F19: async (cell) => {
    const clean = await run(cell)
    const played = await run(cell, () => new Response('{}', { status: 401 }), false)
    expectTrue(cell, played, clean)
    expect(played.end).toMatchObject({ error: { code: 'unauthenticated' } })
    expect(played.requests).toHaveLength(1)
  },

  F52: (cell) =>
    expectRefused(
      cell,
      400,
      hostileIds.map((id) => ({
        body: JSON.stringify(Object.assign({}, inputs[cell.operation], { id })),
      })),
    ),

  F53: (cell) =>
    expectRefused(cell, 403, [
      { headers: { origin: 'none', 'sec-fetch-site': 'cross-site' } },
      { headers: { 'x-invite-kit': '' } },
      ...strangers.map((one) => ({ headers: { origin: one } })),
    ]),

  F54: (cell) =>
    expectRefused(
      cell,
      415,
      [
        'text/plain',
        'application/x-www-form-urlencoded',
        'multipart/form-data; boundary=x',
        'application/json; charset=latin1',
        'application/jsonp',
        '',
      ].map((type) => ({ headers: { 'content-type': type } })),
    ),

  F55: async (cell) => {
    const endless = () => {
      let pieces = 0
      const body = new ReadableStream<Uint8Array>({
        pull: (out) => {
          pieces += 1
          out.enqueue(new Uint8Array(65_536).fill(32))
        },
      })
      return { body, read: () => pieces }
    }
    const stream = endless()
    const chunked: RequestInit & { duplex: 'half' } = { body: stream.body, duplex: 'half' }
    const many = JSON.stringify(Array.from({ length: 10_001 }, () => ({ email: 'a@b.test' })))
    await expectRefused(cell, 413, [
      { body: `"${'x'.repeat(262_143)}"` },
      chunked as Asked,
      ...(cell.operation === 'createMany' ? [{ body: many }] : []),
    ])
    // Read no further than the limit, and a piece or two that were under way.
    expect(stream.read()).toBeLessThan(9)
  },

  F56: (cell) =>
    expectRefused(
      cell,
      405,
      ['GET', 'HEAD', 'OPTIONS', 'PUT', 'PATCH', 'DELETE'].map((method) => ({
        method,
        body: ['GET', 'HEAD'].includes(method) ? null : '{}',
      })),
    ),

  F57: async (cell) => {
    const clean = await run(cell)
    const quote = async (request: Request, status: number) => {
      const said = `${[...request.headers].join(' ')} ${await request.text()} at Object.<anonymous> (/srv/app.js:1)`
      return new Response(
        JSON.stringify({
          code: 'unknown',
          message: said,
          fields: { email: said },
          requestId: said,
        }),
        {
          status,
          headers: { 'x-request-id': canary, 'www-authenticate': canary, 'set-cookie': canary },
        },
      )
    }
    for (const status of [200, 400, 401, 403, 404, 409, 422, 429, 500, 502]) {
      // oxlint-disable-next-line no-await-in-loop -- the first that leaks is the one to tell
      const played = await run(cell, (_, request) => quote(request, status))
      expectTrue(cell, played, clean)
      expect(wordsOf(played.end)).not.toMatch(/srv|anonymous/)
    }
  },

  F58: async ({ operation }) => {
    const plain = handled()
    const loud = handled()
    const { end } = await told(await plain.ask(operation))
    expect((await told(await loud.ask(operation, { headers: forwarded }))).end).toEqual(end)
    const seen = (requests: Request[]) =>
      requests.map(({ method, url, headers }) => [method, url, [...headers.keys()]])
    expect(seen(loud.requests)).toEqual(seen(plain.requests))
  },

  F59: async ({ operation }) => {
    const held: { go?: () => void; signal?: AbortSignal } = {}
    const reached = new Promise<void>((arrived) => {
      held.go = arrived
    })
    let go: () => void = () => undefined
    const wait = new Promise<void>((resolve) => (go = resolve))
    const { ask, requests, kept } = handled(async (pass, request) => {
      held.signal = request.signal
      held.go?.()
      await wait
      return pass()
    })
    const before = kept()
    const page = new AbortController()
    const headers = { 'idempotency-key': 'key-1' }
    const answer = ask(operation, { headers, signal: page.signal })
    await reached
    page.abort()
    expect(held.signal?.aborted).toBe(!isWrite(operation))
    go()
    const first = await told(await answer)
    if (!isWrite(operation)) {
      expect(kept()).toBe(before)
      return
    }
    const after = kept()
    expect(after).not.toBe(before)
    expect((await told(await ask(operation, { headers }))).end).toEqual(first.end)
    expect([requests.length, kept()]).toEqual([1, after])
  },

  F60: async ({ operation }) => {
    const { ask, requests } = handled()
    const headers = { 'idempotency-key': 'key-1' }
    const all = await Promise.all(
      Array.from({ length: 100 }, async () => (await ask(operation, { headers })).text()),
    )
    expect(new Set(all).size).toBe(1)
    expect(requests).toHaveLength(1)
  },
}

/** What holds of one cell of the handler. */
export async function expectOfHandler(cell: Cell): Promise<void> {
  await (others[cell.fault.id] ?? expectHeld)(cell)
}
