import type { InviteForm } from '../hooks/useInviteForm.js'
import type { RecipientEntry } from '../hooks/recipientEntry.js'

/**
 * The entries that are mounted: at most a hundred from `from` on, fewer where they have more to say. Nodes, not
 * addresses, are what makes a field slow; these come to 300.
 */
export function chipWindow(
  { entries, problemOf, noteOf, meantBy }: InviteForm,
  from: number,
): RecipientEntry[] {
  const shown: RecipientEntry[] = []
  let nodes = 0
  for (const entry of entries.slice(from, from + 100)) {
    const more = [entry.name, problemOf(entry) ?? noteOf(entry) ?? entry.own?.role, meantBy(entry)]
    nodes += 3 + more.filter(Boolean).length
    if (nodes > 300) break
    shown.push(entry)
  }
  return shown
}
