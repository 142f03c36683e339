/** Runs one at a time over all tabs of this origin, where the browser has Web Locks; elsewhere at once. */
export function exclusive<T>(name: string, run: () => Promise<T>): Promise<T> {
  const { locks } = globalThis.navigator as { locks?: LockManager }
  return locks ? locks.request(`invite-kit:${name}`, run) : run()
}
