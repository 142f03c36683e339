import { act } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Viewer } from '../../src/schema.ts'
import { useAcceptInvite } from '../../src/hooks/useAcceptInvite.ts'
// Here at once: how long that takes is no matter of these tests.
import '../../src/transports/httpOperations.ts'
import { fakeClock, leaksOfPage, pageWorld, pause, until } from '../faults/page.ts'
import { inputs } from '../faults/tcp.ts'
import { busy } from '../faults/wire.ts'
import { renderHookWith } from '../render.tsx'

beforeEach(fakeClock)
afterEach(() => void vi.useRealTimers())

const ana = { email: 'ana@acme.test' }

/** An invite that is answered, by a press whose first calls are refused. */
async function answered(answer: 'accept' | 'decline', times = 1, seconds = 30) {
  const world = pageWorld()
  const viewer: { is: Viewer } = { is: ana }
  Object.assign(world.wire, { operation: answer, times, strike: busy(seconds) })
  const { result, client, unmount } = renderHookWith(() =>
    useAcceptInvite(world.transport, world.link, { viewer: () => viewer.is }),
  )
  const now = () => result.current
  expect(await until(() => now().status === 'ready')).toBe(true)
  act(() => {
    const state = now()
    if (state.status === 'ready') state[answer]?.()
  })
  const wait = () => {
    const state = now()
    return 'wait' in state ? state.wait : undefined
  }
  expect(await until(() => wait() !== undefined || now().status === 'ready')).toBe(true)
  return { world, viewer, now, wait, client, unmount }
}

describe.each(['accept', 'decline'] as const)('a refused press that says when: %s', (answer) => {
  const underWay = { accept: 'accepting', decline: 'declining' }[answer]
  const ended = { accept: 'accepted', decline: 'declined' }[answer]

  it('is done once more by itself, with the same key, and tells when', async () => {
    const { world, now, wait, client } = await answered(answer)
    expect(now().status).toBe(underWay)
    const left = (wait()?.until ?? 0) - Date.now()
    expect(left).toBeGreaterThan(28_000)
    expect(left).toBeLessThanOrEqual(30_000)
    expect(world.count(answer)).toBe(1)
    expect(leaksOfPage(client, inputs.lookup.token)).toEqual([])
    expect(await until(() => now().status === ended)).toBe(true)
    const keys = world.asked.filter(({ operation }) => operation === answer).map(({ key }) => key)
    expect(keys).toHaveLength(2)
    expect(new Set(keys).size).toBe(1)
  })

  it('is called off by a press, and is then refused as ever', async () => {
    const { world, now, wait } = await answered(answer)
    const cancel = wait()?.cancel
    act(() => cancel?.())
    await pause()
    expect(now()).toMatchObject({ status: 'ready', error: { code: 'rate_limited' } })
    await pause(60_000)
    act(() => cancel?.())
    expect([world.count(answer), now().status]).toEqual([1, 'ready'])
  })

  it('is refused the second time for good', async () => {
    const { world, now } = await answered(answer, 2)
    expect(await until(() => now().status === 'ready')).toBe(true)
    expect(now()).toMatchObject({ error: { code: 'rate_limited', outcome: 'not_sent' } })
    await pause(60_000)
    expect(world.count(answer)).toBe(2)
  })

  it('is a person’s to repeat after more than a minute', async () => {
    const { world, now } = await answered(answer, 1, 61)
    expect(now()).toMatchObject({ status: 'ready', error: { code: 'rate_limited' } })
    await pause(120_000)
    expect(world.count(answer)).toBe(1)
  })

  it('writes nothing for another person who has signed in meanwhile', async () => {
    const { world, viewer, now } = await answered(answer)
    viewer.is = { email: 'eve@acme.test' }
    expect(await until(() => now().status === 'wrong_account')).toBe(true)
    expect(world.count(answer)).toBe(1)
  })

  it('goes on where the page is left', async () => {
    const { world, unmount } = await answered(answer)
    const before = world.kept()
    unmount()
    expect(await until(() => world.kept() !== before)).toBe(true)
    expect(world.count(answer)).toBe(2)
  })
})
