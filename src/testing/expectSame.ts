import * as z from 'zod/mini'

/** Members that are undefined count as absent; an error is like itself alone. */
function same(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true
  if (!isObject(a) || !isObject(b) || Array.isArray(a) !== Array.isArray(b)) return false
  return Object.keys({ ...a, ...b }).every((name) => same(a[name], b[name]))
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !(value instanceof Error)
}

function shown(value: unknown): string {
  return JSON.stringify(value, worded) ?? String(value)
}

function worded(_: string, part: unknown): unknown {
  return part instanceof Error || typeof part === 'function' ? String(part) : part
}

/** @throws Error with what was expected, what came and what to do about it */
export function expectSame(received: unknown, expected: unknown, advice: string): void {
  if (same(received, expected)) return
  throw new Error(`Expected ${shown(expected)}\nReceived ${shown(received)}\n${advice}`)
}

/** The value in its shape. @throws Error with what does not fit and what to do about it */
export function expectShape<T>(received: unknown, shape: z.ZodMiniType<T>, advice: string): T {
  const parsed = shape.safeParse(received)
  if (parsed.success) return parsed.data
  throw new Error(
    `Expected a value of the protocol\nReceived ${shown(received)}\n` +
      `${z.prettifyError(parsed.error)}\n${advice}`,
  )
}
