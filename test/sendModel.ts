import * as fc from 'fast-check'
import type { InviteError } from '../src/error.js'
import type { CreateInviteInput, Invite } from '../src/schema.js'
import { stopsAll } from '../src/sendPaced.js'
import type { CreateOptions, CreateOutcome, InviteTransport } from '../src/transport.js'
import { lost, refusal, start } from './sendSetUp.ts'

const errors = {
  already: () => refusal('already_invited'),
  invalid: () => refusal('invalid_input'),
  full: () => refusal('limit_reached'),
  busy: () => refusal('rate_limited', { retryAfter: 5000 }),
  down: () => refusal('unavailable', { retryAfter: 20_000 }),
  busyForLong: () => refusal('rate_limited', { retryAfter: 90_000 }),
  busyWhoKnows: () => refusal('rate_limited'),
  signedOut: () => refusal('unauthenticated'),
  tooLarge: () => refusal('invalid_input', { status: 413 }),
  lostBefore: () => lost('unavailable'),
  lostAfter: () => lost('timeout'),
}

type Answer = 'sent' | keyof typeof errors
/** `each`: as the recipients' own answers say. `short`: all are invited, and the answer names none. */
type BatchAnswer = 'each' | 'short' | Exclude<Answer, 'sent'>

const answer = fc.oneof(
  { weight: 6, arbitrary: fc.constant<Answer>('sent') },
  {
    weight: 3,
    arbitrary: fc.constantFrom<Answer>('busy', 'down', 'signedOut', 'lostBefore', 'lostAfter'),
  },
  { weight: 2, arbitrary: fc.constantFrom<Answer>('already', 'invalid') },
  { weight: 1, arbitrary: fc.constantFrom<Answer>('full', 'busyForLong', 'busyWhoKnows') },
)

const batchAnswer = fc.oneof(
  { weight: 3, arbitrary: fc.constant<BatchAnswer>('each') },
  {
    weight: 2,
    arbitrary: fc.constantFrom<BatchAnswer>('busy', 'signedOut', 'tooLarge', 'short', 'lostAfter'),
  },
)

export interface World {
  /** What each recipient meets, one call after another; `sent` after the last. */
  scripts: Answer[][]
  batches: BatchAnswer[] | undefined
  list: 'works' | 'fails' | 'absent'
  session: 'renews' | 'ends' | 'absent'
  cancelled: boolean
  concurrency: number
  maxPerMinute: number | undefined
}

export const world: fc.Arbitrary<World> = fc.record({
  scripts: fc.array(fc.array(answer, { maxLength: 3 }), { maxLength: 12 }),
  batches: fc.option(fc.array(batchAnswer, { maxLength: 6 }), { nil: undefined }),
  list: fc.constantFrom('works', 'works', 'fails', 'absent'),
  session: fc.constantFrom('renews', 'ends', 'absent'),
  cancelled: fc.boolean(),
  concurrency: fc.integer({ min: 1, max: 5 }),
  maxPerMinute: fc.option(fc.integer({ min: 1, max: 4 }), { nil: undefined }),
})

/** A provider that invites whomever it is asked to, also twice: what is done once is the sender's merit. */
export function fakeProvider({ scripts, batches, list, maxPerMinute }: World, s: fc.Scheduler) {
  let time = start
  let closedUntil = 0
  let underWay = 0
  const seen = {
    inputs: scripts.map((_, at): CreateInviteInput => ({ email: `p${at}@example.com` })),
    outbox: [] as string[],
    starts: [] as number[],
    mostUnderWay: 0,
    /** Calls that came while the provider had said to wait. */
    early: 0,
    keys: new Map<string, Set<string | undefined>>(),
    reads: 0,
  }
  const left = new Map(seen.inputs.map(({ email }, at) => [email, [...(scripts[at] ?? [])]]))
  const calls = [...(batches ?? [])]

  const passes = async (label: string) => {
    seen.starts.push(time)
    if (time < closedUntil) seen.early++
    seen.mostUnderWay = Math.max(seen.mostUnderWay, ++underWay)
    await s.schedule(Promise.resolve(), label)
    time += 700
    underWay--
  }
  const met = (what: Exclude<Answer, 'sent'>): InviteError => {
    const error = errors[what]()
    const { retryAfter = Infinity } = error
    if (retryAfter <= 60_000) closedUntil = Math.max(closedUntil, time + retryAfter)
    return error
  }
  const invite = (input: CreateInviteInput): CreateOutcome => {
    const what = left.get(input.email)?.shift() ?? 'sent'
    if (what === 'sent' || what === 'lostAfter') seen.outbox.push(input.email)
    return what === 'sent'
      ? { status: 'sent', sent: { email: input.email, delivery: 'mailed' } }
      : { status: 'failed', error: met(what) }
  }
  /** A refusal that is not of the recipient's making meets those behind as well. */
  const inEach = (inputs: CreateInviteInput[]) => {
    let held: CreateOutcome | undefined
    return inputs.map((input) => {
      const outcome = held ?? invite(input)
      if (outcome.status === 'failed' && stopsAll(outcome.error)) held = outcome
      return outcome
    })
  }

  const transport: InviteTransport<'create'> & Partial<InviteTransport<'createMany' | 'list'>> = {
    key: 'fake',
    maxPerMinute,
    async create(input, { key }: CreateOptions = {}) {
      seen.keys.set(input.email, (seen.keys.get(input.email) ?? new Set()).add(key))
      await passes(`create ${input.email}`)
      const outcome = invite(input)
      if (outcome.status === 'failed') throw outcome.error
      return outcome.sent
    },
  }
  if (batches)
    Object.assign(transport, {
      maxBatch: 3,
      async createMany(inputs: CreateInviteInput[]) {
        await passes(`createMany ${inputs.map(({ email }) => email).join()}`)
        const what = calls.shift() ?? 'each'
        if (what === 'each') return inEach(inputs)
        if (what === 'short' || what === 'lostAfter')
          seen.outbox.push(...inputs.map(({ email }) => email))
        if (what === 'short') return []
        throw met(what)
      },
    })
  if (list !== 'absent')
    Object.assign(transport, {
      async list() {
        seen.reads++
        await s.schedule(Promise.resolve(), 'list')
        if (list === 'fails') throw lost('network')
        return { invites: seen.outbox.map(rowOf) }
      },
    })

  const now = () => time
  const wait = async (milliseconds: number) => {
    const until = time + milliseconds
    await s.schedule(Promise.resolve(), `wait ${milliseconds}`)
    time = Math.max(time, until)
  }
  return { transport, seen, now, wait }
}

function rowOf(email: string): Invite {
  const createdAt = new Date(start).toISOString()
  return { id: email, email, status: 'pending', createdAt }
}
