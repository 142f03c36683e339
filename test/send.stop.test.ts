import { describe, expect, it, vi } from 'vitest'
import { sendInvites, type SendOptions } from '../src/send.js'
import type { InviteOperations } from '../src/transport.js'
import { brief, byHand, failing, lost, pauses, people, refusal, start } from './sendSetUp.ts'

const sent = (email: string) => ({ email, delivery: 'mailed' as const })
const everybody = (count: number, what: string) => people(count).map(() => what)

describe('a refusal that ends it all', () => {
  it('ends a wait beside it', async () => {
    const wait = vi.fn<NonNullable<SendOptions['wait']>>(() => new Promise(() => undefined))
    const { told, onPause } = pauses()
    const late = byHand<void>()
    const inner = failing({
      'p0@example.com': [refusal('rate_limited', { retryAfter: 9 })],
      'p1@example.com': [refusal('limit_reached')],
    })
    const create: InviteOperations['create'] = async (...call) => {
      if (call[0].email.startsWith('p1')) await late.promise
      return inner.create(...call)
    }
    const sending = sendInvites({ key: 'test', create }, people(3), {
      now: () => start,
      wait,
      onPause,
      concurrency: 2,
    })
    await vi.waitFor(() => expect(wait).toHaveBeenCalled())
    late.resolve()
    expect(brief(await sending)).toEqual(everybody(3, 'limit_reached not_sent'))
    expect(told).toEqual([{ reason: 'rate_limited', until: start + 9 }, undefined])
    expect(wait.mock.calls[0]?.[1]?.aborted).toBe(true)
  })

  it('leaves what is refused after it with its own reason, and begins no pause', async () => {
    const { told, onPause } = pauses()
    const onUnauthenticated = vi.fn(() => Promise.resolve())
    const transport = failing({
      'p0@example.com': [refusal('limit_reached')],
      'p1@example.com': [refusal('unauthenticated')],
      'p2@example.com': [refusal('rate_limited', { retryAfter: 9 })],
    })
    const outcomes = await sendInvites(transport, people(3), { onPause, onUnauthenticated })
    expect(brief(outcomes)).toEqual([
      'limit_reached not_sent',
      'unauthenticated not_sent',
      'rate_limited not_sent',
    ])
    expect(onUnauthenticated).not.toHaveBeenCalled()
    expect(told).toEqual([])
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
