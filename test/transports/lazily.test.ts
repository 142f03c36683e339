import { afterEach, expect, test, vi } from 'vitest'
import { InviteError } from '../../src/error.js'
import { can, operationsOf } from '../../src/transport.js'
import { lazily } from '../../src/transports/lazily.js'
import { failure } from './failure.ts'

afterEach(() => vi.unstubAllGlobals())

/** A part that comes with the nth try, what it was asked, and how often it was loaded. */
function setUp({ comesWith = 1, page = false } = {}) {
  if (page) vi.stubGlobal('document', {})
  const asked: unknown[] = []
  let loads = 0
  const operations = lazily(['list', 'revoke'], async () => {
    if (++loads < comesWith) throw new TypeError('Failed to fetch dynamically imported module')
    return {
      list: (...args) => {
        asked.push(args)
        return Promise.resolve({ invites: [] })
      },
      revoke: () => {
        throw new InviteError('not_found', { outcome: 'not_sent' })
      },
    }
  })
  return { transport: { key: 'test', ...operations }, asked, loads: () => loads }
}

test('what it can do is there before its code is', () => {
  const { transport, loads } = setUp()
  expect(operationsOf(transport)).toEqual(['list', 'revoke'])
  expect(can(transport, 'create')).toBe(false)
  expect(loads()).toBe(0)
})

test('the code is loaded once, and gets the arguments as they are', async () => {
  const { transport, asked, loads } = setUp()
  const { signal } = new AbortController()
  await Promise.all([transport.list({ search: 'ana' }, { signal }), transport.list({})])
  expect(asked).toEqual([
    [{ search: 'ana' }, { signal }],
    [{}, undefined],
  ])
  expect(loads()).toBe(1)
})

test('what it throws comes as a rejection, unchanged', async () => {
  expect(await failure(setUp().transport.revoke({ id: '1' }))).toMatchObject({
    code: 'not_found',
    outcome: 'not_sent',
  })
})

test('code that does not come is a network error, nothing was sent; the next call asks for it again', async () => {
  const { transport, loads } = setUp({ comesWith: 3 })
  const read = await failure(transport.list({}))
  expect(read).toMatchObject({ code: 'network', outcome: undefined })
  expect(read.message).toContain('did not load')
  expect(await failure(transport.revoke({ id: '1' }))).toMatchObject({
    code: 'network',
    outcome: 'not_sent',
  })
  expect(await transport.list({})).toEqual({ invites: [] })
  expect(loads()).toBe(3)
})

test('on a page the code is loaded as soon as there is a transport, and silently', async () => {
  const { transport, loads } = setUp({ page: true, comesWith: 2 })
  expect(loads()).toBe(1)
  await Promise.resolve()
  expect(await transport.list({})).toEqual({ invites: [] })
  expect(loads()).toBe(2)
})
