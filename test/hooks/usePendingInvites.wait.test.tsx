import { QueryClient } from '@tanstack/react-query'
import { act } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { InviteError } from '../../src/error.ts'
import { usePendingInvites } from '../../src/hooks/usePendingInvites.ts'
import type { InviteOperation, InviteTransport } from '../../src/transport.ts'
// Here at once: how long that takes is no matter of these tests.
import '../../src/transports/httpOperations.ts'
import { fakeClock, pageWorld, pause, until, type PageWorld } from '../faults/page.ts'
import { busy } from '../faults/wire.ts'
import { renderHookWith } from '../render.tsx'

beforeEach(fakeClock)
afterEach(() => void vi.useRealTimers())

/** A list whose provider refuses the first calls of an operation. */
async function listed(operation: InviteOperation, times = 1, strike = busy(30)) {
  const world = pageWorld()
  Object.assign(world.wire, { operation, times, strike })
  return { world, ...(await opened(world)) }
}

async function opened(
  { transport }: { transport: InviteTransport<'list'> },
  client = new QueryClient(),
) {
  const { result, ...page } = renderHookWith(() => usePendingInvites(transport), client)
  const list = () => result.current
  expect(await until(() => list().rows.length > 0)).toBe(true)
  /** What became of it, once it is known. */
  const press = (run: (now: ReturnType<typeof list>) => Promise<unknown> | undefined) => {
    const end: { is?: string } = {}
    const tell = async () => {
      const said = await run(list())
      end.is = InviteError.is(said) ? `${said.code} ${said.outcome}` : 'done'
    }
    act(() => void tell())
    return end
  }
  return { ...page, list, client, press }
}

const first = (list: ReturnType<typeof usePendingInvites>) => {
  const [row] = list.rows
  if (!row) throw new Error('no row')
  return row
}
const gone = (world: PageWorld) => world.world.stored().some(({ status }) => status === 'revoked')

describe('a refused press that says when', () => {
  it.each([429, 503])('is done once more by itself, and its row tells when: %i', async (status) => {
    const { world, list, press } = await listed('revoke', 1, busy(30, status))
    const end = press((now) => now.revoke?.(first(now).invite))
    expect(await until(() => list().rows.some(({ wait }) => wait))).toBe(true)
    expect(first(list())).toMatchObject({ pending: 'revoke' })
    const left = (first(list()).wait?.until ?? 0) - Date.now()
    expect(left).toBeGreaterThan(28_000)
    expect(left).toBeLessThanOrEqual(30_000)
    expect([world.count('revoke'), end.is]).toEqual([1, undefined])
    expect(await until(() => end.is === 'done')).toBe(true)
    expect([world.count('revoke'), gone(world), list().rows]).toEqual([2, true, []])
  })

  it('is called off by a press, and is then refused as ever', async () => {
    const { world, list, press } = await listed('revoke')
    const end = press((now) => now.revoke?.(first(now).invite))
    expect(await until(() => list().rows.some(({ wait }) => wait))).toBe(true)
    const { wait } = first(list())
    act(() => wait?.cancel())
    await pause()
    expect(end.is).toBe('rate_limited not_sent')
    expect(first(list())).toMatchObject({ error: { code: 'rate_limited' } })
    expect(first(list()).wait).toBeUndefined()
    await pause(60_000)
    // A second time it calls nothing off.
    act(() => wait?.cancel())
    expect([world.count('revoke'), gone(world)]).toEqual([1, false])
  })

  it('is refused the second time for good', async () => {
    const { world, list, press } = await listed('resend', 2)
    const end = press((now) => now.resend?.(first(now).invite))
    expect(await until(() => end.is !== undefined)).toBe(true)
    expect([end.is, world.count('resend')]).toEqual(['rate_limited not_sent', 2])
    expect(first(list()).wait).toBeUndefined()
  })

  it.each([
    ['no time', busy(Number.NaN)],
    ['more than a minute', busy(61)],
  ])('of %s is a person’s to repeat', async (_, strike) => {
    const { world, press } = await listed('resend', 1, strike)
    const end = press((now) => now.resend?.(first(now).invite))
    expect(await until(() => end.is !== undefined)).toBe(true)
    await pause(120_000)
    expect([end.is, world.count('resend')]).toEqual(['rate_limited not_sent', 1])
  })

  it('is seen, and can be called off, in every list of its transport', async () => {
    const { world, list, client, press } = await listed('resend')
    const other = await opened(world, client)
    const end = press((now) => now.resend?.(first(now).invite))
    expect(await until(() => first(other.list()).wait !== undefined)).toBe(true)
    expect(first(other.list()).wait).toEqual(first(list()).wait)
    act(() => first(other.list()).wait?.cancel())
    await pause()
    expect(end.is).toBe('rate_limited not_sent')
  })

  it('goes on where the list is left, and is known to the one that comes after it', async () => {
    const { world, list, client, press, unmount } = await listed('resend')
    press((now) => now.resend?.(first(now).invite))
    expect(await until(() => first(list()).wait !== undefined)).toBe(true)
    unmount()
    const again = await opened(world, client)
    expect(await until(() => first(again.list()).wait !== undefined)).toBe(true)
    expect(await until(() => world.mails.length > 0)).toBe(true)
    expect(world.count('resend')).toBe(2)
  })

  it('counts as one of ten within a minute', async () => {
    const world = pageWorld()
    const emails = Array.from({ length: 11 }, (_, at) => `p${at}@acme.test`)
    for (const email of emails)
      // oxlint-disable-next-line no-await-in-loop -- one after the other, as they stand in the list
      await world.world.transport.create?.({ email })
    Object.assign(world.wire, { operation: 'resend', times: 11, strike: busy(30) })
    const { list, press } = await opened(world)
    const invites = list()
      .rows.map(({ invite }) => invite)
      .slice(0, 11)
    const ends = invites.map((invite) => press((now) => now.resend?.(invite)))
    expect(await until(() => ends.every(({ is }) => is !== undefined))).toBe(true)
    expect(ends.filter(({ is }) => is === 'done')).toHaveLength(10)
    expect(world.count('resend')).toBe(21)
  })
})

describe('a new invite in the place of another', () => {
  const replacing = ({ transport }: PageWorld) => {
    const { update: _, ...others } = transport
    return { transport: others }
  }

  it('waits as its row would, which is withdrawn by then', async () => {
    const world = pageWorld()
    Object.assign(world.wire, { operation: 'create', times: 1, strike: busy(30) })
    const { list, press } = await opened(replacing(world))
    const { invite } = first(list())
    const end = press((now) => now.changeRole?.(invite, 'admin'))
    expect(await until(() => list().stateOf(invite).wait !== undefined)).toBe(true)
    expect(list().stateOf(invite)).toMatchObject({ pending: 'create' })
    expect(await until(() => end.is !== undefined)).toBe(true)
    expect([end.is, world.count('revoke'), world.count('create')]).toEqual(['done', 1, 2])
    expect(list().rows.map((row) => row.invite.role)).toEqual(['admin'])
  })

  it('waits when somebody is invited again, once for two presses', async () => {
    const { world, list, press } = await listed('create')
    const { invite } = first(list())
    const revoked = press((now) => now.revoke?.(invite))
    expect(await until(() => revoked.is === 'done')).toBe(true)
    const ends = [
      press((now) => now.inviteAgain?.(invite)),
      press((now) => now.inviteAgain?.(invite)),
    ]
    expect(await until(() => list().stateOf(invite).wait !== undefined)).toBe(true)
    expect(await until(() => ends.every(({ is }) => is !== undefined))).toBe(true)
    expect(ends.map(({ is }) => is)).toEqual(['done', 'rate_limited not_sent'])
    expect([world.count('create'), world.mails]).toEqual([2, ['ana@acme.test']])
  })
})
