import { describe, expect, it } from 'vitest'
import type { InviteHandlerOptions, RateLimitContext } from '../../src/server/index.js'
import { memory } from '../../src/transports/memory.js'
import { ask, read, setUp } from './setUp.ts'

/** How many of so many writes are let through, one after the other. */
async function passed(
  handle: (request: Request) => Promise<Response>,
  times: number,
  headers: Record<string, string> = {},
  input: object = { id: 'i1' },
) {
  const operation = 'token' in input ? 'accept' : 'revoke'
  let through = 0
  for (let time = 0; time < times; time++) {
    // oxlint-disable-next-line no-await-in-loop
    const { status } = await handle(ask(operation, input, headers))
    if (status !== 429) through += 1
  }
  return through
}

const bo = { email: 'bo@acme.test', role: 'Viewer' }

const authorize: InviteHandlerOptions['authorize'] = ({ request: { headers } }) => ({
  ok: true,
  actor: headers.get('x-actor') ?? undefined,
  transport: memory({ key: headers.get('x-org') ?? 'a' }),
})

describe('without a rate limit of its own', () => {
  it('a handler lets through twenty writes a minute, and says when the next one is', async () => {
    const { handle, clock } = setUp()
    expect(await passed(handle, 30)).toBe(20)
    const refused = await handle(ask('revoke', { id: 'i1' }))
    expect(refused.headers.get('retry-after')).toBe('3')
    expect(await read(refused)).toMatchObject([
      429,
      { code: 'rate_limited', retryAfter: 3000, outcome: 'not_sent' },
    ])
    clock.time += 2999
    expect(await passed(handle, 2)).toBe(0)
    clock.time += 1
    expect(await passed(handle, 2)).toBe(1)
    clock.time += 3_600_000
    expect(await passed(handle, 30)).toBe(20)
  })

  it('reads are not counted, nor what is answered from the store', async () => {
    const { handle, requests } = setUp()
    for (let time = 0; time < 25; time++) {
      // oxlint-disable-next-line no-await-in-loop
      expect((await handle(ask('list', {}))).status).toBe(200)
      // oxlint-disable-next-line no-await-in-loop
      await handle(ask('create', bo, { 'idempotency-key': 'one' }))
    }
    expect(requests.length).toBeGreaterThan(25)
    expect(await passed(handle, 30)).toBe(19)
  })

  it('each person in each organization has their own', async () => {
    const { handle } = setUp({ authorize })
    expect(await passed(handle, 25, { 'x-actor': 'ada' })).toBe(20)
    expect(await passed(handle, 25, { 'x-actor': 'bo' })).toBe(20)
    expect(await passed(handle, 25, { 'x-actor': 'ada', 'x-org': 'b' })).toBe(20)
  })

  it('strangers have one for each link, whatever cookies they bring', async () => {
    const { handle } = setUp({ authorize })
    let through = 0
    for (let time = 0; time < 25; time++)
      // oxlint-disable-next-line no-await-in-loop
      through += await passed(handle, 1, { cookie: `s=${time}` }, { token: 'guessed' })
    expect(through).toBe(20)
    expect(await passed(handle, 25, {}, { token: 'another' })).toBe(20)
  })
})

it('the hook replaces it, and hears organization and input', async () => {
  const heard: Partial<RateLimitContext>[] = []
  const { handle } = setUp({
    rateLimit: ({ operation, actor, organization, input }) => {
      heard.push({ operation, actor, organization, input })
      return { ok: true }
    },
  })
  expect(await passed(handle, 30)).toBe(30)
  expect(heard[0]).toEqual({
    operation: 'revoke',
    actor: 'ada',
    organization: 'grafana:https://grafana.acme.test',
    input: { id: 'i1' },
  })
})

it.each([Number.NaN, -1, Infinity, '5\r\nset-cookie: a=b'])(
  'a wait of %j is told as none',
  async (retryAfter) => {
    const rateLimit = () => ({ ok: false as const, retryAfter: retryAfter as number })
    const response = await setUp({ rateLimit }).handle(ask('revoke', { id: 'i1' }))
    expect([response.status, response.headers.has('retry-after')]).toEqual([429, false])
  },
)
