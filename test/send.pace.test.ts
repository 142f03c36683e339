import { describe, expect, it, vi } from 'vitest'
import { sendInvites } from '../src/send.js'
import type { InviteOperations } from '../src/transport.js'
import {
  brief,
  byHand,
  failing,
  lost,
  pauses,
  people,
  refusal,
  start,
  virtualTime,
} from './sendSetUp.ts'

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
    const inner = failing({ 'p0@example.com': refuse(1000), 'p1@example.com': refuse(5000) })
    const create: InviteOperations['create'] = (...call) => {
      starts.push(now() - start)
      return inner.create(...call)
    }
    const outcomes = await sendInvites({ key: 'test', create }, people(2), { now, wait })
    expect(brief(outcomes)).toEqual(['sent', 'sent'])
    expect(starts).toEqual([0, 0, 5000, 5000])
  })

  it.each([
    ['of more than a minute', [refusal('rate_limited', { retryAfter: 60_001 })], 1],
    ['that is not told', [refusal('rate_limited')], 1],
    [
      'that comes again',
      [refusal('rate_limited', { retryAfter: 9 }), refusal('rate_limited', { retryAfter: 60_001 })],
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

describe('a refusal for want of a session', () => {
  const expired = () => [refusal('unauthenticated')]

  it('asks for a new one once, and repeats everybody with the same key', async () => {
    const { told, onPause } = pauses()
    const transport = failing({
      'p0@example.com': expired(),
      'p1@example.com': expired(),
      'p2@example.com': expired(),
    })
    const onUnauthenticated = vi.fn(() => Promise.resolve())
    const outcomes = await sendInvites(transport, people(5), {
      onPause,
      onUnauthenticated,
      concurrency: 3,
      keys: ['a', 'b', 'c', 'd', 'e'],
    })
    expect(brief(outcomes)).toEqual(everybody(5, 'sent'))
    expect(onUnauthenticated).toHaveBeenCalledTimes(1)
    const keys = transport.create.mock.calls.map(([, options]) => options?.key)
    expect(keys.join('')).toBe('abcabcde')
    expect(told).toEqual([{ reason: 'unauthenticated' }, undefined])
  })

  it('repeats one that was under way since before and is refused after', async () => {
    const late = byHand<void>()
    const transport = failing({ 'p0@example.com': expired(), 'p1@example.com': expired() })
    const create: InviteOperations['create'] = async (...call) => {
      if (call[0].email.startsWith('p1')) await late.promise
      return transport.create(...call)
    }
    const onUnauthenticated = vi.fn(() => Promise.resolve())
    const outcomes = await sendInvites({ key: 'test', create }, people(4), {
      onUnauthenticated,
      concurrency: 2,
      onOutcome: (_, index) => index === 3 && late.resolve(),
    })
    expect(brief(outcomes)).toEqual(everybody(4, 'sent'))
    expect(onUnauthenticated).toHaveBeenCalledTimes(1)
  })

  it.each([
    ['where there is no new one', () => Promise.reject(new Error('dismissed')), 1],
    ['where it comes again', () => Promise.resolve(), 2],
  ])('stops %s', async (_, renew, calls) => {
    const { told, onPause } = pauses()
    const transport = failing({ 'p0@example.com': [...expired(), ...expired()] })
    const onUnauthenticated = vi.fn(renew)
    const outcomes = await sendInvites(transport, people(3), {
      onPause,
      onUnauthenticated,
      concurrency: 1,
    })
    expect(brief(outcomes)).toEqual(everybody(3, 'unauthenticated not_sent'))
    expect(transport.create).toHaveBeenCalledTimes(calls)
    expect(onUnauthenticated).toHaveBeenCalledTimes(1)
    expect(told).toEqual([{ reason: 'unauthenticated' }, undefined])
  })
})

describe('a cancel', () => {
  /** Wakes for the signal alone. */
  const wait = vi.fn((_: number, signal?: AbortSignal) => {
    const { promise, resolve } = byHand<void>()
    signal?.addEventListener('abort', () => resolve())
    return promise
  })

  it('lets calls under way finish, and starts none', async () => {
    const controller = new AbortController()
    const answers = people(2).map(() => byHand<void>())
    const create = vi.fn<InviteOperations['create']>(async ({ email }, options) => {
      expect(options?.signal).toBeUndefined()
      await answers[Number(email[1])]?.promise
      return sent(email)
    })
    const sending = sendInvites({ key: 'test', create }, people(4), {
      signal: controller.signal,
      concurrency: 2,
    })
    controller.abort()
    answers[0]?.resolve()
    answers[1]?.reject(lost())
    expect(brief(await sending)).toEqual([
      'sent',
      'network unknown',
      'unknown not_sent',
      'unknown not_sent',
    ])
    expect(create).toHaveBeenCalledTimes(2)
  })

  it('before the first call sends nothing', async () => {
    const transport = failing()
    const outcomes = await sendInvites(transport, people(2), { signal: AbortSignal.abort() })
    expect(brief(outcomes)).toEqual(everybody(2, 'unknown not_sent'))
    expect(transport.create).not.toHaveBeenCalled()
  })

  it('ends a wait, whose call is not repeated', async () => {
    const controller = new AbortController()
    const { told, onPause } = pauses()
    const transport = failing({ 'p0@example.com': [refusal('rate_limited', { retryAfter: 9 })] })
    const sending = sendInvites(transport, people(2), {
      now: () => start,
      wait,
      onPause,
      concurrency: 1,
      signal: controller.signal,
    })
    await vi.waitFor(() => expect(told).toHaveLength(1))
    controller.abort()
    expect(brief(await sending)).toEqual(everybody(2, 'unknown not_sent'))
    expect(transport.create).toHaveBeenCalledTimes(1)
    expect(told.at(-1)).toBeUndefined()
  })

  it('ends the wait for a session that never comes', async () => {
    const controller = new AbortController()
    const { told, onPause } = pauses()
    const transport = failing({ 'p0@example.com': [refusal('unauthenticated')] })
    const sending = sendInvites(transport, people(2), {
      onPause,
      concurrency: 1,
      signal: controller.signal,
      onUnauthenticated: () => new Promise(() => undefined),
    })
    await vi.waitFor(() => expect(told).toHaveLength(1))
    controller.abort()
    expect(brief(await sending)).toEqual(everybody(2, 'unknown not_sent'))
    expect(told).toEqual([{ reason: 'unauthenticated' }, undefined])
  })
})
