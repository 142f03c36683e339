import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createStorage } from 'unstorage'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { build } from 'vite'
import { ledger } from '../../src/transports/ledger.js'
import { memory } from '../../src/transports/memory.js'
import { startRedis } from '../redis.ts'
import { ana, failure, setUp } from './authressSetUp.ts'
import { folder, openStore, type Place } from './ledgerStores.ts'
import { namesOf } from './ledgerSetUp.ts'

const redis = await startRedis()
afterAll(() => redis?.stop())

const { place: files, clear } = folder()
afterAll(clear)

const places: [string, Place | undefined][] = [
  ['files', files],
  ['Redis', redis && { redis: redis.path }],
]

describe.each<[string, Place | undefined]>([['memory', undefined], ...places])(
  'a ledger in %s',
  (name, place) => {
    const skipped = name === 'Redis' && !redis
    const storage = place ? openStore(place) : createStorage()
    afterEach(async () => {
      if (!skipped) await storage.clear()
    })
    afterAll(() => storage.dispose())

    test.skipIf(skipped)('lists, resends and forgets', async () => {
      const { transport, as, deliver, state, now, clock } = setUp()
      const book = ledger(transport, storage, { deliver, now })
      for (const email of ['ana@acme.test', 'bo@acme.test', 'cleo@acme.test']) {
        clock.time += 1000
        // oxlint-disable-next-line no-await-in-loop -- in order
        await book.create({ email, role: 'Editor', name: 'Ünïcode "quoted"' })
      }
      const page = await book.list({})
      expect(namesOf(page)).toEqual(['cleo', 'bo', 'ana'])
      expect(page).toMatchObject({ total: 3, invites: [{ name: 'Ünïcode "quoted"' }, {}, {}] })
      const [cleo, bo] = page.invites
      await book.resend({ id: cleo?.id ?? '' })
      expect(state.outbox).toMatchObject([{ to: 'cleo@acme.test', url: cleo?.url }])
      await as('jwt.ana').accept({ token: bo?.id ?? '' })
      expect(namesOf(await book.list({}))).toEqual(['cleo', 'ana'])
      await book.revoke({ id: cleo?.id ?? '' })
      expect(namesOf(await book.list({}))).toEqual(['ana'])
      expect(await storage.getKeys()).toHaveLength(1)
    })

    test.skipIf(skipped)('takes and finds ids of any kind', async () => {
      const ids = ['aB', 'ab', '..', '.', 'a/b', 'a:b', 'a%3Ab', 'a?b', '*', 'é', '[x]', 'con', ' ']
      const made = [...ids]
      const book = ledger(
        {
          key: 'of:any//kind?x=1',
          create: ({ email }) =>
            Promise.resolve({
              email,
              delivery: 'mailed',
              invite: { id: made.shift() ?? '', email, status: 'pending' },
            }),
          revoke: (_input: { id: string }) => Promise.resolve(),
        },
        storage,
      )
      // oxlint-disable-next-line no-await-in-loop -- in order
      for (const _ of ids) await book.create(ana)
      const listed = (await book.list({})).invites.map(({ id }) => id)
      expect(listed.toSorted()).toEqual(ids.toSorted())
      await Promise.all(ids.map((id) => book.revoke({ id })))
      expect((await book.list({})).invites).toEqual([])
    })

    test.skipIf(skipped)('counts a row that somebody has damaged', async () => {
      const { transport, now } = setUp()
      const book = ledger(transport, storage, { now })
      await book.create(ana)
      await book.create({ ...ana, email: 'bo@acme.test' })
      const [key = ''] = await storage.getKeys()
      await storage.setItem(key, '{"invite":{"id"')
      expect(await book.list({})).toMatchObject({ total: 1, unreadable: 1 })
    })
  },
)

describe('two processes', () => {
  const { place, clear: clearProgram } = folder()
  const outDir = 'fs' in place ? place.fs : ''
  afterAll(clearProgram)
  beforeAll(async () => {
    await build({
      configFile: false,
      logLevel: 'silent',
      build: {
        ssr: fileURLToPath(new URL('ledgerWriter.ts', import.meta.url)),
        outDir,
        emptyOutDir: true,
        rolldownOptions: { output: { entryFileNames: 'writer.mjs' } },
      },
      ssr: { noExternal: true },
    })
  }, 30_000)

  test.for(places)(
    'that write at once into %s lose no row',
    { timeout: 30_000 },
    async ([, into], { skip }) => {
      if (!into) {
        skip()
        return
      }
      const writers = ['a', 'b'].map((name): [string, ChildProcess] => [
        name,
        fork(join(outDir, 'writer.mjs'), { execArgv: [] }),
      ])
      await Promise.all(writers.map(([, writer]) => once(writer, 'message')))
      const ends = writers.map(([, writer]) => once(writer, 'exit'))
      for (const [name, writer] of writers) writer.send({ place: into, name, count: 50 })
      expect((await Promise.all(ends)).map(([code]) => code as unknown)).toEqual([0, 0])
      const storage = openStore(into)
      const { invites, unreadable } = await ledger(memory(), storage).list({ pageSize: 500 })
      await storage.dispose()
      expect(unreadable).toBeUndefined()
      expect(new Set(namesOf({ invites })).size).toBe(100)
    },
  )
})

describe('a storage that fails', () => {
  const broken = (...methods: string[]) => {
    const storage = createStorage()
    const fail = () => Promise.reject(new Error('the disk is full'))
    const overridden = Object.fromEntries(methods.map((name) => [name, fail]))
    return Object.assign(storage, overridden)
  }

  test('makes no failure of a create: the invite is there, without a row, and the app is told', async () => {
    const lost: unknown[] = []
    const { transport, state } = setUp()
    const onUnrecorded = (error: unknown, invite: object) => lost.push({ error, ...invite })
    const book = ledger(transport, broken('setItem'), { onUnrecorded })
    const sent = await book.create(ana)
    const id = state.invites[0]?.inviteId
    expect(sent.invite).toBeUndefined()
    expect(sent).toMatchObject({ delivery: 'stored', url: expect.stringContaining(id ?? '-') })
    expect(lost).toEqual([
      expect.objectContaining({ id, email: 'ana@acme.test', error: new Error('the disk is full') }),
    ])
    expect((await book.list({})).invites).toEqual([])
  })

  test('makes no failure of a revoke that is confirmed', async () => {
    const lost: unknown[] = []
    const { transport, state, now } = setUp()
    const book = ledger(transport, broken('removeItem'), {
      now,
      onUnrecorded: (_, invite) => lost.push(invite),
    })
    const { invite } = await book.create(ana)
    await book.revoke({ id: invite?.id ?? '' })
    expect(state.invites[0]?.gone).toBe(true)
    expect(lost).toEqual([{ id: invite?.id }])
    expect((await book.list({})).invites).toEqual([])
  })

  test.each(['getKeys', 'getItem'])('at %s is unavailable, not an empty list', async (method) => {
    const { transport, requests } = setUp()
    const storage = createStorage()
    await ledger(transport, storage).create(ana)
    requests.length = 0
    const fail = () => Promise.reject(new Error('gone'))
    const error = await failure(
      ledger(transport, Object.assign(storage, { [method]: fail })).list({}),
    )
    expect(error).toMatchObject({ code: 'unavailable' })
    expect(error.outcome).toBeUndefined()
    expect(requests).toEqual([])
  })

  test('at resend has certainly sent nothing', async () => {
    const { transport, requests } = setUp()
    const error = await failure(ledger(transport, broken('getItem')).resend({ id: 'inv_1' }))
    expect(error).toMatchObject({ code: 'unavailable', outcome: 'not_sent' })
    expect(requests).toEqual([])
  })

  test('at once, not by a promise, is the same', async () => {
    const storage = {
      ...createStorage(),
      setItem: () => {
        throw new Error('quota')
      },
    }
    expect((await ledger(setUp().transport, storage).create(ana)).delivery).toBe('stored')
  })
})
