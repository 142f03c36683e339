import { describe, expect, it, vi } from 'vitest'
import type { InviteError } from '../src/error.js'
import { sendInvites } from '../src/send.js'
import type { CreateOutcome, InviteOperations } from '../src/transport.js'
import { brief, failing, lost, people, refusal, start, virtualTime } from './sendSetUp.ts'

const failed = (error: InviteError): CreateOutcome => ({ status: 'failed', error })

/** A transport whose calls are answered as scripted, then by success. */
function batching(maxBatch: number, ...script: (InviteError | (CreateOutcome | undefined)[])[]) {
  const createMany = vi.fn<InviteOperations['createMany']>((inputs) => {
    const answer = script.shift() ?? []
    if (!Array.isArray(answer)) return Promise.reject(answer)
    return Promise.resolve(
      inputs.map(
        ({ email }, at) => answer[at] ?? { status: 'sent', sent: { email, delivery: 'mailed' } },
      ),
    )
  })
  const transport = { ...failing(), createMany, maxBatch }
  /** The numbers of the people in each call. */
  const calls = () =>
    createMany.mock.calls.map(([inputs]) => inputs.map(({ email }) => Number(email.slice(1, -12))))
  const keys = () => createMany.mock.calls.map(([, options]) => options?.key)
  return { transport, calls, keys }
}

describe('where there is createMany', () => {
  it('batches go one after another, each under a key of its own', async () => {
    const { transport, calls, keys } = batching(100)
    const outcomes = await sendInvites(transport, people(250))
    expect(calls().map(({ length }) => length)).toEqual([100, 100, 50])
    expect(new Set(keys()).size).toBe(3)
    expect(outcomes.map(({ input }) => input)).toEqual(people(250))
    expect(transport.create).not.toHaveBeenCalled()
  })

  it('a batch is named by the keys of those in it: the same again has the same one, others have another', async () => {
    const named = async (...keys: string[]) => {
      const { transport, keys: sent } = batching(100)
      await sendInvites(transport, people(keys.length), { keys })
      expect(sent()).toHaveLength(1)
      return sent()[0]
    }
    const first = await named('a', 'b', 'c')
    expect(await named('a', 'b', 'c')).toBe(first)
    const others = [named('a', 'b'), named('a', 'c', 'b'), named('a', 'b', 'd'), named('ab', 'c')]
    expect(new Set([first, ...(await Promise.all(others))]).size).toBe(5)
    expect(first).toMatch(/^[\da-z-]{1,128}$/)
  })

  it('only one is under way at a time, also with a higher concurrency', async () => {
    let underWay = 0
    const most: number[] = []
    const createMany: InviteOperations['createMany'] = async (inputs) => {
      most.push(++underWay)
      await Promise.resolve()
      underWay--
      return inputs.map(({ email }) => ({ status: 'sent', sent: { email, delivery: 'mailed' } }))
    }
    const transport = { ...failing(), createMany, maxBatch: 2 }
    await sendInvites(transport, people(8), { concurrency: 3 })
    expect(most).toEqual([1, 1, 1, 1])
  })

  it('a single recipient goes to create', async () => {
    const { transport, calls } = batching(100)
    await sendInvites(transport, people(1))
    expect(calls()).toEqual([])
    expect(transport.create).toHaveBeenCalledTimes(1)
  })

  it('the limit of calls a minute holds for batches', async () => {
    const { transport, calls } = batching(2)
    const { now, wait } = virtualTime()
    await sendInvites({ ...transport, maxPerMinute: 1 }, people(6), { now, wait })
    expect(calls()).toEqual([
      [0, 1],
      [2, 3],
      [4, 5],
    ])
    expect(now()).toBe(start + 120_000)
  })

  it('too few outcomes leave those without one unknown', async () => {
    const transport = {
      ...failing(),
      createMany: () => Promise.resolve([failed(refusal('already_member'))]),
      maxBatch: 10,
    }
    expect(brief(await sendInvites(transport, people(3)))).toEqual([
      'already_member not_sent',
      'invalid_response unknown',
      'invalid_response unknown',
    ])
  })

  it('a failure that is no InviteError leaves its recipient unknown', async () => {
    const { transport } = batching(2, [failed(new TypeError('x') as never)])
    expect(brief(await sendInvites(transport, people(2)))).toEqual(['unknown unknown', 'sent'])
  })

  it('an answer that is no list leaves all unknown', async () => {
    const createMany = () => Promise.resolve(null as never)
    const transport = { ...failing(), createMany, maxBatch: 10 }
    expect(brief(await sendInvites(transport, people(2)))).toEqual([
      'unknown unknown',
      'unknown unknown',
    ])
  })

  it('a refusal with a wait is repeated with the same key', async () => {
    const { transport, calls, keys } = batching(2, refusal('rate_limited', { retryAfter: 9 }))
    const { now, wait } = virtualTime()
    const outcomes = await sendInvites(transport, people(4), { now, wait })
    expect(brief(outcomes)).toEqual(people(4).map(() => 'sent'))
    expect(calls()).toEqual([
      [0, 1],
      [0, 1],
      [2, 3],
    ])
    expect(keys()[1]).toBe(keys()[0])
    expect(now()).toBe(start + 9)
  })

  it('those of it who were refused with a wait are sent again alone, under another key', async () => {
    const wait = failed(refusal('rate_limited', { retryAfter: 9 }))
    const { transport, calls, keys } = batching(4, [undefined, wait, undefined, wait])
    const told: number[] = []
    const outcomes = await sendInvites(transport, people(4), {
      ...virtualTime(),
      onOutcome: (_, index) => told.push(index),
    })
    expect(brief(outcomes)).toEqual(people(4).map(() => 'sent'))
    expect(calls()).toEqual([
      [0, 1, 2, 3],
      [1, 3],
    ])
    expect(keys()[1]).not.toBe(keys()[0])
    expect(told).toEqual([0, 2, 1, 3])
  })

  it('a limit that is reached in the middle ends the batches, and everybody is accounted for', async () => {
    const full = failed(refusal('limit_reached'))
    const { transport, calls } = batching(3, [undefined, full, full])
    const outcomes = await sendInvites(transport, people(6))
    expect(calls()).toHaveLength(1)
    expect(brief(outcomes)).toEqual(['sent', ...people(5).map(() => 'limit_reached not_sent')])
  })

  it('a lost answer is sent to nobody again, and the next batch is tried', async () => {
    const { transport, calls } = batching(2, lost('timeout'))
    expect(brief(await sendInvites(transport, people(4)))).toEqual([
      'timeout unknown',
      'timeout unknown',
      'sent',
      'sent',
    ])
    expect(calls()).toEqual([
      [0, 1],
      [2, 3],
    ])
  })
})

describe('a batch that is too large', () => {
  const large = refusal('invalid_input', { status: 413 })

  it('is sent in two halves with keys of their own', async () => {
    const { transport, calls, keys } = batching(5, large)
    const outcomes = await sendInvites(transport, people(6))
    expect(brief(outcomes)).toEqual(people(6).map(() => 'sent'))
    expect(calls()).toEqual([[0, 1, 2, 3, 4], [0, 1, 2], [3, 4], [5]])
    expect(new Set(keys()).size).toBe(4)
  })

  it('is halved once: a half that is too large is refused, the other is sent', async () => {
    const { transport, calls } = batching(4, large, large)
    expect(brief(await sendInvites(transport, people(4)))).toEqual([
      'invalid_input not_sent',
      'invalid_input not_sent',
      'sent',
      'sent',
    ])
    expect(calls()).toEqual([
      [0, 1, 2, 3],
      [0, 1],
      [2, 3],
    ])
  })

  it('is halved once: both halves may be refused', async () => {
    const { transport, calls } = batching(4, large, large, large)
    const outcomes = await sendInvites(transport, people(4))
    expect(brief(outcomes)).toEqual(people(4).map(() => 'invalid_input not_sent'))
    expect(calls()).toHaveLength(3)
  })

  it('of one cannot be halved', async () => {
    const { transport, calls } = batching(2, [], large)
    expect(brief(await sendInvites(transport, people(3)))[2]).toBe('invalid_input not_sent')
    expect(calls()).toEqual([[0, 1], [2]])
  })

  it('is halved as well where each outcome says so', async () => {
    const { transport, calls } = batching(2, [failed(large), failed(large)])
    expect(brief(await sendInvites(transport, people(2)))).toEqual(['sent', 'sent'])
    expect(calls()).toEqual([[0, 1], [0], [1]])
  })

  it('is not sent again where it may have been done', async () => {
    const unsure = refusal('invalid_input', { status: 413, outcome: 'unknown' })
    const { transport, calls } = batching(2, unsure)
    expect(brief(await sendInvites(transport, people(2)))).toEqual([
      'invalid_input unknown',
      'invalid_input unknown',
    ])
    expect(calls()).toHaveLength(1)
  })
})
