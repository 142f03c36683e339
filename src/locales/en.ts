import { acceptFirst } from './enAccept.js'
import { acceptLater } from './enAcceptLater.js'
import { formFirst } from './enForm.js'
import { formLater } from './enFormLater.js'
import { tableFirst } from './enTable.js'
import { tableLater } from './enTableLater.js'
import { csv as csvSentences, type CsvLabels } from './enCsv.js'
import type { Sentence } from './say.js'

export type { CsvLabels } from './enCsv.js'

/** The same keys, any sentences: what a language has to bring. */
type Words<T> = {
  [K in keyof T]: T[K] extends Sentence ? (T[K] extends string ? string : Sentence) : Words<T[K]>
}

/** What InviteForm says. */
export const form: FormLabels = { ...formFirst, ...formLater }
/** Those of InviteForm that are there from the start. */
export type FormFirstLabels = Words<typeof formFirst>
/** Every sentence of InviteForm. */
export type FormLabels = Words<typeof formFirst & typeof formLater>

/** What the import of a file says. */
export const csv: CsvLabels = csvSentences

/** Those of the import of a file, with the form's on what is no address. */
export type CsvWords = CsvLabels & Pick<FormLabels, 'refusals'>

/** What PendingInvitesTable says. */
export const table: TableLabels = { ...tableFirst, ...tableLater }
/** Those of PendingInvitesTable that are there from the start. */
export type TableFirstLabels = Words<typeof tableFirst>
/** Every sentence of PendingInvitesTable. */
export type TableLabels = Words<typeof tableFirst & typeof tableLater>

/** What AcceptInvitePage says. */
export const accept: AcceptLabels = { ...acceptFirst, ...acceptLater }
/** Those of AcceptInvitePage that are there from the start. */
export type AcceptFirstLabels = Words<typeof acceptFirst>
/** Every sentence of AcceptInvitePage. */
export type AcceptLabels = Words<typeof acceptFirst & typeof acceptLater>
