/**
 * Runs one at a time over all tabs of this origin, where the browser has Web Locks; elsewhere at once. Whoever has
 * to wait is told so, and does not wait longer than until the signal aborts.
 */
export async function exclusive<T>(
  name: string,
  signal: AbortSignal,
  onWait: () => void,
  run: () => Promise<T>,
): Promise<T> {
  const { locks } = globalThis.navigator as { locks?: LockManager }
  if (!locks) return run()
  const lock = `invite-kit:${name}`
  const first = await locks.request(lock, { ifAvailable: true }, async (held) =>
    held ? { done: await run() } : undefined,
  )
  if (first) return first.done
  onWait()
  try {
    return await locks.request(lock, { signal }, run)
  } catch (thrown) {
    if (signal.aborted) return run()
    throw thrown
  }
}
