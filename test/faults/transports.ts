import { expect, vi } from 'vitest'
import { isWrite } from '../../src/isWrite.js'
import type { CreateInviteInput, InvitePage } from '../../src/schema.js'
import { sendInvites, type SendOutcome } from '../../src/send.js'
import { virtualTime } from '../sendSetUp.ts'
import type { Cell } from './cells.ts'
import { allowed, mayAsk, rowsLeft } from './deviations.ts'
import { expectTrue, saidOf } from './held.ts'
import { play, type Played } from './play.ts'
import { providers } from './providers.ts'
import { wire, type Strike } from './wire.ts'

const providerOf = ({ subject }: Cell) => {
  const provider = providers[subject]
  if (!provider) throw new Error(`There is no provider ${subject}.`)
  return provider
}
const begin = (cell: Cell) => providerOf(cell).begin()
const wireOf = ({ fault }: Cell) => {
  const found = wire[fault.id]
  if (!found) throw new Error(`${fault.id} has no strike.`)
  return found
}

/** Without a fault: how many requests there are, and what it comes to. */
const cleanRuns = new Map<string, Promise<Played>>()
function clean(cell: Cell): Promise<Played> {
  const name = `${cell.subject} ${cell.operation}`
  const run = cleanRuns.get(name) ?? begin(cell).then((world) => play(world, cell.operation))
  cleanRuns.set(name, run)
  return run
}

/** Each strike at each request that the operation makes. */
async function eachStrike(
  cell: Cell,
  check: (run: Played, good: Played) => void,
  strikes: readonly Strike[] = wireOf(cell).strikes,
): Promise<void> {
  const good = await clean(cell)
  for (const strike of strikes)
    for (let at = 0; at < good.requests.length; at++) {
      const { slow } = wireOf(cell)
      // oxlint-disable-next-line no-await-in-loop -- one world after the other
      const run = await play(await begin(cell), cell.operation, { strike, at, slow })
      expectTrue(cell, run, good)
      check(run, good)
    }
}

const pageOf = ({ end }: Played) => ('value' in end ? (end.value as InvitePage) : undefined)
const rowsOf = (run: Played) => {
  const { invites = [], unreadable = 0 } = pageOf(run) ?? {}
  return invites.length + unreadable
}

async function expectHeld(cell: Cell): Promise<void> {
  const { operation, fault } = cell
  const { slow } = wireOf(cell)
  await eachStrike(cell, (run, good) => {
    if ('error' in run.end) {
      expect(allowed(cell)).toContain(run.end.error.code)
      if (slow) expect(run.took).toBe(15_000)
      if (fault.id === 'F08') expect(run.end.error.message).toContain('CORS')
      if (/^F1[12]$/.test(fault.id)) expect(run.end.error.retryAfter).toBe(30_000)
    } else if (operation === 'list')
      expect(rowsOf(run)).toBeGreaterThanOrEqual(rowsLeft(cell, rowsOf(good)))
    else if (!isWrite(operation)) expect(run.end).toEqual(good.end)
  })
  if (operation === 'create' || operation === 'createMany') await expectReconciled(cell)
}

/** The same as a sending of one or two: what is said in the end is so, and each is invited once at most. */
async function expectReconciled(cell: Cell): Promise<void> {
  const canList = providerOf(cell).can.includes('list')
  for (const strike of wireOf(cell).strikes) {
    // oxlint-disable-next-line no-await-in-loop
    const { run, outcomes } = await send(cell, strike)
    for (const outcome of outcomes) {
      const said = outcome.status === 'sent' ? 'sent' : outcome.error.outcome
      expect(run.outbox.filter((to) => to === outcome.input.email).length).toBeLessThanOrEqual(1)
      if (said === 'not_sent') expect(run.after).toBe(run.before)
      else if (said === 'sent') expect(run.after).not.toBe(run.before)
      // The list tells, unless it is a ledger's, which knows only what it was told.
      else expect(canList && !cell.subject.startsWith('ledger')).toBe(false)
    }
  }
}

async function send(cell: Cell, strike: Strike, inputs?: CreateInviteInput[]) {
  const world = await begin(cell)
  const given = world.inputs[cell.operation] as CreateInviteInput | CreateInviteInput[]
  const waits: number[] = []
  const { now, wait } = virtualTime(world.clock?.time)
  const run = await play(world, cell.operation, {
    strike,
    slow: wire[cell.fault.id]?.slow,
    act: (transport) =>
      sendInvites(transport, inputs ?? [given].flat(), {
        now,
        wait: (milliseconds) => {
          waits.push(milliseconds)
          return wait(milliseconds)
        },
      }),
  })
  if ('error' in run.end) throw run.end.error
  return { run, waits, outcomes: run.end.value as SendOutcome[] }
}

const answering =
  (status: number): Strike =>
  () =>
    new Response('{}', { status })

/** Faults that are more than one strike at one request. */
const others: Record<string, (cell: Cell) => Promise<void>> = {
  F06: async (cell) => {
    const world = await begin(cell)
    vi.stubGlobal('navigator', { onLine: false })
    const run = await play(world, cell.operation)
    // A ledger has its rows at hand.
    if (run.requests.length === 0 && 'value' in run.end && cell.operation === 'list') return
    expect(run.requests).toEqual([])
    const said = saidOf(cell, run)
    expect(said).toEqual(said.map(() => (isWrite(cell.operation) ? 'not_sent' : 'nothing')))
    if ('error' in run.end) expect(run.end.error.code).toBe('offline')
    expectTrue(cell, run, await clean(cell))
  },

  F18: async (cell) => {
    const good = await clean(cell)
    for (let at = 0; at < good.requests.length; at++) {
      let renewals = 0
      // oxlint-disable-next-line no-await-in-loop
      const run = await play(await begin(cell), cell.operation, {
        strike: answering(401),
        at,
        onUnauthenticated: async () => void renewals++,
      })
      expectTrue(cell, run, good)
      // Where no credential goes there is none to renew.
      if (renewals > 0) expect(run.end).toEqual(good.end)
      else expect(providerOf(cell).anonymous).toContain(cell.operation)
      expect(renewals).toBeLessThanOrEqual(1)
    }
  },

  F19: async (cell) => {
    let asked = 0
    const good = await clean(cell)
    const run = await play(await begin(cell), cell.operation, {
      strike: answering(401),
      at: () => true,
      onUnauthenticated: async () => void asked++,
    })
    expectTrue(cell, run, { ...good, after: run.before })
    expect(asked).toBeLessThanOrEqual(mayAsk(cell))
    expect(run.requests.length).toBeLessThanOrEqual(2 * mayAsk(cell))
    if ('error' in run.end) expect(allowed(cell)).toContain(run.end.error.code)
    else if (cell.operation === 'createMany')
      expect(saidOf(cell, run)).toEqual(['not_sent', 'not_sent'])
    else expect(providerOf(cell).anonymous).toContain(cell.operation)
  },

  F25: async (cell) => {
    const { run, outcomes } = await send(cell, answering(413))
    expect(outcomes.map(({ status }) => status)).toEqual(outcomes.map(() => 'sent'))
    for (const { email } of outcomes.map(({ input }) => input))
      expect(run.outbox.filter((to) => to === email)).toHaveLength(1)
    expect(run.requests.length).toBeGreaterThanOrEqual(3)
  },

  F26: async (cell) => {
    const world = await begin(cell)
    const [given] = [world.inputs[cell.operation] as CreateInviteInput | CreateInviteInput[]].flat()
    const inputs = [1, 2, 3, 4, 5, 6].map((at) => ({ ...given, email: `seat${at}@acme.test` }))
    let calls = 0
    const full: Strike = (pass, { method }) =>
      method === 'POST' && ++calls > 2 ? new Response('{}', { status: 402 }) : pass()
    const run = await play(world, cell.operation, {
      strike: full,
      at: () => true,
      act: (transport) => sendInvites({ ...transport, maxBatch: 2 }, inputs, virtualTime()),
    })
    if ('error' in run.end) throw run.end.error
    const ends = (run.end.value as SendOutcome[]).map((one) =>
      one.status === 'sent' ? 'sent' : `${one.error.code} ${one.error.outcome}`,
    )
    expect(ends).toHaveLength(6)
    expect(ends).toContain('sent')
    expect(ends.filter((end) => end !== 'sent')).toContain('limit_reached not_sent')
    expect(new Set(ends)).toEqual(new Set(['sent', 'limit_reached not_sent']))
    // Nothing more is asked once it is full, but what was under way.
    expect(calls).toBeLessThan(8)
  },

  F32: (cell) =>
    eachStrike(cell, (run, good) => {
      expect(pageOf(run)?.invites).toHaveLength(pageOf(good)?.invites.length ?? 0)
    }),

  F33: (cell) => eachStrike(cell, (run, good) => expect(run.end).toEqual(good.end)),
}

/** What holds of one cell of a transport. */
export async function expectOfTransport(cell: Cell): Promise<void> {
  await (others[cell.fault.id] ?? expectHeld)(cell)
}
