import { createServer } from 'node:net'
import { expect } from 'vitest'
import { InviteError } from '../../src/error.js'
import { isWrite } from '../../src/isWrite.js'
import { sendInvites, type SendOutcome } from '../../src/send.js'
import type { Cell } from './cells.ts'
import { expectTrue } from './held.ts'
import { listening, type SocketFault } from './proxy.ts'
import { refusal, sockets } from './sockets.ts'
import { behind, inputs } from './tcp.ts'
import { planted } from './wire.ts'
import { kept, patience, run, type Any, type Call, type Tcp } from './pairRun.ts'

async function expectHeld(tcp: Tcp, cell: Cell): Promise<void> {
  const { operation, fault } = cell
  const found = sockets[fault.id]
  if (!found) throw new Error(`${fault.id} is not played on sockets.`)
  const good = await run(tcp, operation, [])
  for (const one of found.faults) {
    // oxlint-disable-next-line no-await-in-loop -- one connection after the other
    const played = await run(tcp, operation, [one], { timeout: found.slow ? patience : 15_000 })
    expectTrue(cell, played, good)
    if ('error' in played.end) expect(found.codes).toContain(played.end.error.code)
    // Of a write that answers with nothing, nothing is a success.
    else expect(fault.id).toBe('F30')
    if (!isWrite(operation)) continue
    // oxlint-disable-next-line no-await-in-loop
    if (operation === 'create') await expectOnce(tcp, cell, one, found.slow)
  }
}

/** Sent, looked up, and where it was not sent tried again by hand: the person is mailed once. */
async function expectOnce(tcp: Tcp, cell: Cell, fault: SocketFault, slow = false) {
  const options = { keys: [newKey()], wait: () => Promise.resolve(), now: clock() }
  const inTwo = await run(
    tcp,
    cell.operation,
    [fault],
    { timeout: slow ? patience : 15_000 },
    async (page) => {
      const first = await sendInvites(page, [inputs.create], options)
      const [outcome] = first
      if (outcome?.status !== 'failed' || outcome.error.outcome !== 'not_sent') return first
      return sendInvites(page, [inputs.create], options)
    },
  )
  if ('error' in inTwo.end) throw inTwo.end.error
  const [outcome] = inTwo.end.value as SendOutcome[]
  expect(outcome?.status === 'sent' ? 'sent' : outcome?.error.code).toBe('sent')
  expect(inTwo.outbox).toEqual(['bo@acme.test'])
}

/** The provider's own, a second further at each look. */
function clock() {
  let time = Date.parse('2026-11-20T09:00:00.000Z')
  return () => (time += 1000)
}

let keys = 0
/** One that the server has not seen. */
const newKey = () => `key-${++keys}`

/** A port on which nobody listens any more. */
async function closedPort(): Promise<number> {
  const server = createServer()
  const port = await listening(server)
  await new Promise((resolve) => server.close(resolve))
  return port
}

/** Faults that are no answer to one request. */
const others: Record<string, (tcp: Tcp, cell: Cell) => Promise<void>> = {
  F10: async (tcp, cell) => {
    const good = await run(tcp, cell.operation, [])
    const played = await run(tcp, cell.operation, [], { port: await closedPort() })
    expectTrue(cell, played, good)
    const outcome = isWrite(cell.operation) ? 'not_sent' : undefined
    expect(played.end).toMatchObject({ error: { code: 'network', outcome } })
  },

  F18: async (tcp, cell) => {
    const good = await run(tcp, cell.operation, [])
    let [asked, renewals] = [0, 0]
    tcp.stage.world.refuse = () => (asked++ < 1 ? 'unauthenticated' : undefined)
    const played = await run(tcp, cell.operation, [], {
      onUnauthenticated: async () => void renewals++,
    })
    tcp.stage.world.refuse = undefined
    expectTrue(cell, played, good)
    expect(played.end).toEqual(good.end)
    expect(renewals).toBe(1)
  },

  F19: async (tcp, cell) => {
    let [asked, renewals] = [0, 0]
    tcp.stage.world.refuse = () => (asked++, 'unauthenticated')
    const played = await run(tcp, cell.operation, [], {
      onUnauthenticated: async () => void renewals++,
    })
    tcp.stage.world.refuse = undefined
    expectTrue(cell, played, played)
    expect(played.end).toMatchObject({ error: { code: 'unauthenticated' } })
    expect([asked, renewals]).toEqual([2, 1])
  },

  F20: async (tcp, cell) => {
    tcp.stage.world.refuse = () => 'forbidden'
    const played = await run(tcp, cell.operation, [])
    tcp.stage.world.refuse = undefined
    expectTrue(cell, played, played)
    expect(played.end).toMatchObject({ error: { code: 'forbidden' } })
  },

  F25: async (tcp, cell) => {
    const [one] = refusal('413 Large', 'invalid_input')
    const played = await run(tcp, cell.operation, one ? [one] : [], {}, (page) =>
      sendInvites(page, inputs.createMany),
    )
    expect(played.end).toMatchObject({ value: [{ status: 'sent' }, { status: 'sent' }] })
    expect(played.outbox).toEqual(['bo@acme.test', 'di@acme.test'])
  },

  F26: async (tcp, cell) => {
    const [full] = refusal('402 Full', 'limit_reached')
    if (!full) throw new Error('no refusal')
    const people = [1, 2, 3, 4, 5, 6].map((at) => ({ email: `seat${at}@acme.test` }))
    const batch = cell.operation === 'createMany'
    const faults: SocketFault[] = [{ kind: 'pass' }, full, full, full, full]
    const played = await run(tcp, cell.operation, faults, {}, ({ createMany, ...page }) =>
      sendInvites({ ...page, ...(batch && { createMany, maxBatch: 2 }) }, people, {
        concurrency: 1,
      }),
    )
    if ('error' in played.end) throw played.end.error
    const ends = (played.end.value as SendOutcome[]).map((one) =>
      one.status === 'sent' ? 'sent' : `${one.error.code} ${one.error.outcome}`,
    )
    const sent = batch ? 2 : 1
    expect(ends.filter((end) => end === 'sent')).toHaveLength(sent)
    expect(ends.filter((end) => end === 'limit_reached not_sent')).toHaveLength(6 - sent)
    expect(played.outbox).toHaveLength(sent)
  },

  F33: async (tcp, cell) => {
    const good = await run(tcp, cell.operation, [])
    const played = await run(tcp, cell.operation, [], {}, (page) => {
      const { transport } = tcp.stage.world
      const given = transport as Any
      const loud = async (...args: Parameters<Call>) =>
        withTokens(await given[cell.operation](...args))
      tcp.stage.world.transport = { ...transport, [cell.operation]: loud }
      return (page as Any)[cell.operation](inputs[cell.operation])
    })
    expectTrue(cell, played, good)
    expect(played.end).toEqual(good.end)
  },

  F59: async (tcp, cell) => {
    tcp.stage.world = behind(20)
    const controller = new AbortController()
    const { transport } = tcp.stage.world
    const reached = new Promise<AbortSignal | undefined>((resolve) => {
      const given = transport as Any
      const call = given[cell.operation]
      tcp.stage.world.transport = {
        ...transport,
        [cell.operation]: (input: unknown, options: { signal?: AbortSignal }) => {
          resolve(options.signal)
          return call(input, options)
        },
      }
    })
    const client = tcp.page() as Any
    const [before, { mails }] = [kept(tcp.stage.world), tcp.stage.world]
    const key = newKey()
    const options = { signal: controller.signal, key }
    const left = client[cell.operation](inputs[cell.operation], options).catch(() => 'left')
    const signal = await reached
    controller.abort()
    expect(await left).toBe('left')
    if (!isWrite(cell.operation)) {
      await new Promise<void>((resolve) => {
        if (signal?.aborted) resolve()
        else signal?.addEventListener('abort', () => resolve())
      })
      expect(kept(tcp.stage.world)).toBe(before)
      return
    }
    // Asked again with the same key it is the same write.
    await client[cell.operation](inputs[cell.operation], { key })
    expect(kept(tcp.stage.world)).not.toBe(before)
    expect(mails.length).toBe(new Set(mails).size)
  },

  F60: async (tcp, cell) => {
    let calls = 0
    const played = await run(tcp, cell.operation, [], {}, (page) => {
      const { transport } = tcp.stage.world
      const call = (transport as Any)[cell.operation]
      const counted = (...args: Parameters<typeof call>) => (calls++, call(...args))
      tcp.stage.world.transport = { ...transport, [cell.operation]: counted }
      const input = inputs[cell.operation]
      const key = newKey()
      const hundred = Array.from({ length: 100 }, () =>
        (page as Any)[cell.operation](input, { key }),
      )
      return Promise.all(hundred)
    })
    if ('error' in played.end) throw played.end.error
    const answers = played.end.value as unknown[]
    expect(answers).toEqual(answers.map(() => answers[0]))
    expect(calls).toBe(1)
    expect(played.outbox.length).toBe(new Set(played.outbox).size)
  },
}

function withTokens(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withTokens)
  if (typeof value !== 'object' || !value || InviteError.is(value)) return value
  const members = Object.entries(value).map(([name, one]) => [name, withTokens(one)] as const)
  return { ...Object.fromEntries(members), token: planted, inviteToken: planted }
}

/** What holds of one cell over sockets. */
export async function expectOfPair(tcp: Tcp, cell: Cell): Promise<void> {
  tcp.stage.world = behind()
  await (others[cell.fault.id] ?? expectHeld)(tcp, cell)
}
