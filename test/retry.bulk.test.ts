import { QueryClient } from '@tanstack/react-query'
import { describe, expect, it } from 'vitest'
import { revokeMany } from '../src/bulk.js'
import {
  busy,
  codeOf,
  hourly,
  inTime,
  lost,
  lostAfter,
  no,
  service,
  type Fate,
} from './retrySetUp.ts'
import { virtualTime } from './sendSetUp.ts'

hourly()

async function revokeAll(fates: readonly Fate[], { listed = true, stopped = false } = {}) {
  const acme = service('DELETE', fates)
  if (!listed) acme.hideList()
  const stop = new AbortController()
  const { list } = acme.transport
  acme.transport.list = (...asked) => {
    if (stopped) stop.abort()
    return list(...asked)
  }
  const told: string[][] = []
  const onResult = (id: string, error: unknown) =>
    void told.push([id, ...(error ? [codeOf(error)] : [])])
  const { signal } = stop
  const errors = await inTime(
    revokeMany(acme.transport, { ids: ['i1'], onResult, signal }, new QueryClient()),
  )
  return { ...acme, end: [...errors.values()].map(codeOf), told }
}

describe('429 and 503 that say when, up to a minute', () => {
  it.each([429, 503])('%i, revoke of many: as a write', async (status) => {
    const acme = service('DELETE', [busy(7, status)])
    const { now, wait } = virtualTime()
    const errors = await revokeMany(acme.transport, { ids: ['i1'], now, wait }, new QueryClient())
    expect([errors.size, acme.count()]).toEqual([0, 2])
    expect(acme.keys).toEqual([acme.keys[0], acme.keys[0]])
    expect(acme.keys[0]).toMatch(/^\w{1,7}(-\w{1,7}){3}$/)
  })
})

describe.each(lost)('%s', (_, fate, code) => {
  it('revoke of many: is looked up, and repeated once where it was not done', async () => {
    const once = await revokeAll([fate])
    expect([once.end, once.invites]).toEqual([[], []])
    expect(once.count()).toBe(lostAfter.some(([, one]) => one === fate) ? 1 : 2)
    const again = await revokeAll([fate, fate])
    expect(again.count()).toBeLessThanOrEqual(2)
    expect(again.end).toEqual(again.invites.length > 0 ? [`${code} unknown`] : [])
    expect(again.told).toEqual([['i1', ...again.end]])
  })

  it('revoke of many: stays unknown where nothing can be looked up', async () => {
    const { end, count } = await revokeAll([fate], { listed: false })
    expect([end, count()]).toEqual([[`${code} unknown`], 1])
  })
})

describe('a lost revoke among many', () => {
  it.each([404, 410])('that a repetition finds gone (%i) is done', async (status) => {
    const { end, count, told, keys } = await revokeAll([no(500), no(status)])
    expect([end, count(), told]).toEqual([[], 2, [['i1']]])
    // Under the first one a server may keep the answer that was lost.
    expect(new Set(keys).size).toBe(2)
  })

  it('is not repeated after a press on Stop, and still unknown', async () => {
    const { end, count, told } = await revokeAll([no(500)], { stopped: true })
    expect([end, count()]).toEqual([['unavailable unknown'], 1])
    expect(told).toEqual([['i1', 'unavailable unknown']])
  })

  it('is not repeated where three lost answers have stopped all', async () => {
    const { transport, count } = service('DELETE', [no(500), no(500), no(500)])
    const ids = ['i1', 'i2', 'i3', 'i4']
    const variables = { ids, concurrency: 1 }
    const errors = await inTime(revokeMany(transport, variables, new QueryClient()))
    // Two of them are not in the list.
    expect([...errors].map(([id, error]) => `${id} ${codeOf(error)}`)).toEqual([
      'i1 unavailable unknown',
      'i4 unavailable not_sent',
    ])
    expect(count()).toBe(3)
  })

  it('keeps to the pace of the others', async () => {
    const { transport, count } = service('DELETE', [no(500)])
    const { now, wait } = virtualTime()
    const waited: number[] = []
    await revokeMany(
      { ...transport, maxPerMinute: 1 },
      {
        ids: ['i1'],
        now,
        wait: (milliseconds) => {
          waited.push(milliseconds)
          return wait(milliseconds)
        },
      },
      new QueryClient(),
    )
    expect([count(), waited]).toEqual([2, [60_000]])
  })
})
