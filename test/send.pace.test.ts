import { describe, expect, it } from 'vitest'
import { sendInvites } from '../src/send.js'
import type { InviteOperations } from '../src/transport.js'
import { brief, failing, pauses, people, refusal, start, virtualTime } from './sendSetUp.ts'

const sent = (email: string) => ({ email, delivery: 'mailed' as const })
const everybody = (count: number, what: string) => people(count).map(() => what)

describe('a refusal with a wait', () => {
  it.each(['rate_limited', 'unavailable'] as const)(
    'of up to a minute (%s) holds everything until then, and is repeated once with the same key',
    async (code) => {
      const { now, wait } = virtualTime()
      const { told, onPause } = pauses()
      const starts: number[] = []
      const inner = failing({ 'p1@example.com': [refusal(code, { retryAfter: 60_000 })] })
      const create: InviteOperations['create'] = (...call) => {
        starts.push(now() - start)
        return inner.create(...call)
      }
      const outcomes = await sendInvites({ key: 'test', create }, people(4), {
        now,
        wait,
        onPause,
        keys: ['a', 'b', 'c', 'd'],
        concurrency: 1,
      })
      expect(brief(outcomes)).toEqual(everybody(4, 'sent'))
      expect(starts).toEqual([0, 0, 60_000, 60_000, 60_000])
      const keys = inner.create.mock.calls.map(([, options]) => options?.key)
      expect(keys.join('')).toBe('abbcd')
      expect(told).toEqual([{ reason: 'rate_limited', until: start + 60_000 }, undefined])
    },
  )

  it('holds those that were refused beside it as well', async () => {
    const { now, wait } = virtualTime()
    const starts: number[] = []
    const refuse = (retryAfter: number) => [refusal('rate_limited', { retryAfter })]
    const inner = failing({
      'p0@example.com': refuse(1000),
      'p1@example.com': refuse(5000),
      'p2@example.com': refuse(2000),
    })
    const create: InviteOperations['create'] = (...call) => {
      starts.push(now() - start)
      return inner.create(...call)
    }
    const outcomes = await sendInvites({ key: 'test', create }, people(3), { now, wait })
    expect(brief(outcomes)).toEqual(everybody(3, 'sent'))
    expect(starts).toEqual([0, 0, 0, 5000, 5000, 5000])
  })

  it.each([
    ['of more than a minute', [refusal('rate_limited', { retryAfter: 60_001 })], 1],
    ['that is not told', [refusal('rate_limited')], 1],
    [
      'that comes again',
      [refusal('rate_limited', { retryAfter: 9 }), refusal('rate_limited', { retryAfter: 8 })],
      2,
    ],
  ])('%s stops, and says to everybody when to try', async (_, errors, calls) => {
    const transport = failing({ 'p0@example.com': errors })
    const outcomes = await sendInvites(transport, people(3), { ...virtualTime(), concurrency: 1 })
    expect(transport.create).toHaveBeenCalledTimes(calls)
    expect(brief(outcomes)).toEqual(everybody(3, 'rate_limited not_sent'))
    const { retryAfter } = errors.at(-1) ?? {}
    for (const outcome of outcomes) expect(outcome).toMatchObject({ error: { retryAfter } })
  })

  it('is not repeated where it is not certain that nothing was done', async () => {
    const error = refusal('rate_limited', { retryAfter: 9, outcome: 'unknown' })
    const transport = failing({ 'p0@example.com': [error] })
    const outcomes = await sendInvites(transport, people(2), { concurrency: 1 })
    expect(brief(outcomes)).toEqual(['rate_limited unknown', 'rate_limited not_sent'])
  })
})

describe('a limit of calls a minute', () => {
  it('is kept over a sliding window, and the wait is told', async () => {
    const { now, wait } = virtualTime()
    const { told, onPause } = pauses()
    const starts: number[] = []
    const create: InviteOperations['create'] = async ({ email }) => {
      starts.push(now() - start)
      await wait(10_000)
      return sent(email)
    }
    const transport = { key: 'test', create, maxPerMinute: 3 }
    const outcomes = await sendInvites(transport, people(7), {
      now,
      wait,
      onPause,
      concurrency: 1,
    })
    expect(brief(outcomes)).toEqual(everybody(7, 'sent'))
    expect(starts).toEqual([0, 10_000, 20_000, 60_000, 70_000, 80_000, 120_000])
    expect(told).toEqual([
      { reason: 'rate_limited', until: start + 60_000 },
      undefined,
      { reason: 'rate_limited', until: start + 120_000 },
      undefined,
    ])
  })
})
