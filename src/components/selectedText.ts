import type { Selection } from '../hooks/useSelection.js'
import type { TableFirstLabels } from '../locales/en.js'
import { tableLater } from '../locales/enTableLater.js'
import { say } from '../locales/say.js'

/** How much is selected, in words. */
export function selectedText(
  { everything, count = 0 }: Selection,
  labels: TableFirstLabels,
): string {
  const words = { ...tableLater, ...labels }
  return everything ? words.selectedAll : say(words.selected, { count }, words.locale)
}
