import type { RetryWait } from '../retryWrite.js'

const waits = /*#__PURE__*/ new WeakMap<object, RetryWait>()
const watchers = /*#__PURE__*/ new Set<() => void>()

/** How a refused write of a row waits. @param variables of its mutation */
export function rowWaitOf(variables: object): RetryWait | undefined {
  return waits.get(variables)
}

export function putRowWait(variables: object, wait: RetryWait | undefined): void {
  if (wait) waits.set(variables, wait)
  else waits.delete(variables)
  for (const watcher of watchers) watcher()
}

/** Calls back on each change. */
export function watchRowWaits(watcher: () => void): () => void {
  watchers.add(watcher)
  return () => watchers.delete(watcher)
}
