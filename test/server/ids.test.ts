import { describe, expect, it } from 'vitest'
import { createInviteHandler } from '../../src/server/index.js'
import type { InviteOperation } from '../../src/transport.js'
import type { Fetch } from '../../src/transports/request.js'
import { canary, providers } from './canaryWorlds.ts'
import { hostileIds } from './hostileIds.ts'
import { ask } from './setUp.ts'

/** The provider behind the handler, with the URL of each call to it. */
async function begin(provider: (typeof providers)[string]) {
  const world = await provider.begin()
  const urls: URL[] = []
  const fetch: Fetch = (...args) => {
    urls.push(new URL(new Request(...args).url))
    return world.fetch(...args)
  }
  const handle = createInviteHandler({
    transport: world.transport(fetch),
    authorize: () => ({ ok: true, actor: 'ada' }),
    roles: ['Support', '_account_admin'],
    rateLimit: () => ({ ok: true }),
  })
  const asked = async (operation: InviteOperation, changes: object = {}) => {
    urls.length = 0
    const input = { ...(world.inputs[operation] as object), ...changes }
    const response = await handle(ask(operation, input))
    return { status: response.status, said: await response.text(), urls: [...urls] }
  }
  const taking = (name: string) =>
    provider.can.filter((operation) => name in ((world.inputs[operation] ?? {}) as object))
  return { asked, taking }
}

const placeOf = ({ origin, pathname }: URL) => `${origin} ${pathname.split('/').length}`

it('there are 45 of them, no two alike', () => {
  expect(new Set(hostileIds).size).toBe(45)
})

describe.each(Object.entries(providers))('of %s', (_, provider) => {
  it('no hostile id is told to the provider, in any operation that takes one', async () => {
    const { asked, taking } = await begin(provider)
    const operations = taking('id')
    expect(operations.length).toBeGreaterThan(0)
    for (const operation of operations)
      for (const id of hostileIds) {
        // oxlint-disable-next-line no-await-in-loop
        const { status, urls } = await asked(operation, { id })
        expect([operation, id, status, urls]).toEqual([operation, id, 400, []])
      }
  })

  // A token is whatever a link carries, so more goes through: as one part of a path, or not in a path at all.
  it('no hostile token leads to another place than a good one', async () => {
    const { asked, taking } = await begin(provider)
    for (const operation of taking('token')) {
      // oxlint-disable-next-line no-await-in-loop
      const good = new Set((await asked(operation, { token: 'good-token' })).urls.map(placeOf))
      for (const token of hostileIds) {
        // oxlint-disable-next-line no-await-in-loop
        const { status, said, urls } = await asked(operation, { token })
        expect([token, status >= 400]).toEqual([token, true])
        expect(urls.map(placeOf).filter((place) => !good.has(place))).toEqual([])
        expect(said).not.toContain(canary)
      }
    }
  })
})
