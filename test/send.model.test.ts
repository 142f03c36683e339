import { isDeepStrictEqual } from 'node:util'
import * as fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { sendInvites, type SendOutcome, type SendPause } from '../src/send.js'
import { isLost } from '../src/sendOutcome.js'
import { runs } from './input/fuzz.ts'
import { fakeProvider, world, type World } from './sendModel.ts'

const numRuns = process.env.CI === 'true' ? 1000 : 100

async function run(given: World, s: fc.Scheduler) {
  const { transport, seen, now, wait } = fakeProvider(given, s)
  const controller = new AbortController()
  if (given.cancelled) void s.schedule(Promise.resolve(), 'cancel').then(() => controller.abort())
  const renew = vi.fn(async () => {
    await s.schedule(Promise.resolve(), 'renew')
    if (given.session === 'ends') throw new Error('signed out')
  })
  const told: { index: number; outcome: SendOutcome }[] = []
  const pauses: (SendPause | undefined)[] = []
  const outcomes = await s.waitFor(
    sendInvites(transport, seen.inputs, {
      now,
      wait,
      signal: controller.signal,
      concurrency: given.concurrency,
      onOutcome: (outcome, index) => told.push({ index, outcome }),
      onPause: (pause) => pauses.push(pause),
      onUnauthenticated: given.session === 'absent' ? undefined : renew,
    }),
  )
  return { outcomes, told, pauses, renew, seen }
}

/** A property of any sending, with calls, waits and a cancel that end in any order. */
function always(check: (end: Awaited<ReturnType<typeof run>>, given: World) => void) {
  return fc.assert(
    fc.asyncProperty(world, fc.scheduler(), async (given, s) => check(await run(given, s), given)),
    { ...runs, numRuns },
  )
}

const emailOf = ({ input }: SendOutcome) => input.email

describe('any sending', () => {
  it('invites nobody twice', () =>
    always(({ seen }) => {
      expect(seen.outbox).toEqual([...new Set(seen.outbox)])
    }))

  it('gives each recipient one outcome, told once and final', () =>
    always(({ outcomes, told, seen }) => {
      expect(outcomes.map(({ input }) => input)).toEqual(seen.inputs)
      const inOrder = told.toSorted((a, b) => a.index - b.index)
      expect(inOrder).toEqual(outcomes.map((outcome, index) => ({ index, outcome })))
    }))

  it('says the truth of each, and with a list that can be read it knows it', () =>
    always(({ outcomes, seen }, { list }) => {
      const known = outcomes.filter((outcome) => !isLost(outcome))
      const sent = known.filter(({ status }) => status === 'sent').map(emailOf)
      expect(sent).toEqual(known.map(emailOf).filter((email) => seen.outbox.includes(email)))
      expect(list === 'works' ? known : outcomes).toEqual(outcomes)
    }))

  it('has no more under way than it may, nor more in a minute, and none while it is to wait', () =>
    always(({ seen }, { concurrency, maxPerMinute = Infinity, batches }) => {
      const batched = batches && seen.inputs.length > 1
      expect(seen.mostUnderWay).toBeLessThanOrEqual(batched ? 1 : concurrency)
      for (const [at, start] of seen.starts.entries())
        expect(start - (seen.starts[at - maxPerMinute] ?? -Infinity)).toBeGreaterThanOrEqual(60_000)
      expect(seen.early).toBe(0)
    }))

  it('keeps one key for each recipient, reads the list once, asks once for a session', () =>
    always(({ seen, renew }) => {
      for (const keys of seen.keys.values()) expect(keys.size).toBe(1)
      expect(seen.reads).toBeLessThanOrEqual(1)
      expect(renew.mock.calls.length).toBeLessThanOrEqual(1)
    }))

  it('ends every pause that it told of, and tells none twice', () =>
    always(({ pauses }) => {
      expect(pauses.at(-1)).toBeUndefined()
      expect(pauses.filter((pause, at) => at && isDeepStrictEqual(pause, pauses[at - 1]))).toEqual(
        [],
      )
    }))
})
