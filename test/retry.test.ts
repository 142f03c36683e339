import { QueryClient } from '@tanstack/react-query'
import { describe, expect, it, vi } from 'vitest'
import { InviteError, inviteErrorCodes } from '../src/error.js'
import { listInvitesOptions } from '../src/query.js'
import { retryDelay, retryRead } from '../src/retry.js'
import { retryBudget } from '../src/retryBudget.js'
import { sendInvites } from '../src/send.js'
import { revokeInvite } from '../src/writes.js'
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
import { brief, failing, people, refusal, virtualTime } from './sendSetUp.ts'

hourly()

async function read(fates: readonly Fate[], renews = true) {
  const acme = service('GET', fates)
  acme.session.renews = renews
  const client = new QueryClient()
  const started = Date.now()
  let took = 0
  const end = client
    .fetchQuery(listInvitesOptions(acme.transport))
    .then(
      ({ invites }) => `${invites.length} read`,
      (error: unknown) => codeOf(error),
    )
    .finally(() => (took = Date.now() - started))
  return { ...acme, end: await inTime(end), took: () => took }
}

async function write(fates: readonly Fate[], { renews = true, listed = true } = {}) {
  const acme = service('POST', fates)
  acme.session.renews = renews
  if (!listed) acme.hideList()
  const { now, wait } = virtualTime()
  const waited: number[] = []
  const outcomes = sendInvites(acme.transport, [{ email: 'bo@acme.test' }], {
    now,
    wait: (milliseconds) => {
      waited.push(milliseconds)
      return wait(milliseconds)
    },
  })
  return { ...acme, end: brief(await inTime(outcomes)).join(), waited }
}

async function revoke(fates: readonly Fate[], { renews = true, listed = true } = {}) {
  const acme = service('DELETE', fates)
  acme.session.renews = renews
  if (!listed) acme.hideList()
  const end = revokeInvite(acme.transport, { id: 'i1' }, new QueryClient()).then(
    () => 'done',
    (error: unknown) => codeOf(error),
  )
  return { ...acme, end: await inTime(end) }
}

describe('never dispatched', () => {
  it.each(['read', 'write', 'revoke'] as const)(
    '%s: is said at once, nothing is queued',
    async (kind) => {
      vi.stubGlobal('navigator', { onLine: false })
      const { end, count } = await { read, write, revoke }[kind]([])
      expect([end, count()]).toEqual([kind === 'read' ? 'offline' : 'offline not_sent', 0])
    },
  )

  it('write: stopped before it began, nobody is written to', async () => {
    const acme = service('POST', [])
    const signal = AbortSignal.abort()
    const outcomes = await sendInvites(acme.transport, people(2), { signal })
    expect([brief(outcomes), acme.count()]).toEqual([['unknown not_sent', 'unknown not_sent'], 0])
  })
})

describe('429 and 503 that say when, up to a minute', () => {
  it.each([429, 503])('%i, read: is tried again then, three times in all', async (status) => {
    const once = await read([busy(7, status)])
    expect([once.end, once.count(), once.took()]).toEqual(['1 read', 2, 7000])
    const always = await read([busy(7, status), busy(7, status), busy(7, status)])
    expect(always.count()).toBe(3)
    expect(always.end).toBe(status === 429 ? 'rate_limited' : 'unavailable')
  })

  it.each([429, 503])('%i, write: is repeated once, with the same key', async (status) => {
    const once = await write([busy(7, status)])
    expect([once.end, once.count(), once.waited]).toEqual(['sent', 2, [7000]])
    expect(new Set(once.keys).size).toBe(1)
    const twice = await write([busy(7, status), busy(7, status)])
    expect([twice.end.split(' ')[1], twice.count()]).toEqual(['not_sent', 2])
  })
})

describe.each([
  ['says more than a minute', busy(61)],
  ['says no time', busy()],
  ['says junk', { status: 429, headers: { 'retry-after': 'soon' } }],
] as const)('429 that %s: by hand', (_, fate) => {
  it('read', async () => {
    const { end, count } = await read([fate])
    expect([end, count()]).toEqual(['rate_limited', 1])
  })

  it('write, revoke', async () => {
    for (const { end, count } of [await write([fate]), await revoke([fate])])
      expect([end, count()]).toEqual(['rate_limited not_sent', 1])
  })
})

describe('401', () => {
  it.each(['read', 'write', 'revoke'] as const)(
    '%s: the session is renewed once, and it is repeated once',
    async (kind) => {
      const { end, count, renewals, keys } = await { read, write, revoke }[kind]([no(401)])
      expect([end, count(), renewals()]).toEqual([
        { read: '1 read', write: 'sent', revoke: 'done' }[kind],
        2,
        1,
      ])
      expect(new Set(keys).size).toBeLessThanOrEqual(1)
    },
  )

  it.each(['read', 'write', 'revoke'] as const)('%s: where it stays, that is all', async (kind) => {
    const { end, count, renewals } = await { read, write, revoke }[kind]([no(401), no(401)])
    expect(end).toMatch(/^unauthenticated/)
    expect([count(), renewals()]).toEqual([2, 1])
  })

  it('where the session cannot be renewed nothing is repeated', async () => {
    const { end, count, renewals } = await read([no(401)], false)
    expect([end, count(), renewals()]).toEqual(['unauthenticated', 1, 1])
  })

  it('of ten at once the session is renewed once', async () => {
    const { transport, renewals, count } = service(
      'GET',
      Array.from({ length: 10 }, () => no(401)),
    )
    await Promise.all(Array.from({ length: 10 }, () => transport.list({})))
    expect([renewals(), count()]).toEqual([1, 20])
  })
})

describe.each(lost)('%s', (_, fate, code) => {
  const times = code === 'timeout' ? 2 : 3

  it('read: is tried again with jitter, at most three times and for half a minute', async () => {
    const once = await read([fate])
    expect([once.end, once.count()]).toEqual(['1 read', 2])
    const always = await read([fate, fate, fate])
    expect([always.end, always.count()]).toEqual([code, times])
    expect(always.took()).toBeLessThanOrEqual(30_000 + 1200)
  })

  it('write: is never repeated, but looked up', async () => {
    const { end, count, invites } = await write([fate])
    expect(count()).toBe(1)
    expect(end).toBe(invites.length > 1 ? 'sent' : `${code} not_sent`)
  })

  it('write: stays unknown where nothing can be looked up', async () => {
    const { end, count } = await write([fate], { listed: false })
    expect([end, count()]).toEqual([`${code} unknown`, 1])
  })

  it('revoke: is looked up, and repeated once where it was not done', async () => {
    const { end, count, invites } = await revoke([fate])
    expect([end, invites]).toEqual(['done', []])
    expect(count()).toBe(lostAfter.some(([, one]) => one === fate) ? 1 : 2)
    const again = await revoke([fate, fate])
    expect(again.count()).toBeLessThanOrEqual(2)
  })

  it('revoke: stays unknown where nothing can be looked up', async () => {
    const { end, count } = await revoke([fate], { listed: false })
    expect([end, count()]).toEqual([`${code} unknown`, 1])
  })
})

it('a server that was never reached has not been sent anything, and nobody else is tried', async () => {
  const { end, count } = await write(['never sent'])
  expect([end, count()]).toEqual(['network not_sent', 1])
  const acme = service(
    'POST',
    Array.from({ length: 9 }, () => 'never sent' as const),
  )
  const outcomes = await sendInvites(acme.transport, people(9), { concurrency: 1 })
  expect([new Set(brief(outcomes)), acme.count()]).toEqual([new Set(['network not_sent']), 1])
})

describe('any other 4xx', () => {
  it.each([400, 403, 404, 409, 410, 422])('%i: is final', async (status) => {
    for (const { count } of [await read([no(status)]), await write([no(status)])])
      expect(count()).toBe(1)
    const { end, count } = await revoke([no(status)])
    expect(count()).toBe(1)
    expect(end === 'done').toBe(status === 404 || status === 410)
  })
})

describe('the budget', () => {
  it('is ten within any minute', () => {
    let time = 0
    const take = retryBudget(() => time)
    const ten = Array.from({ length: 12 }, () => take())
    expect(ten.filter(Boolean)).toHaveLength(10)
    time = 59_999
    expect(take()).toBe(false)
    time = 60_000
    expect(take()).toBe(true)
  })

  it('holds for all reads of a page', () => {
    const error = new InviteError('network')
    const allowed = retryBudget(() => 0)
    const tried = Array.from({ length: 15 }, () => retryRead(0, error, allowed))
    expect(tried.filter(Boolean)).toHaveLength(10)
  })

  it('holds for a sending, which then stops', async () => {
    const refusals = Object.fromEntries(
      people(30).map(({ email }) => [email, [refusal('rate_limited', { retryAfter: 1000 })]]),
    )
    const transport = failing(refusals)
    const outcomes = await sendInvites(transport, people(30), { concurrency: 1, ...virtualTime() })
    expect(brief(outcomes).filter((end) => end === 'sent')).toHaveLength(10)
    expect(brief(outcomes).at(-1)).toBe('rate_limited not_sent')
    expect(transport.create).toHaveBeenCalledTimes(21)
  })
})

describe('the rule for reads', () => {
  const error = (code: (typeof inviteErrorCodes)[number], retryAfter?: number) =>
    new InviteError(code, { retryAfter })
  const always = () => true

  it('tries passing faults three times in all, a time-out twice, and nothing else', () => {
    const after = (failures: number) =>
      inviteErrorCodes.filter((code) => retryRead(failures, error(code), always))
    expect(after(0)).toEqual(['invalid_response', 'timeout', 'network', 'unavailable'])
    expect(after(1)).toEqual(['invalid_response', 'network', 'unavailable'])
    expect(after(2)).toEqual([])
  })

  it('waits out a limit of up to a minute, and no longer one', () => {
    expect(retryRead(0, error('rate_limited', 60_000), always)).toBe(true)
    expect(retryRead(0, error('rate_limited', 60_001), always)).toBe(false)
    expect(retryRead(0, error('rate_limited'), always)).toBe(false)
    expect(retryDelay(0, error('rate_limited', 7000))).toBe(7000)
  })

  it('jitters between 300 ms and 5 s', () => {
    expect([0, 1, 2, 9].map((failures) => retryDelay(failures, error('network'), () => 0))).toEqual(
      [300, 300, 300, 300],
    )
    expect([0, 1, 2, 9].map((failures) => retryDelay(failures, error('network'), () => 1))).toEqual(
      [1200, 4800, 5000, 5000],
    )
  })
})
