import type { InviteError } from '../error.js'
import type { TableFirstLabels, TableLabels } from '../locales/en.js'
import { tableLater } from '../locales/enTableLater.js'
import { errorText } from './errorText.js'

/** What the table tells of an error. */
export function failureText(error: InviteError, labels: TableFirstLabels): string {
  const words: TableLabels = { ...tableLater, ...labels }
  return errorText(words.errors, error)
}
