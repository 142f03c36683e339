'use client'
import { useEffect, useSyncExternalStore } from 'react'

/** What is not needed at first: undefined until it is there, null where it could not be loaded. */
export interface Part<T> {
  now: () => T | null | undefined
  watch: (changed: () => void) => () => void
  /** Loads it, once, and again where that failed: null then. Never rejects. */
  load: () => Promise<T | null>
}

/** @param bring an `import()` */
export function partOf<T>(bring: () => Promise<T>): Part<T> {
  let part: T | null | undefined
  let loading: Promise<T | null> | undefined
  const watchers = new Set<() => void>()
  const put = <Next extends T | null | undefined>(next: Next) => {
    part = next
    for (const changed of watchers) changed()
    return next
  }
  const load = () => {
    if (part === null) put(undefined)
    loading ??= bring().then(put, () => {
      loading = undefined
      return put(null)
    })
    return loading
  }
  // A server has it before the first page.
  if (!globalThis.window) void load()
  return {
    now: () => part,
    watch: (changed) => {
      watchers.add(changed)
      return () => watchers.delete(changed)
    },
    load,
  }
}

/**
 * Loads a part beside whatever else has to be waited for. In a browser it comes with a later render; on a server, and
 * over its HTML, where there is no later, it suspends if it is wanted, and else is not there.
 * @param wanted whether the HTML of a server shows something of it
 */
export function usePart<T>({ now, watch, load }: Part<T>, wanted = false): T | null | undefined {
  const seen = useSyncExternalStore(watch, now, () =>
    wanted ? (now() === undefined ? onServer : now()) : undefined,
  )
  useEffect(() => {
    if (now() === undefined) void load()
  }, [now, load])
  if (seen !== onServer) return seen
  // React's own way to wait, in 18 as in 19.
  // oxlint-disable-next-line typescript/only-throw-error
  throw load()
}

const onServer = /*#__PURE__*/ Symbol('on a server')
