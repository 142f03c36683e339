import type { InviteError } from '../error.js'
import type { TableLabels } from '../locales/en.js'
import { errorText } from './errorText.js'

/** What the table tells of an error. */
export function failureText(error: InviteError, labels: TableLabels): string {
  return errorText(labels.errors, error)
}
