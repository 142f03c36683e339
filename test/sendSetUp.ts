import { vi } from 'vitest'
import { InviteError, type InviteErrorCode, type InviteErrorOptions } from '../src/error.js'
import type { CreateInviteInput, SentInvite } from '../src/schema.js'
import type { SendOutcome, SendPause } from '../src/send.js'
import type { InviteOperations } from '../src/transport.js'

export const start = Date.parse('2026-03-01T10:00:00.000Z')

export const people = (count: number): CreateInviteInput[] =>
  Array.from({ length: count }, (_, index) => ({ email: `p${index}@example.com` }))

/** Certainly not done. */
export const refusal = (code: InviteErrorCode, more: InviteErrorOptions = {}) =>
  new InviteError(code, { outcome: 'not_sent', ...more })

export const lost = (code: InviteErrorCode = 'network') =>
  new InviteError(code, { outcome: 'unknown' })

/** A clock that jumps to the first moment that somebody waits for, when nothing else is left to do. */
export function virtualTime(from = start) {
  let time = from
  const sleepers: { until: number; wake: () => void }[] = []
  const jump = () => {
    const first = sleepers.reduce((a, b) => (b.until < a.until ? b : a))
    sleepers.splice(sleepers.indexOf(first), 1)
    time = Math.max(time, first.until)
    first.wake()
  }
  const now = () => time
  const wait = (milliseconds: number) =>
    new Promise<void>((wake) => {
      sleepers.push({ until: time + milliseconds, wake })
      setImmediate(jump)
    })
  return { now, wait }
}

/** A transport whose `create` fails with what stands for an address, one after another, then sends. */
export function failing(failures: Record<string, InviteError[]> = {}) {
  const left = new Map(Object.entries(failures).map(([email, errors]) => [email, [...errors]]))
  const create = vi.fn<InviteOperations['create']>(({ email }) => {
    const error = left.get(email)?.shift()
    return error
      ? Promise.reject(error)
      : Promise.resolve<SentInvite>({ email, delivery: 'mailed' })
  })
  return { key: 'test', create }
}

/** What was told of pauses. */
export function pauses() {
  const told: (SendPause | undefined)[] = []
  return { told, onPause: (pause: SendPause | undefined) => told.push(pause) }
}

/** Outcomes in brief: `sent`, or code and what is known of it. */
export const brief = (outcomes: readonly SendOutcome[]) =>
  outcomes.map((outcome) =>
    outcome.status === 'sent' ? 'sent' : `${outcome.error.code} ${outcome.error.outcome}`,
  )

/** A promise to be settled by hand. */
export function byHand<T>() {
  let resolve: (value: T) => void = () => undefined
  let reject: (error: unknown) => void = () => undefined
  const promise = new Promise<T>((yes, no) => {
    resolve = yes
    reject = no
  })
  return { promise, resolve, reject }
}
