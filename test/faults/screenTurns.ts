import { act } from '@testing-library/react'
import { expect, vi } from 'vitest'
import { revokeInvite } from '../../src/writes.ts'
import type { Cell } from './cells.ts'
import type { Driver } from './driver.ts'
import { pageWorld, pause, until } from './page.ts'
import { day, ended, gate, online, opened, rowsIn } from './screenTools.ts'

/** A write whose answer is lost with the connection, and what is known of it once that is back: by reading alone. */
async function lostWithTheConnection(
  { operation }: Cell,
  driver: Driver,
  committed: boolean,
): Promise<void> {
  const people = operation === 'createMany' ? ['bo@acme.test', 'di@acme.test'] : ['bo@acme.test']
  const world = pageWorld()
  const page = await opened(driver, world, people)
  Object.assign(world.wire, {
    operation,
    times: 1,
    strike: async (pass: () => Promise<Response>) => {
      if (committed) await pass()
      online(false)
      throw new TypeError('Failed to fetch')
    },
  })
  page.press()
  expect(await ended(page)).toMatchObject({ done: false })
  const [kept, asked] = [world.kept(), world.asked.length]
  online(true)
  await pause(3000)
  expect([world.kept(), world.count(operation)]).toEqual([kept, 1])
  const read = world.asked.slice(asked).map((one) => one.operation)
  if (page.left) {
    expect(page.left()).toEqual(committed ? [] : people)
    expect(world.mails).toEqual(committed ? people : [])
  } else if (/accept|decline/.test(operation)) {
    expect(page.seen()).toMatchObject({ done: committed })
    expect(read.toSorted()).toEqual(['lookup', 'viewer'])
  } else {
    expect(rowsIn(page)).toHaveLength(committed && operation === 'revoke' ? 0 : 1)
    expect(read).toEqual(['list'])
  }
  // And no other time.
  const looked = world.count('lookup')
  online(false)
  online(true)
  await pause(3000)
  expect([world.kept(), world.count(operation), world.count('lookup')]).toEqual([kept, 1, looked])
  page.close()
}

/** What happens to people in the middle of an operation. */
export const turns: Record<string, (cell: Cell, driver: Driver) => Promise<void>> = {
  F07: async (cell, driver) => {
    if (cell.operation !== 'list') {
      await lostWithTheConnection(cell, driver, false)
      await lostWithTheConnection(cell, driver, true)
      return
    }
    const world = pageWorld()
    const page = await opened(driver, world)
    expect(await ended(page)).toMatchObject({ done: true })
    online(false)
    await act(() => page.client.invalidateQueries())
    expect(await until(() => page.seen()?.done === false)).toBe(true)
    const before = world.count('list')
    online(true)
    expect(await until(() => page.seen()?.done === true)).toBe(true)
    await pause(5000)
    expect(world.count('list')).toBe(before + 1)
    page.close()
  },

  F42: async (_, driver) => {
    const world = pageWorld()
    const page = await opened(driver, world)
    expect(await ended(page)).toMatchObject({ done: true })
    const { go, open } = gate()
    world.wire.operation = 'list'
    world.wire.times = 1
    world.wire.strike = async (pass) => {
      const old = await pass()
      await open
      return old
    }
    const read = world.count('list')
    act(() => void page.client.invalidateQueries())
    expect(await until(() => world.count('list') > read)).toBe(true)
    await act(() => revokeInvite(world.transport, { id: 'i1' }, page.client))
    go()
    await pause(2000)
    expect(rowsIn(page)).toEqual([])
    expect(document.body.textContent).not.toContain('ana@acme.test')
    page.close()
  },

  F44: async (_, driver) => {
    for (const ahead of [day, -day]) {
      const server = Date.now()
      const world = pageWorld(() => server)
      vi.setSystemTime(server + ahead)
      // oxlint-disable-next-line no-await-in-loop -- one clock after the other
      const page = await opened(driver, world)
      page.press()
      // oxlint-disable-next-line no-await-in-loop
      expect(await ended(page)).toMatchObject({ done: true })
      expect(document.body.textContent).not.toMatch(/NaN|-\d+ (s|min|day)/)
      page.close()
      vi.setSystemTime(server + 3_600_000)
    }
  },

  F45: async (_, driver) => {
    let time = Date.now()
    const world = pageWorld(() => time)
    const before = world.kept()
    const page = await opened(driver, world)
    time = Date.parse('2099-01-02T00:00:00.000Z')
    page.press()
    const seen = await ended(page)
    expect([seen.done, seen.said]).toEqual([false, expect.stringContaining('expired')])
    expect(world.kept()).toBe(before)
    page.close()
  },

  F46: async ({ operation }, driver) => {
    const world = pageWorld()
    const page = await opened(driver, world)
    await world.world.transport.revoke?.({ id: 'i1' })
    const [before, read] = [world.kept(), world.count('list')]
    page.press()
    expect(await ended(page)).toMatchObject({ done: operation === 'revoke' })
    await pause(1000)
    if (operation === 'resend') expect(world.count('list')).toBe(read + 1)
    expect(rowsIn(page)).toEqual([])
    expect(world.kept()).toBe(before)
    page.close()
  },

  F47: async ({ operation }, driver) => {
    const world = pageWorld()
    const page = await opened(driver, world)
    if (operation === 'list') await ended(page)
    const before = world.kept()
    world.world.refuse = () => 'forbidden'
    if (operation === 'list') await act(() => page.client.invalidateQueries())
    page.press()
    expect(await until(() => page.seen()?.done === false)).toBe(true)
    expect(page.seen()?.said).toMatch(/forbidden|not allowed/)
    expect(page.left?.() ?? []).toEqual(operation === 'create' ? ['bo@acme.test'] : [])
    expect(world.kept()).toBe(before)
    page.close()
  },

  F49: async (_, driver) => {
    const world = pageWorld()
    const page = await opened(driver, world)
    page.press()
    expect(await ended(page)).toMatchObject({ done: true })
    const read = world.count('lookup')
    act(() => void dispatchEvent(Object.assign(new Event('pageshow'), { persisted: true })))
    await pause(1000)
    expect([world.count('accept'), world.count('lookup')]).toEqual([1, read + 1])
    page.close()
  },
}
