import { expect, vi } from 'vitest'
import { isWrite } from '../../src/isWrite.ts'
import type { Cell } from './cells.ts'
import type { Driver, Drivers, Opened } from './driver.ts'
import { leaksOfPage, pageWorld, until, type PageWorld } from './page.ts'
import { acts } from './screenActs.ts'
import { ended } from './screenTools.ts'
import { turns } from './screenTurns.ts'
import { inputs } from './tcp.ts'
import { planted, wire, type Strike } from './wire.ts'

const people = ({ operation }: Cell) =>
  operation === 'createMany' ? ['bo@acme.test', 'di@acme.test'] : ['bo@acme.test']

/** Opens it and, where there is something to press, presses it once. */
async function pressed(driver: Driver, world: PageWorld): Promise<Opened> {
  const page = driver(world)
  expect(await until(page.ready)).toBe(true)
  page.press()
  return page
}

/** What is said is so, nothing is done twice, nothing typed is lost, nothing gets out. */
function expectTrue(cell: Cell, world: PageWorld, page: Opened, before: string, good: string) {
  const { done, said } = page.seen() ?? { done: false, said: '' }
  const kept = world.kept()
  expect(world.mails).toEqual([...new Set(world.mails)])
  expect(leaksOfPage(page.client, inputs.lookup.token, planted)).toEqual([])
  expect(said).toMatch(/\w/)
  expect(said).not.toMatch(/undefined|NaN|\{|\}/)
  if (!isWrite(cell.operation)) expect(kept).toBe(before)
  else if (done) expect(kept).toBe(good)
  // What can be looked up is known: only of a mail sent again, and of a role, the answer alone tells.
  else if (!/resend|update/.test(cell.operation)) expect(kept).toBe(before)
  if (page.left) expect(page.left()).toEqual(done ? [] : people(cell))
}

const cleanRuns = new Map<string, string>()
/** What the provider has without a fault. */
async function clean(cell: Cell, driver: Driver): Promise<string> {
  const world = pageWorld(() => Date.parse('2026-11-20T09:00:00.000Z'))
  const page = await pressed(driver, world)
  expect(await ended(page)).toMatchObject({ done: true })
  page.close()
  return timeless(world.kept())
}

/** Dates differ with the hour of the test. */
const timeless = (kept: string) => kept.replaceAll(/"\d{4}-\d\d-\d\dT[^"]*"/g, '"date"')

/** One strike at the call that the cell is about, and then, by hand, once more without. */
async function strike(cell: Cell, driver: Driver, one: Strike, times: number) {
  const world = pageWorld()
  Object.assign(world.wire, { strike: one, operation: cell.operation, times })
  const before = world.kept()
  const page = await pressed(driver, world)
  const seen = await ended(page)
  const good = cleanRuns.get(cell.operation) ?? ''
  expectTrue(cell, { ...world, kept: () => timeless(world.kept()) }, page, timeless(before), good)
  return { world, page, seen, good }
}

/** Answers that are final: a read is not tried again by itself. */
const final = /^F(06|1[89]|2[0-4])$/

async function expectHeld(cell: Cell, driver: Driver): Promise<void> {
  const { fault, operation } = cell
  const found = wire[fault.id]
  if (!found) throw new Error(`${fault.id} has no strike.`)
  for (const one of found.strikes) {
    // oxlint-disable-next-line no-await-in-loop -- one page after the other
    const { world, page, seen, good } = await strike(cell, driver, one, 1)
    if (!isWrite(operation) && !final.test(fault.id)) expect(seen.done).toBe(true)
    if (!seen.done && page.left) {
      page.press()
      // oxlint-disable-next-line no-await-in-loop
      const again = await ended(page)
      if (!/already|invalid|refused/i.test(seen.said)) expect(again.done).toBe(true)
      if (again.done) expect(timeless(world.kept())).toBe(good)
    }
    page.close()
    if (isWrite(operation)) continue
    // And where it stays: three tries at most, and it is said.
    // oxlint-disable-next-line no-await-in-loop
    const always = await strike(cell, driver, one, Infinity)
    expect(always.seen.done).toBe(false)
    expect(always.world.count(operation)).toBeLessThanOrEqual(final.test(fault.id) ? 1 : 3)
    always.page.close()
  }
}

type Check = (cell: Cell, driver: Driver) => Promise<void>

const answering = (status: number, body: object = {}): Strike => {
  const text = JSON.stringify(body)
  const headers = { 'content-type': 'application/json' }
  return () => new Response(text, { status, headers })
}

/** Faults that are not one strike at one call. */
const others: Record<string, Check> = {
  F06: async (cell, driver) => {
    const world = pageWorld()
    const before = world.kept()
    const page = driver(world)
    if (isWrite(cell.operation)) await until(page.ready)
    const asked = world.asked.length
    vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false)
    if (!isWrite(cell.operation)) page.close()
    const shown = isWrite(cell.operation) ? page : driver(world)
    shown.press()
    expect(await ended(shown)).toMatchObject({ done: false })
    expect(
      world.asked.slice(asked).filter(({ operation }) => operation === cell.operation),
    ).toEqual([])
    expectTrue(cell, world, shown, before, '')
    shown.close()
  },

  F11: async (cell, driver) => {
    const [busy] = wire['F11']?.strikes ?? []
    if (!busy) throw new Error('F11 has no strike.')
    const { world, page, seen } = await strike(cell, driver, busy, 1)
    expect(seen.done).toBe(true)
    const [first, second, ...more] = world.asked.filter(
      ({ operation }) => operation === cell.operation,
    )
    const waited = (second?.at ?? 0) - (first?.at ?? 0)
    expect(waited).toBeGreaterThanOrEqual(30_000)
    expect(waited).toBeLessThanOrEqual(31_000)
    if (isWrite(cell.operation)) expect([second?.key, more]).toEqual([first?.key, []])
    page.close()
    const always = await strike(cell, driver, busy, Infinity)
    expect(always.seen.done).toBe(false)
    expect(always.world.count(cell.operation)).toBe(isWrite(cell.operation) ? 2 : 3)
    always.page.close()
  },

  F18: async (cell, driver) => {
    const { world, page, seen } = await strike(cell, driver, answering(401), 1)
    expect(seen.done).toBe(true)
    expect(world.renewals()).toBe(1)
    page.close()
  },

  F19: async (cell, driver) => {
    const { world, page, seen } = await strike(cell, driver, answering(401), Infinity)
    expect(seen.done).toBe(false)
    expect(world.count(cell.operation)).toBeLessThanOrEqual(2)
    expect(world.renewals()).toBe(1)
    page.close()
  },

  F25: async (cell) => {
    const driver = current(cell)
    const { page, seen } = await strike(cell, driver, answering(413), 1)
    expect(seen.done).toBe(cell.operation === 'createMany')
    page.close()
  },

  F26: async (cell, driver) => {
    const world = pageWorld()
    const six = [1, 2, 3, 4, 5, 6].map((at) => `seat${at}@acme.test`)
    // A form of many sends them in one batch: here one by one.
    const { createMany: _, ...single } = world.transport
    const full = { ...world, transport: { ...single } as PageWorld['transport'] }
    let calls = 0
    world.wire.operation = 'create'
    world.wire.strike = (pass) =>
      ++calls > 2 ? new Response('{"code":"limit_reached"}', { status: 402 }) : pass()
    const page = driver(full, six)
    await until(page.ready)
    page.press()
    expect(await ended(page)).toMatchObject({ done: false })
    expect([...world.mails, ...(page.left?.() ?? [])].toSorted()).toEqual(six)
    expect(world.mails).toHaveLength(2)
    page.close()
  },

  F31: async (cell, driver) => expectRows(cell, driver),
  F32: async (cell, driver) => expectRows(cell, driver),
  F33: async (cell, driver) => expectRows(cell, driver),
}

/** A list, or a look, that is read with something in it that nobody knows. */
async function expectRows(cell: Cell, driver: Driver): Promise<void> {
  const [one] = wire[cell.fault.id]?.strikes ?? []
  if (!one) throw new Error(`${cell.fault.id} has no strike.`)
  const { page, seen } = await strike(cell, driver, one, 1)
  expect(seen.done).toBe(true)
  page.close()
}

let drivers: Drivers = () => {
  throw new Error('no drivers')
}
const current = (cell: Cell) => drivers(cell)

/** What holds of one cell of a screen. */
export async function expectOfScreen(cell: Cell, of: Drivers): Promise<void> {
  drivers = of
  const driver = of(cell)
  if (!cleanRuns.has(cell.operation)) cleanRuns.set(cell.operation, await clean(cell, driver))
  await (others[cell.fault.id] ?? acts[cell.fault.id] ?? turns[cell.fault.id] ?? expectHeld)(
    cell,
    driver,
  )
}
