import type { QueryClient } from '@tanstack/react-query'
import { act } from '@testing-library/react'
import { vi } from 'vitest'
import { inviteLink } from '../../src/input/token.ts'
import { createInviteHandler } from '../../src/server/index.ts'
import { operationsOf, type InviteOperation } from '../../src/transport.ts'
import { http } from '../../src/transports/http.ts'
import { behind, inputs } from './tcp.ts'
import type { Strike } from './wire.ts'

/** What the wire of a page does to the calls of some operation. */
export interface Wire {
  strike?: Strike | undefined
  operation?: InviteOperation | undefined
  /** How often. @default Infinity */
  times?: number | undefined
}

let worlds = 0
/** How many requests the handler has under way: meanwhile no time passes on the fake clock. */
let busy = 0

/** A page's transport to a handler in the same process, over a wire that can be struck, and all that is asked. */
export function pageWorld(serverTime = () => Date.now()) {
  const world = behind(0, () => new Date(serverTime()))
  const wire: Wire = {}
  const asked: {
    operation: InviteOperation
    signal: AbortSignal
    body: string
    key: string | null
    at: number
  }[] = []
  let renewals = 0
  const handle = createInviteHandler({
    transport: world.transport,
    origins: [location.origin],
    rateLimit: () => ({ ok: true }),
    authorize: ({ operation }) => {
      const code = world.refuse?.(operation)
      return code ? { ok: false, code } : { ok: true, actor: 'ada' }
    },
  })
  const transport = http({
    url: 'https://app.acme.test/api/invites',
    key: `page-${++worlds}`,
    operations: operationsOf(world.transport),
    roles: ['member', 'admin'].map((value) => ({ value, label: value })),
    maxPerMinute: Infinity,
    headers: { origin: location.origin },
    onUnauthenticated: async () => void renewals++,
    fetch: async (...args) => {
      const request = new Request(...args)
      const operation = request.url.split('/').at(-1) as InviteOperation
      const body = await request.clone().text()
      const key = request.headers.get('idempotency-key')
      asked.push({ operation, signal: request.signal, body, key, at: Date.now() })
      const pass = () => {
        busy += 1
        return handle(request).finally(() => (busy -= 1))
      }
      if (!wire.strike || wire.operation !== operation || wire.times === 0) return pass()
      wire.times = (wire.times ?? Infinity) - 1
      return wire.strike(pass, request)
    },
  })
  return {
    world,
    wire,
    transport,
    asked,
    count: (operation: InviteOperation) =>
      asked.filter((one) => one.operation === operation).length,
    renewals: () => renewals,
    kept: () => JSON.stringify([world.stored(), world.mails]),
    link: inviteLink({ token: inputs.lookup.token }),
    mails: world.mails,
  }
}
export type PageWorld = ReturnType<typeof pageWorld>

let hours = 0
/** A fake clock, an hour after that of the test before: what is spent of the retry budget is spent within a minute. */
export function fakeClock(): void {
  const now = Date.parse('2026-11-20T09:00:00.000Z') + ++hours * 3_600_000
  vi.useFakeTimers({
    now,
    toFake: [
      'setTimeout',
      'clearTimeout',
      'setInterval',
      'clearInterval',
      'requestAnimationFrame',
      'Date',
    ],
  })
}

/** Lets time pass until it is so, no longer than two minutes of the fake clock. */
export async function until(so: () => boolean): Promise<boolean> {
  const started = performance.now()
  // Code that is loaded late takes its own time.
  for (let turn = 0; !so() && performance.now() - started < 15_000; turn++) {
    // oxlint-disable-next-line no-await-in-loop
    await act(async () => {
      for (let idle = 0; idle < 4; idle = busy > 0 ? 0 : idle + 1)
        // oxlint-disable-next-line no-await-in-loop
        await new Promise((resolve) => setImmediate(resolve))
      if (turn > 4 && turn < 260) await vi.advanceTimersByTimeAsync(500)
    })
  }
  return so()
}

/** Lets everything go on that is under way, and time with it. */
export const pause = async (milliseconds = 0) => {
  for (let turn = 0; turn < 12; turn++)
    // oxlint-disable-next-line no-await-in-loop
    await act(async () => {
      await new Promise((resolve) => setImmediate(resolve))
      await vi.advanceTimersByTimeAsync(milliseconds / 12)
    })
}

/** The secrets that stand anywhere in the page: its document, its address, its storage, its query cache. */
export function leaksOfPage(client: QueryClient, ...secrets: string[]): string[] {
  const cache = [
    client
      .getQueryCache()
      .getAll()
      .map(({ queryKey, state }) => [queryKey, state]),
    client
      .getMutationCache()
      .getAll()
      .map(({ options, state }) => [options.mutationKey, state]),
  ]
  const everything = [
    document.documentElement.outerHTML,
    location.href,
    JSON.stringify(history.state),
    storedIn(sessionStorage),
    storedIn(localStorage),
    // A link is what an inviter is given to hand over.
    JSON.stringify(cache, (name, value: unknown) => (name === 'url' ? undefined : value)),
  ].join('\n')
  return secrets.filter((secret) => everything.includes(secret))
}

/** Keys and values. */
export const storedIn = (storage: Storage): string => JSON.stringify(Object.entries(storage))
