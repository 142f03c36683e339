import { exclusive } from './exclusive.js'

/** Longer than any answer takes: who left without a word is not waited for any longer. */
const patience = 20_000

/**
 * Runs one at a time over all tabs of this origin: by Web Locks, or, on pages without (plain http), by a note in
 * localStorage, which is nearly as good between the presses of one person. Whoever had to wait is told so: things
 * are no longer as they were seen.
 */
export async function inTurn<T>(name: string, run: (waited: boolean) => Promise<T>): Promise<T> {
  let waited = false
  if ('locks' in navigator) {
    const wait = () => {
      waited = true
    }
    return exclusive(name, AbortSignal.timeout(patience), wait, () => run(waited))
  }
  const note = `invite-kit:${name}`
  try {
    const left = Number(localStorage.getItem(note)) + patience - Date.now()
    waited = left > 0
    if (waited) await removed(note, left)
    localStorage.setItem(note, String(Date.now()))
  } catch {
    // No storage either: the provider alone keeps order.
  }
  try {
    return await run(waited)
  } finally {
    try {
      localStorage.removeItem(note)
    } catch {
      // As above.
    }
  }
}

/** Until another tab removes its note, or long enough. */
function removed(note: string, milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer)
      removeEventListener('storage', look)
      resolve()
    }
    const look = ({ key }: StorageEvent) => {
      if (key === note || key === null) end()
    }
    const timer = setTimeout(end, Math.min(milliseconds, patience))
    addEventListener('storage', look)
  })
}
