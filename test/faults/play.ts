import { inspect } from 'node:util'
import { vi } from 'vitest'
import { InviteError } from '../../src/error.js'
import type { InviteOperation, InviteTransport } from '../../src/transport.js'
import { canary, password, type ProviderWorld } from '../server/canaryWorlds.ts'
import { planted, type Strike } from './wire.ts'

/** How a call ended. */
export type End = { value: unknown } | { error: InviteError }

/** One call over a wire that fails. */
export interface Played {
  end: End
  requests: Request[]
  /** What the provider keeps, before and after, without its counters. */
  before: string
  after: string
  outbox: string[]
  /** Milliseconds of the fake clock. */
  took: number
}

/** Counters of emulators, which say nothing of what was done. */
const counters = ['calls', 'answers', 'sweptAt', 'tokens', 'issued']

export const keptBy = (state: object): string =>
  JSON.stringify(state, (name, value: unknown) => (counters.includes(name) ? undefined : value))

export const outboxOf = (state: object): string[] =>
  ((state as { outbox?: { to: string }[] }).outbox ?? []).map(({ to }) => to)

type Operation = (input: unknown) => Promise<unknown>

/** Calls an operation of a transport, or `act`; the fault strikes the request at this position. */
export async function play(
  world: ProviderWorld,
  operation: InviteOperation,
  {
    strike,
    at = 0,
    slow,
    act,
    ...more
  }: {
    strike?: Strike | undefined
    /** Which requests it strikes. @default the first */
    at?: number | ((position: number) => boolean) | undefined
    slow?: boolean | undefined
    act?: ((transport: InviteTransport<'create'>) => Promise<unknown>) | undefined
    onUnauthenticated?: (() => Promise<unknown>) | undefined
  } = {},
): Promise<Played> {
  const requests: Request[] = []
  let struck: () => void = () => undefined
  const hit = new Promise<void>((resolve) => (struck = resolve))
  const transport = world.transport(async (...args) => {
    const request = new Request(...args)
    const position = requests.push(request.clone()) - 1
    const pass = () => world.fetch?.(request) ?? Promise.reject(new Error('no provider'))
    if (!strike || !(typeof at === 'number' ? position === at : at(position))) return pass()
    struck()
    return strike(pass, request)
  }, more) as InviteTransport<'create'> & Record<InviteOperation, Operation>

  const before = keptBy(world.state)
  const started = Date.now()
  const input = world.inputs[operation]
  const ended = (act ? act(transport) : transport[operation](input)).then(
    (value): End => ({ value }),
    (error: unknown): End => {
      if (InviteError.is(error)) return { error }
      throw new Error(`No InviteError but ${inspect(error)}`)
    },
  )
  const over = { yet: false }
  void ended.finally(() => (over.yet = true)).catch(() => undefined)
  if (slow) {
    await Promise.race([hit, ended])
    for (let turn = 0; turn < 200 && !over.yet; turn++) {
      // oxlint-disable-next-line no-await-in-loop
      await new Promise((resolve) => setImmediate(resolve))
      // oxlint-disable-next-line no-await-in-loop
      if (!over.yet) await vi.advanceTimersByTimeAsync(1000)
    }
  }
  const end = await ended
  return {
    end,
    requests,
    before,
    after: keptBy(world.state),
    outbox: outboxOf(world.state),
    took: Date.now() - started,
  }
}

/** Everything that can be read of a value, an error's causes and hidden members included. */
export const wordsOf = (value: unknown): string =>
  `${inspect(value, { depth: Infinity, showHidden: true, maxStringLength: Infinity })}${JSON.stringify(value)}`

/** The secrets that stand in a text. */
export const leaks = (text: string): string[] =>
  [canary, password, planted].filter((secret) => text.includes(secret))
