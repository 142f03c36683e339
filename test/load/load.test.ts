import type { AddressInfo } from 'node:net'
import { expect, it } from 'vitest'
import { crowd } from './crowd.ts'
import { served } from './served.ts'

const people = 500
const rounds = 3

/** Lets nobody through until all are there. */
function gate(size: number) {
  let waiting: (() => void)[] = []
  return () =>
    new Promise<void>((resolve) => {
      waiting.push(resolve)
      if (waiting.length < size) return
      const all = waiting
      waiting = []
      for (const go of all) go()
    })
}

it('five hundred who ask at once are all answered, each with their own, on the connection they have', async () => {
  // No call is answered before there are 500 of it.
  const world = served(gate(people))
  const { server, calls } = world
  const port = await new Promise<number>((resolve) => {
    server.listen({ port: 0, host: '127.0.0.1', backlog: people }, () =>
      resolve((server.address() as AddressInfo).port),
    )
  })
  try {
    const { asked, lost } = await crowd(port, people, (round) => round < rounds)
    expect(lost).toEqual([])
    expect(asked).toBe(people * rounds * 4)
    const each = people * rounds
    expect(calls).toEqual({ create: each, list: each, revoke: each })
    expect(world.connections).toBe(people)
  } finally {
    server.close().closeAllConnections()
  }
}, 60_000)
