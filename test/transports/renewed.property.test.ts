import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { InviteError } from '../../src/error.js'
import { renewed } from '../../src/transports/renewed.js'
import { runs } from '../input/fuzz.ts'

/** Calls that begin and end in any order, over a session that is over. */
async function run(s: fc.Scheduler, calls: number, renews: boolean) {
  let session = 0
  let renewals = 0
  const sent = Array.from({ length: calls }, () => 0)
  const renew = async () => {
    renewals += 1
    await s.schedule(Promise.resolve(), 'renew')
    if (!renews) throw new Error('signed out')
    session = 1
  }
  const call = async (at: number) => {
    await s.schedule(Promise.resolve(), `begin ${at}`)
    return renewed(async () => {
      sent[at] = (sent[at] ?? 0) + 1
      // The credential is that of when it was sent, the answer comes later.
      const held = session
      await s.schedule(Promise.resolve(), `answer ${at}`)
      if (held === 0) throw new InviteError('unauthenticated', { outcome: 'not_sent' })
      return at
    }, renew)
  }
  const ends = s.waitFor(Promise.allSettled(sent.map((_, at) => call(at))))
  return { ends: await ends, renewals: () => renewals, sent }
}

describe('a session that is over, under any order of calls and answers', () => {
  const calls = fc.integer({ min: 1, max: 8 })

  it('is renewed once, and each call is made twice at most', () =>
    fc.assert(
      fc.asyncProperty(calls, fc.scheduler(), async (count, s) => {
        const { ends, renewals, sent } = await run(s, count, true)
        expect(ends.map(({ status }) => status)).toEqual(ends.map(() => 'fulfilled'))
        expect(renewals()).toBe(1)
        expect(Math.max(...sent)).toBeLessThanOrEqual(2)
      }),
      runs,
    ))

  it('that cannot be renewed is refused to each, and nothing is repeated', () =>
    fc.assert(
      fc.asyncProperty(calls, fc.scheduler(), async (count, s) => {
        const { ends, sent } = await run(s, count, false)
        expect(ends.map(({ status }) => status)).toEqual(ends.map(() => 'rejected'))
        expect(sent).toEqual(sent.map(() => 1))
      }),
      runs,
    ))
})
