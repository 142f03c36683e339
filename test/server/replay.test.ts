import { describe, expect, it, vi } from 'vitest'
import { InviteError } from '../../src/error.js'
import type { InviteHandlerOptions } from '../../src/server/index.js'
import { bo, counting, inTurn, key, settled, until } from './replaySetUp.ts'
import { ask, read, setUp } from './setUp.ts'

describe('a write with an Idempotency-Key', () => {
  it('is done once for a hundred at the same time, and all get the same answer', async () => {
    const world = counting()
    const { handle } = setUp({ transport: world.transport })
    const calls = Array.from({ length: 100 }, () => handle(ask('create', bo, key)))
    let answered = 0
    for (const call of calls) void call.then(() => (answered += 1))
    await until(() => world.created.length > 0)
    await settled()
    expect([world.created, answered]).toEqual([['bo@acme.test'], 0])
    world.end()
    const responses = await Promise.all(calls)
    const answers = await Promise.all(responses.map(read))
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
    expect(answers[0]).toMatchObject([200, { delivery: 'mailed' }])
    expect(world.created).toHaveLength(1)
  })

  it('and every failure of it is one, with one line in the log', async () => {
    const world = counting({ outcome: 'unknown' })
    const { handle, log } = setUp({ transport: world.transport })
    const calls = Array.from({ length: 20 }, () => handle(ask('create', bo, key)))
    await until(() => world.end().length > 0)
    const answers = await Promise.all((await Promise.all(calls)).map(read))
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
    expect([world.created.length, log.length]).toEqual([1, 1])
  })

  it('is answered again for ten minutes', async () => {
    const world = counting()
    const { handle, clock } = setUp({ transport: world.transport })
    const again = () => inTurn(world, handle, [ask('create', bo, key)])
    const first = await again()
    clock.time += 599_999
    expect(await again()).toEqual(first)
    expect(world.created).toHaveLength(1)
    clock.time += 1
    await again()
    expect(world.created).toHaveLength(2)
  })

  it('with another body is refused', async () => {
    const world = counting()
    const { handle } = setUp({ transport: world.transport })
    const other = { ...bo, email: 'eve@acme.test' }
    const [first, second, third] = await inTurn(world, handle, [
      ask('create', bo, key),
      ask('create', other, key),
      // The same to the schema.
      ask('create', { role: 'Viewer', email: 'bo@acme.test', isAdmin: true }, key),
    ])
    expect(second).toMatchObject([422, { code: 'invalid_input', outcome: 'not_sent' }])
    expect(third).toEqual(first)
    expect(world.created).toEqual(['bo@acme.test'])
  })

  it('with another body is refused while the first is under way', async () => {
    const world = counting()
    const { handle } = setUp({ transport: world.transport })
    const first = handle(ask('create', bo, key))
    await until(() => world.created.length > 0)
    const other = await handle(ask('create', { email: 'eve@acme.test' }, key))
    expect(other.status).toBe(422)
    world.end()
    expect((await first).status).toBe(200)
  })

  it('is tried again where it certainly did not happen, and never where it may have', async () => {
    const attempts = async (outcome: 'not_sent' | 'unknown') => {
      const world = counting({ outcome })
      const { handle } = setUp({ transport: world.transport })
      await inTurn(world, handle, [ask('create', bo, key), ask('create', bo, key)])
      return world.created.length
    }
    expect([await attempts('not_sent'), await attempts('unknown')]).toEqual([2, 1])
  })

  it('of a batch is tried again where it happened to nobody, and never where it may have to one', async () => {
    const attempts = async (...outcomes: ('not_sent' | 'unknown')[]) => {
      const createMany = vi.fn(() =>
        Promise.resolve(
          outcomes.map((outcome) => ({
            status: 'failed' as const,
            error: new InviteError('limit_reached', { outcome }),
          })),
        ),
      )
      const { handle } = setUp({ transport: { key: 'batching', createMany } })
      const inputs = outcomes.map((_, at) => ({ ...bo, email: `p${at}@acme.test` }))
      await handle(ask('createMany', inputs, key))
      await handle(ask('createMany', inputs, key))
      return createMany.mock.calls.length
    }
    expect(await attempts('not_sent', 'not_sent')).toBe(2)
    expect(await attempts('not_sent', 'unknown')).toBe(1)
  })

  it('of one person, operation or organization is not that of another', async () => {
    const world = counting()
    const calls = async (options: Partial<InviteHandlerOptions>, requests: Request[]) => {
      const { created } = world
      const before = created.length
      await inTurn(world, setUp({ transport: world.transport, ...options }).handle, requests)
      return created.length - before
    }
    const authorize: InviteHandlerOptions['authorize'] = ({ request: { headers } }) => ({
      ok: true,
      actor: headers.get('x-actor') ?? undefined,
      transport: { ...world.transport, key: headers.get('x-org') ?? 'a' },
    })
    const twice = (one: object, other: object) =>
      calls({ authorize }, [
        ask('create', bo, { ...key, ...one }),
        ask('create', bo, { ...key, ...other }),
      ])
    expect(await twice({ 'x-actor': 'ada' }, { 'x-actor': 'ada' })).toBe(1)
    expect(await twice({ 'x-actor': 'ada' }, { 'x-actor': 'eve' })).toBe(2)
    expect(await twice({ 'x-org': 'a' }, { 'x-org': 'b' })).toBe(2)
    // Without an actor the session itself tells them apart.
    expect(await twice({ cookie: 'session=1' }, { cookie: 'session=1' })).toBe(1)
    expect(await twice({ cookie: 'session=1' }, { cookie: 'session=2' })).toBe(2)
    expect(await twice({ authorization: 'Bearer 1' }, { authorization: 'Bearer 2' })).toBe(2)
  })

  it.each(['', 'a b', 'key-1, key-1', 'a/b', 'x'.repeat(129)])('is refused with %j', async (of) => {
    const { handle, requests } = setUp()
    expect((await handle(ask('create', bo, { 'idempotency-key': of }))).status).toBe(422)
    expect(requests).toEqual([])
  })

  it('is not asked of reads, and without one every write counts', async () => {
    const { handle, requests } = setUp()
    for (let time = 0; time < 2; time++) {
      // oxlint-disable-next-line no-await-in-loop
      await handle(ask('list', {}, key))
      // oxlint-disable-next-line no-await-in-loop
      await handle(ask('revoke', { id: 'code1' }))
    }
    expect(requests.map(({ method }) => method)).toEqual(['GET', 'PATCH', 'GET', 'PATCH'])
  })
})
