import type { InviteTransport } from '../../../src/transport.ts'

/** Calls of the transport, by operation. */
export const calls: Record<string, number> = {}

/** A transport whose calls are counted. */
export function counted<T extends InviteTransport>(transport: T): T {
  const wrap =
    <A extends unknown[], R>(name: string, call: (...args: A) => R) =>
    (...args: A) => {
      calls[name] = (calls[name] ?? 0) + 1
      return call(...args)
    }
  const entries = Object.entries(transport).map(([name, value]: [string, unknown]) => [
    name,
    typeof value === 'function' ? wrap(name, value as (...args: unknown[]) => unknown) : value,
  ])
  return Object.fromEntries(entries) as T
}
