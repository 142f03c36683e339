import { describe, expect, it } from 'vitest'
import { createStorage } from 'unstorage'
import type { AnswerStore } from '../../src/server/index.js'
import { memoryStore } from '../../src/server/memoryStore.js'
import { bo, counting, inTurn, key, until } from './replaySetUp.ts'
import { ask, read, setUp } from './setUp.ts'

const storeOf = () => {
  const items = new Map<string, string>()
  const store: AnswerStore = {
    getItem: (name) => JSON.parse(items.get(name) ?? 'null') as unknown,
    setItem: (name, value) => void items.set(name, JSON.stringify(value)),
  }
  return { items, store }
}

describe('the store of answers', () => {
  it('may be one of unstorage, and is shared by all who use it', async () => {
    const storage = createStorage()
    const world = counting()
    const handlers = [0, 1].map(() => setUp({ transport: world.transport, store: storage }).handle)
    const answers = []
    for (const handle of handlers)
      // oxlint-disable-next-line no-await-in-loop
      answers.push(...(await inTurn(world, handle, [ask('create', bo, key)])))
    expect(answers[1]).toEqual(answers[0])
    expect(world.created).toHaveLength(1)
  })

  it('holds neither key, actor, token nor password', async () => {
    const { items, store } = storeOf()
    const accept = async () => ({ status: 'accepted' }) as const
    const { handle } = setUp({ store, transport: { key: 'k', accept } })
    await handle(ask('accept', { token: 'tok-secret', password: 'pass-secret' }, key))
    expect(items.size).toBe(1)
    expect(JSON.stringify([...items])).not.toMatch(/secret|key-1|ada/)
  })

  it('that cannot be read lets nothing be sent', async () => {
    const store: AnswerStore = { getItem: () => Promise.reject(new Error('down')), setItem() {} }
    const { handle, requests } = setUp({ store })
    expect(await read(await handle(ask('create', bo, key)))).toMatchObject([
      503,
      { code: 'unavailable', outcome: 'not_sent' },
    ])
    expect(requests).toEqual([])
  })

  it('that cannot be written lets nothing be sent', async () => {
    const store: AnswerStore = {
      getItem: () => null,
      setItem: () => Promise.reject(new Error('down')),
    }
    const { handle, requests } = setUp({ store })
    expect(await read(await handle(ask('create', bo, key)))).toMatchObject([
      503,
      { code: 'unavailable', outcome: 'not_sent' },
    ])
    expect(requests).toEqual([])
  })

  it('that fails once it is done makes no failure of it, and no second one', async () => {
    const { store } = storeOf()
    let writes = 0
    const failing: AnswerStore = {
      ...store,
      setItem: (...item) =>
        ++writes > 1 ? Promise.reject(new Error('down')) : store.setItem(...item),
    }
    const world = counting()
    const { handle } = setUp({ store: failing, transport: world.transport })
    const again = () => inTurn(world, handle, [ask('create', bo, key)])
    expect(await again()).toMatchObject([[200, { delivery: 'mailed' }]])
    expect(await again()).toMatchObject([[503, { code: 'unavailable', outcome: 'unknown' }]])
    expect(world.created).toHaveLength(1)
  })

  it('knows of a write that another process has begun, and may have lost', async () => {
    const { store } = storeOf()
    const world = counting()
    const handlers = [0, 1].map(() => setUp({ transport: world.transport, store }))
    const first = handlers[0]?.handle(ask('create', bo, key))
    await until(() => world.created.length > 0)
    const other = () => handlers[1]?.handle(ask('create', bo, key)) ?? first
    expect(await read((await other()) ?? Response.error())).toMatchObject([
      503,
      { code: 'unavailable', outcome: 'unknown' },
    ])
    world.end()
    const answer = await read((await first) ?? Response.error())
    expect(await read((await other()) ?? Response.error())).toEqual(answer)
    expect(world.created).toHaveLength(1)
  })

  it('that gives an answer which none can be makes a failure, not a crash', async () => {
    const { items, store } = storeOf()
    const world = counting()
    const { handle } = setUp({ store, transport: world.transport })
    const again = () => inTurn(world, handle, [ask('create', bo, key)])
    await again()
    for (const status of [42, 204, 1e9]) {
      for (const [name, item] of items)
        items.set(name, item.replace(/"status":\d+/, `"status":${status}`))
      // oxlint-disable-next-line no-await-in-loop
      expect(await again()).toMatchObject([[500, { code: 'unknown', outcome: 'unknown' }]])
    }
    expect(world.created).toHaveLength(1)
  })

  it('lets go of what certainly did not happen', async () => {
    const { store } = storeOf()
    const world = counting({ outcome: 'not_sent' })
    const handlers = [0, 1].map(() => setUp({ transport: world.transport, store }).handle)
    for (const handle of handlers)
      // oxlint-disable-next-line no-await-in-loop
      await inTurn(world, handle, [ask('create', bo, key)])
    expect(world.created).toHaveLength(2)
  })

  it.each([
    ['text', 'x'],
    ['another shape', { status: 200 }],
  ])('that gives %s gave nothing', async (_, item) => {
    const { handle } = setUp({ store: { getItem: () => item, setItem() {} } })
    expect((await handle(ask('create', bo, key))).status).toBe(200)
  })
})

describe('a browser that leaves', () => {
  const leaving = async (operation: 'create' | 'list') => {
    const { handle, detour, requests } = setUp()
    const controller = new AbortController()
    let answer: (response: Response) => void = () => {}
    const answered = new Promise<Response>((resolve) => (answer = resolve))
    detour.answer = () => answered
    const { signal } = controller
    const call = (init?: RequestInit) =>
      handle(new Request(ask(operation, operation === 'create' ? bo : {}, key), init))
    const first = call({ signal })
    await until(() => requests.length > 0)
    controller.abort()
    return { answer, first, requests, call }
  }

  it('takes back a read', async () => {
    const { first, requests } = await leaving('list')
    expect((await first).status).toBe(502)
    expect(requests[0]?.signal.aborted).toBe(true)
  })

  it('does not take back a write: it is done, and its answer is there for the next one', async () => {
    const { answer, first, requests, call } = await leaving('create')
    expect(requests[0]?.signal.aborted).toBe(false)
    answer(Response.json({ message: 'User added', userId: 3 }))
    const later = await call()
    expect(await read(later)).toEqual([200, { email: bo.email, delivery: 'added' }])
    expect((await first).status).toBe(200)
    expect(requests).toHaveLength(1)
  })
})

describe('the store in memory', () => {
  it('forgets what is over, and the oldest where there are too many', () => {
    const clock = { time: 0 }
    const store = memoryStore(() => new Date(clock.time), 3)
    const held = () => ['a', 'b', 'c', 'd', 'e'].filter((name) => store.getItem(name) !== null)
    for (const name of ['a', 'b', 'c', 'd']) store.setItem(name, {}, { ttl: 10 })
    expect(held()).toEqual(['b', 'c', 'd'])
    clock.time = 10_000
    store.setItem('e', {}, { ttl: 10 })
    expect(held()).toEqual(['e'])
  })
})
