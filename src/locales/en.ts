import { acceptFirst } from './enAccept.js'
import { acceptLater } from './enAcceptLater.js'
import { formFirst } from './enForm.js'
import { formLater } from './enFormLater.js'
import { tableFirst } from './enTable.js'
import { tableLater } from './enTableLater.js'
import type { CsvLabels } from './enCsv.js'
import type { Sentence } from './say.js'

export { csv, type CsvLabels } from './enCsv.js'

/** The same keys, any sentences: what a language has to bring. */
type Words<T> = {
  [K in keyof T]: T[K] extends Sentence ? (T[K] extends string ? string : Sentence) : Words<T[K]>
}

/** What InviteForm says. */
export const form = { ...formFirst, ...formLater }
/** Those of InviteForm that are there from the start. */
export type FormFirstLabels = Words<typeof formFirst>
/** Every sentence of InviteForm. */
export type FormLabels = Words<typeof form>

/** Those of the import of a file, with the form's on what is no address. */
export type CsvWords = CsvLabels & Pick<FormLabels, 'refusals'>

/** What PendingInvitesTable says. */
export const table = { ...tableFirst, ...tableLater }
/** Those of PendingInvitesTable that are there from the start. */
export type TableFirstLabels = Words<typeof tableFirst>
/** Every sentence of PendingInvitesTable. */
export type TableLabels = Words<typeof table>

/** What AcceptInvitePage says. */
export const accept = { ...acceptFirst, ...acceptLater }
/** Every sentence of AcceptInvitePage. */
export type AcceptLabels = Words<typeof accept>
