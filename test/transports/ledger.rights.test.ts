import { describe, expect, test } from 'vitest'
import { ledger } from '../../src/transports/ledger.js'
import { json } from '../emulators/emulator.ts'
import { failure } from './failure.ts'
import { day, mapStore, mute, namesOf, setUp } from './ledgerSetUp.ts'

/** As Authress answers one without rights in the account: every invite is gone. */
const blind = () => json({ title: 'Not found' }, 404)

describe('a caller to whom every invite is gone', () => {
  test('sees none, and takes none away from the others', async () => {
    const { book, detour, rows, invite } = setUp()
    await invite('ana', 'bo', 'cleo')
    detour.answer = blind
    expect(await book.list({ pageSize: 2 })).toEqual({ invites: [], total: 0 })
    expect(rows.size).toBe(3)
    detour.answer = undefined
    expect(namesOf(await book.list({}))).toEqual(['cleo', 'bo', 'ana'])
  })

  test('takes none away by pressing resend or revoke', async () => {
    const { book, detour, rows, invite } = setUp()
    const [id = ''] = await invite('ana')
    detour.answer = blind
    expect((await failure(book.resend({ id }))).code).toBe('not_found')
    expect((await failure(book.revoke({ id }))).code).toBe('not_found')
    expect(rows.size).toBe(1)
    detour.answer = undefined
    expect(namesOf(await book.list({}))).toEqual(['ana'])
  })

  test('takes away what is past its date, which serves nobody', async () => {
    const { book, clock, detour, rows, invite } = setUp()
    await invite('ana')
    clock.time += 7 * day
    await invite('bo')
    detour.answer = blind
    await book.list({})
    expect([...rows.values()].join()).not.toContain('ana@')
    expect(rows.size).toBe(1)
  })
})

test('what is gone leaves the storage once the caller is seen to read another', async () => {
  const { book, state, rows, invite } = setUp()
  await invite('ana', 'bo')
  for (const one of state.invites) one.gone = true
  expect((await book.list({})).invites).toEqual([])
  expect(rows.size).toBe(2)
  await invite('cleo')
  expect(namesOf(await book.list({}))).toEqual(['cleo'])
  expect(rows.size).toBe(1)
})

test('of a provider that cannot be asked, revoke is asked in its stead', async () => {
  const all = setUp()
  const [id = ''] = await all.invite('ana')
  await all.transport.revoke({ id })
  const book = all.over(mute(all))
  expect((await failure(book.revoke({ id }))).code).toBe('not_found')
  expect(all.rows.size).toBe(0)
})

describe('a row that was tampered with', () => {
  test('under the key of another is not that other', async () => {
    const { book, rows, invite } = setUp()
    await invite('ana', 'bo')
    const [ana = '', bo = ''] = rows.keys()
    rows.set(ana, rows.get(bo) ?? '')
    const page = await book.list({})
    expect(namesOf(page)).toEqual(['bo'])
    expect(page).toMatchObject({ total: 1, unreadable: 1 })
  })

  test('so that it is no JSON spoils no other', async () => {
    const { book, rows, invite } = setUp()
    await invite('ana', 'bo')
    const [ana = ''] = rows.keys()
    rows.set(ana, '{"invite":')
    expect(await book.list({})).toMatchObject({ total: 1, unreadable: 1 })
  })
})

describe('what an app hears of a storage that fails', () => {
  test.each([
    ['throws', () => raise()],
    ['rejects', () => Promise.reject(new Error('log full'))],
  ])('makes no failure of an invite, where it %s itself', async (_, onUnrecorded) => {
    const { transport, now } = setUp()
    const storage = { ...mapStore(), setItem: () => raise() }
    const book = ledger(transport, storage, { now, onUnrecorded })
    const sent = await book.create({ email: 'ana@acme.test', role: 'Editor' })
    expect(sent).toMatchObject({ email: 'ana@acme.test', delivery: 'stored' })
  })
})

test('two organizations of one account see nothing of each other', async () => {
  const { over, transport, rows } = setUp()
  const [a, b] = ['a', 'b'].map((scope) => over(transport, { scope }))
  const sent = await a?.create({ email: 'ana@acme.test', role: 'Editor' })
  const id = sent?.invite?.id ?? ''
  expect(namesOf((await a?.list({})) ?? { invites: [] })).toEqual(['ana'])
  expect(await b?.list({})).toEqual({ invites: [], total: 0 })
  expect((await over(transport).list({})).invites).toEqual([])
  expect(await failure(b?.resend({ id }) ?? Promise.resolve())).toMatchObject({ code: 'not_found' })
  expect(rows.size).toBe(1)
  expect(new Set([a?.key, b?.key, over(transport).key]).size).toBe(3)
})

test('an invite is kept with its id, also where a bulk would do without', async () => {
  const { transport, over, rows } = setUp()
  const asked: unknown[] = []
  const book = over({
    ...transport,
    create: (input, options) => {
      asked.push(options?.identify)
      return transport.create(input, options)
    },
  })
  await book.create({ email: 'ana@acme.test', role: 'Editor' }, { identify: false })
  expect([asked, rows.size]).toEqual([[true], 1])
})

test('an invite that is withdrawn while its mail is under way does not come back', async () => {
  const { transport, over, storage, rows, now, invite } = setUp()
  const [id = ''] = await invite('ana')
  const other = ledger(transport, storage, { now })
  const book = over(transport, { deliver: () => other.revoke({ id }) })
  await book.resend({ id })
  expect(rows.size).toBe(0)
})

function raise(): never {
  throw new Error('disk full')
}
