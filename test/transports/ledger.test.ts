import { describe, expect, test } from 'vitest'
import { InviteError } from '../../src/error.js'
import { sendInvites } from '../../src/send.js'
import { operationsOf, type InviteTransport } from '../../src/transport.js'
import { authress } from '../../src/transports/authress.js'
import { ledger } from '../../src/transports/ledger.js'
import { memory } from '../../src/transports/memory.js'
import { ana, failure, given } from './authressSetUp.ts'
import { json } from '../emulators/emulator.ts'
import { claims } from './claims.ts'
import { conformance } from './conformance.ts'
import { mapStore, mute, namesOf, setUp } from './ledgerSetUp.ts'

conformance({
  name: 'ledger of authress',
  claims: claims['ledger of authress'],
  async world() {
    const { fetch, now, rows, invite } = setUp()
    const [id = ''] = await invite('ana')
    return {
      fetch,
      // Each over rows of its own, since many answers take the row away.
      transport: (over) =>
        ledger(authress({ ...given, fetch: over, now }), mapStore(new Map(rows)), { now }),
      inputs: {
        create: { email: 'bo@acme.test', role: 'Viewer' },
        list: { search: 'ana', pageSize: 10 },
        resend: { id },
        revoke: { id },
        lookup: { token: id },
        accept: { token: id },
      },
    }
  },
  deviations: {
    // The rows are there, whatever the provider says of them.
    list: { every: { resolves: true } },
    resend: { '410': { code: 'not_found', outcome: 'not_sent' } },
    revoke: { 'wrong types': { resolves: true } },
    accept: { 'wrong types': { resolves: true } },
  },
})

describe('a ledger', () => {
  test('adds list and resend, and leaves all else as it is', () => {
    const { transport, book } = setUp()
    expect(operationsOf(book).toSorted()).toEqual(
      [...operationsOf(transport), 'list', 'resend'].toSorted(),
    )
    expect(book).toMatchObject({ key: transport.key, fields: transport.fields })
    expect(book.accept).toBe(transport.accept)
  })

  test('has the types of its transport and its own', () => {
    const all = setUp()
    const least: InviteTransport<'create' | 'list' | 'resend'> = all.over(mute(all))
    expect(operationsOf(least)).toEqual(['create', 'list', 'resend', 'revoke'])
    // @ts-expect-error -- its transport cannot
    expect(all.over(mute(all)).accept).toBeUndefined()
  })

  test('keeps one key per invite, of letters that every store takes', async () => {
    const { rows, invite } = setUp()
    await invite('ana', 'bo')
    expect(rows.size).toBe(2)
    for (const key of rows.keys()) expect(key).toMatch(/^invites:[a-z0-9_-]+:[a-z0-9_-]+$/)
  })

  test('tells ids apart that differ in case alone, and accounts that share a store', async () => {
    const { rows, now } = setUp()
    const idOf = (id: string, key: string): InviteTransport<'create'> => ({
      key,
      create: ({ email }) =>
        Promise.resolve({ email, delivery: 'mailed', invite: { id, email, status: 'pending' } }),
    })
    const over = (id: string, key: string) => ledger(idOf(id, key), mapStore(rows), { now })
    for (const [id, key] of [
      ['aB', 'one'],
      ['ab', 'one'],
      ['a_b', 'one'],
      ['a/b', 'one'],
      ['ab', 'one:1'],
      ['..', 'two'],
      ['Ab'.repeat(64), 'three'],
    ] as const)
      // oxlint-disable-next-line no-await-in-loop
      await over(id, key).create(ana)
    const ids = async (key: string) => (await over('', key).list({})).invites.map(({ id }) => id)
    expect((await ids('one')).toSorted()).toEqual(['a/b', 'aB', 'a_b', 'ab'])
    expect(await ids('one:1')).toEqual(['ab'])
    expect(await ids('two')).toEqual(['..'])
    expect(await ids('three')).toHaveLength(1)
    // What a file system takes as a name.
    for (const name of [...rows.keys()].join(':').split(':')) expect(name.length).toBeLessThan(256)
  })

  test('answers with the row as it is listed', async () => {
    const { book } = setUp()
    const { invite } = await book.create({ ...ana, name: 'Ana Ruiz' })
    expect((await book.list({})).invites).toEqual([invite])
    expect(invite).toMatchObject({ name: 'Ana Ruiz', expiryEstimated: true, mailed: false })
  })

  test('fills in what it knows where the provider tells nothing but an id', async () => {
    const { clock, now } = setUp()
    const bare: InviteTransport<'create'> = {
      key: 'bare',
      create: () =>
        Promise.resolve({ delivery: 'mailed', invite: { id: 'i1', status: 'pending' } }),
    }
    const book = ledger(bare, mapStore(), { now })
    await book.create({ ...ana, name: 'Ana' })
    expect((await book.list({})).invites).toEqual([
      {
        id: 'i1',
        email: 'ana@acme.test',
        name: 'Ana',
        role: 'Editor',
        status: 'pending',
        createdAt: new Date(clock.time).toISOString(),
      },
    ])
  })

  test('has no row for who was added at once', async () => {
    const rows = new Map<string, string>()
    const added: InviteTransport<'create'> = {
      key: 'added',
      create: ({ email }) => Promise.resolve({ email, delivery: 'added' }),
    }
    expect(await ledger(added, mapStore(rows)).create(ana)).toMatchObject({ delivery: 'added' })
    expect(rows.size).toBe(0)
  })

  test('has no row for a create that was refused', async () => {
    const { over, as, rows } = setUp()
    expect((await failure(over(as('jwt.ended')).create(ana))).code).toBe('unauthenticated')
    expect(rows.size).toBe(0)
  })

  test('keeps what a batch sends, and a role that is changed', async () => {
    const everything = memory()
    const book = ledger(everything, mapStore())
    const people = ['ana', 'bo', 'cleo'].map((name) => ({ email: `${name}@acme.test`, role: 'r' }))
    await sendInvites(book, [...people, { email: 'ana@acme.test', role: 'r' }])
    const page = await book.list({ sort: { by: 'email', direction: 'asc' } })
    expect(namesOf(page)).toEqual(['ana', 'bo', 'cleo'])
    await book.update({ id: page.invites[0]?.id ?? '', role: 'admin' })
    expect(namesOf(await book.list({ role: 'admin' }))).toEqual(['ana'])
  })
})

describe('revoke', () => {
  test('takes the row away once it is confirmed, and not before', async () => {
    const { book, rows, detour, invite } = setUp()
    const [id = ''] = await invite('ana')
    detour.answer = () => new Response('{}', { status: 500 })
    expect((await failure(book.revoke({ id }))).outcome).toBe('unknown')
    expect(rows.size).toBe(1)
    detour.answer = undefined
    await book.revoke({ id })
    expect(rows.size).toBe(0)
  })

  test('of what is gone already says so, and the row is listed no more', async () => {
    const { book, transport, rows, invite } = setUp()
    const [, id = ''] = await invite('ana', 'bo')
    await transport.revoke({ id })
    expect((await failure(book.revoke({ id }))).code).toBe('not_found')
    expect(namesOf(await book.list({}))).toEqual(['ana'])
    expect(rows.size).toBe(1)
  })
})

describe('an invite whose answer was lost', () => {
  const lost = (all: ReturnType<typeof setUp>) => {
    const { create, ...rest } = all.transport
    return all.over({
      ...rest,
      create: async (...args: Parameters<typeof create>) => {
        await create(...args)
        throw new InviteError('timeout', { outcome: 'unknown' })
      },
    })
  }

  test('is not said to be missing by a list that cannot know, for an hour', async () => {
    const all = setUp()
    const book = lost(all)
    const now = () => all.clock.time
    const [outcome] = await sendInvites(book, [ana], { now })
    expect(outcome).toMatchObject({ error: { code: 'timeout', outcome: 'unknown' } })
    expect(await book.list({})).toEqual({ invites: [], total: 0, unreadable: 1 })
    all.clock.time += 3_600_001
    expect(await book.list({})).toEqual({ invites: [], total: 0 })
    expect([...all.rows]).toEqual([])
  })

  test('but one that was refused leaves nothing behind', async () => {
    const all = setUp()
    all.detour.answer = () => json({}, 403)
    expect((await failure(all.book.create(ana))).code).toBe('forbidden')
    expect([...all.rows]).toEqual([])
  })
})
