import { expect } from 'vitest'
import { listInvitesOptions } from '../../src/query.ts'
import type { Cell } from './cells.ts'
import type { Driver } from './driver.ts'
import { pageWorld, pause, storedIn, until } from './page.ts'
import { emailOf, ended, gate, opened, refused, rowsIn, single } from './screenTools.ts'
import { inputs } from './tcp.ts'
import { webLocks } from '../webLocks.ts'
import type { Strike } from './wire.ts'

/** What people do in the middle of an operation. */
export const acts: Record<string, (cell: Cell, driver: Driver) => Promise<void>> = {
  F38: async ({ operation }, driver) => {
    const world = pageWorld()
    const page = await opened(driver, world)
    for (let press = 0; press < 5; press++) page.press()
    expect(await ended(page)).toMatchObject({ done: true })
    expect(world.count(operation)).toBe(1)
    expect(world.mails.length).toBeLessThanOrEqual(1)
    page.close()
  },

  F39: async ({ operation }, driver) => {
    for (const withLocks of [true, false]) {
      const unlock = withLocks ? webLocks() : undefined
      const world = pageWorld()
      // oxlint-disable-next-line no-await-in-loop -- one world after the other
      const [one, other] = [await opened(driver, world), await opened(driver, world)]
      one.press()
      other.press()
      // oxlint-disable-next-line no-await-in-loop
      const both = [await ended(one), await ended(other)]
      // Only a sending without locks may begin in either.
      const first = withLocks || operation !== 'create' ? both[0] : both.find(({ done }) => done)
      expect(first).toMatchObject({ done: true })
      if (operation === 'create')
        for (const { done, said } of both) if (!done) expect(said).toMatch(/already/i)
      if (operation === 'create') expect(world.mails).toEqual(['bo@acme.test'])
      else expect(world.count(operation)).toBe(1)
      one.close()
      other.close()
      unlock?.()
    }
  },

  F40: async ({ operation }, driver) => {
    const world = pageWorld()
    const before = world.kept()
    for (let mount = 0; mount < 20; mount++) {
      const page = driver(world)
      page.close()
    }
    const page = driver(world)
    expect(await ended(page)).toMatchObject({ done: true })
    const open = world.asked.filter(({ signal }) => !signal.aborted)
    expect(open.filter((one) => one.operation === operation).length).toBeLessThanOrEqual(21)
    expect(world.asked.filter((one) => !/list|lookup|viewer/.test(one.operation))).toEqual([])
    expect(world.kept()).toBe(before)
    page.close()
  },

  F41: async ({ operation }, driver) => {
    const world = pageWorld()
    const before = world.kept()
    const { go, open } = gate()
    world.wire.operation = operation
    world.wire.strike = async (pass) => {
      await open
      return pass()
    }
    const page = operation === 'list' ? driver(world) : await opened(driver, world)
    page.press()
    expect(await until(() => world.count(operation) > 0)).toBe(true)
    page.close()
    await pause()
    expect(world.asked.at(-1)?.signal.aborted).toBe(operation === 'list')
    go()
    if (operation === 'list') return
    expect(await until(() => world.kept() !== before)).toBe(true)
    await pause()
    expect(world.count(operation)).toBe(1)
  },

  F43: async (_, driver) => {
    const world = pageWorld()
    const page = await opened(driver, world)
    await page.client.prefetchQuery(listInvitesOptions(world.transport))
    page.press()
    expect(await ended(page)).toMatchObject({ done: true })
    const ofBo = () => rowsIn(page).filter(({ email }) => email === 'bo@acme.test')
    expect(ofBo()).toHaveLength(1)
    await page.client.fetchQuery({ ...listInvitesOptions(world.transport), staleTime: 0 })
    expect(ofBo()).toHaveLength(1)
    page.close()
  },

  F48: async (_, driver) => {
    const world = single(pageWorld())
    const kinds = Array.from({ length: 25 }, (_one, at) => {
      if (at < 10) return 'sent'
      if (at < 13) return 'already'
      if (at < 15) return 'invalid'
      if (at < 19) return 'busy'
      return at < 23 ? 'broken' : 'lost'
    })
    const people = kinds.map((kind, at) => `${kind}${at}@acme.test`)
    const strike: Strike = async (pass, request) => {
      const kind = /^[a-z]+/.exec(emailOf(await request.clone().text()))?.[0]
      if (kind === 'already') return refused(409, 'already_invited')
      if (kind === 'invalid') return refused(422, 'invalid_input')
      if (kind === 'busy' && calls++ < 4)
        return refused(429, 'rate_limited', { 'retry-after': '1' })
      if (kind === 'broken') return refused(500, 'unavailable')
      const response = await pass()
      if (kind === 'lost') throw new TypeError('Failed to fetch')
      return response
    }
    let calls = 0
    Object.assign(world.wire, { operation: 'create', strike })
    const page = await opened(driver, world, people)
    page.press()
    expect(await ended(page)).toMatchObject({ done: false })
    const left = page.left?.() ?? []
    // Everybody is mailed, or still there; nobody is both, nobody twice.
    expect([...world.mails, ...left].toSorted()).toEqual(people.toSorted())
    expect(world.mails.filter((to) => /^(sent|busy|lost)/.test(to))).toHaveLength(
      world.mails.length,
    )
    world.wire.strike = undefined
    page.press()
    await ended(page)
    expect(world.mails).toEqual([...new Set(world.mails)])
    page.close()
  },

  F50: async (_, driver) => {
    const world = single(pageWorld())
    const { go, open } = gate()
    let calls = 0
    Object.assign(world.wire, {
      operation: 'create',
      strike: async (pass: () => Promise<Response>) => {
        const late = calls++ > 2
        const response = await pass()
        if (late) await open
        return response
      },
    })
    const people = Array.from({ length: 7 }, (_one, at) => `p${at}@acme.test`)
    const page = await opened(driver, world, people)
    page.press()
    expect(await until(() => world.mails.length === 7)).toBe(true)
    await pause()
    const kept = storedIn(sessionStorage)
    expect(kept).toContain('p6@acme.test')
    expect(kept).not.toContain(inputs.lookup.token)
    page.close()
    // The page is gone, and with it whoever waited.
    const again = driver(world, [])
    let resumed = false
    expect(await until(() => (resumed ||= again.resume?.() ?? false))).toBe(true)
    await ended({
      ...again,
      seen: () => (again.left?.().length === 0 ? { done: true, said: 'x' } : undefined),
    })
    expect(world.mails.toSorted()).toEqual(people)
    again.close()
    go()
    await pause()
  },
}
