import { afterEach, beforeEach, expect, vi } from 'vitest'

/** Fails a test in which something was rejected that nobody handles, or written to the console. */
export function guard(): void {
  const stray: unknown[] = []
  const note = (reason: unknown) => void stray.push(reason)
  beforeEach(() => {
    stray.length = 0
    process.on('unhandledRejection', note)
    for (const method of ['error', 'warn', 'log', 'info'] as const)
      vi.spyOn(console, method).mockImplementation((...said) => void stray.push(said))
  })
  afterEach(async () => {
    // Node tells of a rejection at the end of the turn.
    await new Promise((resolve) => setImmediate(resolve))
    process.off('unhandledRejection', note)
    vi.restoreAllMocks()
    expect(stray).toEqual([])
  })
}
