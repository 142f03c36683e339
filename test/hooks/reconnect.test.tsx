import { act } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { useAcceptInvite } from '../../src/hooks/useAcceptInvite.ts'
import { useBulkInvites } from '../../src/hooks/useBulkInvites.ts'
import { useInviteForm } from '../../src/hooks/useInviteForm.ts'
import { usePendingInvites } from '../../src/hooks/usePendingInvites.ts'
import type { InviteOperation } from '../../src/transport.ts'
// Here at once: how long that takes is no matter of these tests.
import '../../src/transports/httpOperations.ts'
import { fakeClock, pageWorld, pause, until, type PageWorld } from '../faults/page.ts'
import { online } from '../faults/screenTools.ts'
import { renderHookWith } from '../render.tsx'

beforeEach(fakeClock)
afterEach(() => {
  vi.restoreAllMocks()
  vi.useRealTimers()
})

/** The connection goes away with the answer to some calls, done before or not. */
const cut = (world: PageWorld, operation: InviteOperation, committed: boolean, times = 1) =>
  Object.assign(world.wire, {
    operation,
    times,
    strike: async (pass: () => Promise<Response>) => {
      if (committed) await pass()
      online(false)
      throw new TypeError('Failed to fetch')
    },
  })

describe('when the connection is back', () => {
  it.each([true, false])(
    'a role that was lost with it is as its row says: done %s',
    async (done) => {
      const world = pageWorld()
      const { result } = renderHookWith(() => usePendingInvites(world.transport))
      const row = () => result.current.rows[0]
      expect(await until(() => row() !== undefined)).toBe(true)
      cut(world, 'update', done)
      act(() => {
        const invite = row()?.invite
        if (invite) void result.current.changeRole?.(invite, 'admin')
      })
      expect(await until(() => row()?.error !== undefined)).toBe(true)
      online(true)
      await pause(3000)
      expect(row()?.invite.role).toBe(done ? 'admin' : 'member')
      expect(row()?.error?.code).toBe(done ? undefined : 'network')
      expect(world.count('update')).toBe(1)
    },
  )

  it('revokes of a bulk are looked up once, and not one is repeated', async () => {
    const world = pageWorld()
    for (const email of ['bo@acme.test', 'di@acme.test'])
      // oxlint-disable-next-line no-await-in-loop -- one after the other, as they stand in the list
      await world.world.transport.create?.({ email })
    const { invites } = await world.transport.list({})
    const { result } = renderHookWith(() => useBulkInvites(world.transport))
    let calls = 0
    Object.assign(world.wire, {
      operation: 'revoke',
      // Of three the first is done, and nothing comes back of any.
      strike: async (pass: () => Promise<Response>) => {
        if (calls++ === 0) await pass()
        online(false)
        throw new TypeError('Failed to fetch')
      },
    })
    act(() => void result.current.revoke?.(invites))
    expect(await until(() => result.current.result !== undefined)).toBe(true)
    const outcomes = () =>
      [...(result.current.result?.errors.values() ?? [])].map(({ outcome }) => outcome)
    const revokes = world.count('revoke')
    expect(outcomes()).toContain('unknown')
    online(true)
    await pause(3000)
    expect(outcomes()).toEqual(['not_sent', 'not_sent'])
    expect(world.count('revoke')).toBe(revokes)
    const read = world.count('list')
    online(false)
    online(true)
    await pause(3000)
    expect(world.count('list')).toBe(read)
  })

  it('an invite that was lost with it is looked up once, also where that fails', async () => {
    const world = pageWorld()
    const { result } = renderHookWith(() => useInviteForm(world.transport))
    await act(() => result.current.add('bo@acme.test'))
    expect(await until(() => result.current.entries.length === 1)).toBe(true)
    cut(world, 'create', true)
    act(() => void result.current.submit())
    expect(await until(() => result.current.counts.lost === 1)).toBe(true)
    expect(result.current.lookedUp).toBeUndefined()
    Object.assign(world.wire, {
      operation: 'list',
      times: Infinity,
      strike: () => new Response('{}', { status: 500 }),
    })
    online(true)
    await pause(60_000)
    expect(result.current.lookedUp).toMatchObject([{ status: 'failed' }])
    expect(result.current.counts.lost).toBe(1)
    // By hand it can be looked up as ever.
    world.wire.strike = undefined
    await act(async () => result.current.check?.())
    expect([result.current.entries, world.mails]).toEqual([[], ['bo@acme.test']])
  })

  it('an answer is not looked up for a page that was left', async () => {
    const world = pageWorld()
    const { result, unmount } = renderHookWith(() => useAcceptInvite(world.transport, world.link))
    expect(await until(() => result.current.status === 'ready')).toBe(true)
    cut(world, 'accept', true)
    act(() => {
      if (result.current.status === 'ready') result.current.accept()
    })
    expect(await until(() => result.current.status === 'ready')).toBe(true)
    expect(result.current).toMatchObject({ error: { outcome: 'unknown' } })
    unmount()
    await pause()
    const read = world.count('lookup')
    online(true)
    await pause(3000)
    expect([world.count('lookup'), world.count('accept')]).toEqual([read, 1])
  })
})
