import { describe, expect, test } from 'vitest'
import { ledger } from '../../src/transports/ledger.js'
import { json } from '../emulators/emulator.ts'
import { day, mute, namesOf, setUp } from './ledgerSetUp.ts'

describe('list', () => {
  test('searches, filters, sorts and pages, newest first unless told otherwise', async () => {
    const { book, invite } = setUp()
    await invite('cleo', 'ana', 'bo')
    expect(await book.list({})).toMatchObject({ total: 3 })
    expect(namesOf(await book.list({}))).toEqual(['bo', 'ana', 'cleo'])
    expect(namesOf(await book.list({ sort: { by: 'email', direction: 'asc' } }))).toEqual([
      'ana',
      'bo',
      'cleo',
    ])
    expect(namesOf(await book.list({ search: ' CLEO' }))).toEqual(['cleo'])
    expect(namesOf(await book.list({ role: 'Owner' }))).toEqual([])
    expect(namesOf(await book.list({ status: 'expired' }))).toEqual([])
    const { next, ...first } = await book.list({ pageSize: 2 })
    expect(namesOf(first)).toEqual(['bo', 'ana'])
    expect(namesOf(await book.list({ pageSize: 2, cursor: next }))).toEqual(['cleo'])
  })

  test('leads through invites of one moment without a gap, whatever order the store has', async () => {
    const { over, transport, rows, clock, invite } = setUp()
    const second = clock.time
    for (let n = 0; n < 9; n++) {
      clock.time = second
      // oxlint-disable-next-line no-await-in-loop
      await invite(`p${n}`)
    }
    const walked = new Set<string>()
    for (let cursor: string | undefined = '0'; cursor;) {
      // Stores do not promise an order.
      const turned = [...rows].toReversed()
      rows.clear()
      for (const [key, row] of turned) rows.set(key, row)
      // oxlint-disable-next-line no-await-in-loop
      const page = await over(transport).list({ pageSize: 2, cursor })
      for (const { id } of page.invites) walked.add(id)
      cursor = page.next
    }
    expect(walked.size).toBe(9)
  })

  test('asks the provider about the rows of the page, and about no others', async () => {
    const { book, calls, invite } = setUp()
    const [, ana, bo] = await invite('cleo', 'ana', 'bo')
    await book.list({ pageSize: 2 })
    expect(calls().toSorted()).toEqual(
      [`GET /v1/invites/${ana}`, `GET /v1/invites/${bo}`].toSorted(),
    )
  })

  test('drops who accepted and who was withdrawn elsewhere, and fills the page up', async () => {
    const { book, transport, as, rows, invite } = setUp()
    const [, , cleo = '', , eve = ''] = await invite('ana', 'bo', 'cleo', 'dan', 'eve')
    await as('jwt.ana').accept({ token: cleo })
    await transport.revoke({ id: eve })
    const page = await book.list({ pageSize: 2 })
    expect(namesOf(page)).toEqual(['dan', 'bo'])
    expect(page.total).toBe(3)
    expect(rows.size).toBe(3)
    expect(namesOf(await book.list({ pageSize: 2, cursor: page.next }))).toEqual(['ana'])
  })

  test('ends where all are gone', async () => {
    const { book, state, rows, invite } = setUp()
    await invite('ana', 'bo', 'cleo')
    for (const one of state.invites) one.gone = true
    expect(await book.list({ pageSize: 1 })).toEqual({ invites: [], total: 0 })
    // Until it is sure that the caller may read at all.
    expect(rows.size).toBe(3)
  })

  test('asks of six at once, and of no more', async () => {
    let underWay = 0
    let most = 0
    const all = setUp()
    await all.invite(...Array.from({ length: 20 }, (_, n) => `p${n}`))
    const book = all.over({
      ...all.transport,
      lookup: async (...args: Parameters<typeof all.transport.lookup>) => {
        most = Math.max(most, ++underWay)
        const preview = await all.transport.lookup(...args)
        underWay -= 1
        return preview
      },
    })
    expect((await book.list({})).invites).toHaveLength(20)
    expect(most).toBe(6)
  })

  test.each([
    ['forbidden', () => json({ title: 'no' }, 403)],
    ['not answered in its shape', () => json({})],
    ['a server that is broken', () => json({}, 500)],
    [
      'no network',
      () => {
        throw new TypeError('fetch failed')
      },
    ],
  ])('keeps rows as they were where the reading is %s', async (_, answer) => {
    const { book, detour, rows, invite } = setUp()
    await invite('ana', 'bo')
    detour.answer = answer
    expect(namesOf(await book.list({}))).toEqual(['bo', 'ana'])
    expect(rows.size).toBe(2)
  })

  test('does not go on asking a provider that is out of reach or wants rest', async () => {
    for (const status of [401, 429, 503]) {
      const { book, detour, requests, invite } = setUp()
      // oxlint-disable-next-line no-await-in-loop
      await invite(...Array.from({ length: 12 }, (_, n) => `p${n}`))
      detour.answer = () => json({}, status)
      // oxlint-disable-next-line no-await-in-loop
      expect((await book.list({})).invites).toHaveLength(12)
      expect(requests).toHaveLength(6)
    }
  })

  test('counts rows that it cannot read, and leaves them where they are', async () => {
    const { book, rows, invite } = setUp()
    await invite('ana', 'bo')
    const [key = ''] = rows.keys()
    for (const damaged of ['"cut off', '{"invite":{"id":7}}', '[]', '7']) {
      rows.set(key, damaged === '"cut off' ? JSON.stringify(damaged) : damaged)
      // oxlint-disable-next-line no-await-in-loop
      const page = await book.list({})
      expect(page).toMatchObject({ unreadable: 1, total: 1 })
      expect(namesOf(page)).toEqual(['bo'])
    }
    expect(rows.size).toBe(2)
  })

  test('does not mind a row that goes while it reads, nor keys of others', async () => {
    const { book, rows, storage, over, transport, invite } = setUp()
    await invite('ana')
    rows.set('sessions:1', '{}')
    const own = [...rows.keys()].slice(0, 1)
    const racing = { ...storage, getKeys: () => [...own, 'sessions:1', `${own.join()}0`] }
    expect(await over(transport).list({})).toEqual(await book.list({}))
    const page = await ledger(transport, racing).list({})
    expect(page.unreadable).toBeUndefined()
    expect(page.total).toBe(1)
  })
})

describe('the date of expiry', () => {
  test('is an estimate where the provider tells none, and the provider outweighs it', async () => {
    const { book, clock, over, transport, state, invite } = setUp()
    await invite('ana')
    expect((await book.list({})).invites[0]?.expiryEstimated).toBe(true)
    for (const one of state.invites) one.expires += day
    clock.time += 7 * day
    expect((await over(transport).list({})).invites[0]?.status).toBe('pending')
  })

  test('is a fact where the provider tells it, also later', async () => {
    const { book, state, invite } = setUp()
    await invite('ana')
    for (const one of state.invites) {
      one.timed = true
      one.expires += day
    }
    const [row] = (await book.list({})).invites
    expect(row).toMatchObject({ expiresAt: new Date(state.invites[0]?.expires ?? 0).toISOString() })
    expect(row?.expiryEstimated).toBeUndefined()
  })

  test('once passed makes an expired row, where the provider cannot be asked', async () => {
    const all = setUp()
    await all.invite('ana')
    const book = all.over(mute(all))
    all.clock.time += 7 * day - 1
    expect(namesOf(await book.list({ status: 'pending' }))).toEqual(['ana'])
    all.clock.time += 1
    expect(namesOf(await book.list({ status: 'pending' }))).toEqual([])
    expect((await book.list({ status: 'expired' })).invites).toMatchObject([{ status: 'expired' }])
  })

  test('once passed takes the row away where the provider says that it is gone', async () => {
    const { book, clock, rows, invite } = setUp()
    await invite('ana')
    clock.time += 7 * day
    expect((await book.list({})).invites).toEqual([])
    expect(rows.size).toBe(0)
  })
})

describe('the reading', () => {
  test('goes by another token where the app knows it, and by none where it says so', async () => {
    const { over, transport, calls, invite } = setUp()
    const [id] = await invite('ana')
    await over(transport, { tokenOf: () => undefined }).list({})
    expect(calls()).toEqual([])
    await over(transport, { tokenOf: ({ email }) => email?.split('@')[0] }).list({})
    expect(calls()).toEqual(['GET /v1/invites/ana'])
    expect(calls()).not.toContain(`GET /v1/invites/${id}`)
  })

  test.each(['accepted', 'declined', 'revoked'] as const)(
    'of the status %s is a row less',
    async (status) => {
      const { over, transport, rows, invite } = setUp()
      await invite('ana')
      const book = over({ ...transport, lookup: () => Promise.resolve({ status, asks: [] }) })
      expect((await book.list({})).invites).toEqual([])
      expect(rows.size).toBe(0)
    },
  )

  test('of the status expired is an expired row', async () => {
    const { over, transport, invite } = setUp()
    await invite('ana')
    const lookup = () => Promise.resolve({ status: 'expired' as const, asks: [] })
    expect((await over({ ...transport, lookup }).list({})).invites).toMatchObject([
      { status: 'expired' },
    ])
  })
})
