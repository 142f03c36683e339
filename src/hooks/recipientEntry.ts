import type { InviteError } from '../error.js'
import type { EmailRefusal, EmailWarnings } from '../input/email.js'
import type { CreateInviteInput } from '../schema.js'

/** What holds for one recipient alone; everything else comes from the fields of the form. */
export type OwnValues = Partial<Omit<CreateInviteInput, 'email' | 'name'>>

/** One chip of the recipients field: an address that can be sent, or a text that cannot, with the reason. */
export interface RecipientEntry {
  /** A local key; says nothing about the address. */
  id: number
  /** As it was read: the address, or the text that is none. */
  text: string
  /** The address that is sent; absent where the text is none. */
  email?: string | undefined
  /** What the person is called, where the text said it. */
  name?: string | undefined
  /** Two entries of the same key are the same mailbox. */
  key?: string | undefined
  /** Why it cannot be sent, as `parseRecipients` names it. */
  reason?: EmailRefusal | undefined
  /** What is worth a second look, though it can be sent. */
  warning?: EmailWarnings | undefined
  own?: OwnValues | undefined
  /** Why the last attempt failed. */
  error?: InviteError | undefined
}

/** One person with all that is known of them, as a file or an app has it. */
export interface RecipientRow extends OwnValues {
  email: string
  name?: string | undefined
}

/** What became of an added text. */
export interface AddedRecipients {
  added: number
  duplicates: number
  invalid: number
  /** Pieces that are no recipients and were left out. */
  ignored: string[]
}
