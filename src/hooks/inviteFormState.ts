import type { UseFormRegister } from 'react-hook-form'
import type { InviteError } from '../error.js'
import type { SendOutcome, SendPause } from '../send.js'
import type { InviteRole, TransportInfo } from '../transport.js'
import type { Seats, SubmitResult } from './inviteFormOptions.js'
import type { InviteFormValues } from './inviteFormValues.js'
import type { AddedRecipients, OwnValues, RecipientEntry, RecipientRow } from './recipientEntry.js'
import type { RecipientNote, RecipientProblem } from './recipientProblem.js'

/**
 * What reads addresses, judges them and sends. It is loaded after the first paint; an action that comes before waits
 * for it. Where it cannot be loaded, `part` is `failed`, what was to be read stays in `draft`, and what was to be sent
 * rejects with an InviteError `network`.
 */
export interface FormActions {
  entries: readonly RecipientEntry[]
  /**
   * `ready`: sent on submit. `blocked`: to be mended or removed before. `failed`: of the ready ones, those who have
   * failed before. `lost`: whether they were invited is not known.
   */
  counts: { ready: number; blocked: number; failed: number; lost: number }
  /** What stands against inviting one of the entries. */
  problemOf: (entry: RecipientEntry) => RecipientProblem | undefined
  /** What is worth a second look though it can be sent. */
  noteOf: (entry: RecipientEntry) => RecipientNote | undefined
  /** The address that may have been meant: a slip in a well-known domain, or in one of the organization's. */
  meantBy: (entry: RecipientEntry) => string | undefined
  /**
   * Reads a text of any form and adds what it holds. Nothing is lost: what is no address stays, marked. The entries are
   * there when it returns, unless `part` is still loading: the text then stands in `draft` until it is read. Undefined
   * where it cannot be.
   */
  add: (text: string) => Promise<AddedRecipients | undefined>
  addRows: (rows: readonly RecipientRow[]) => Promise<AddedRecipients>
  /** Takes what is typed into the list, as `add` does. Undefined where nothing is, or where only an address would do. */
  commitDraft: (only?: 'address') => Promise<AddedRecipients | undefined>
  /** Changes one entry in its place. A text is read anew; an empty one removes it, several addresses add the others. */
  edit: (id: number, change: { text?: string; name?: string; own?: OwnValues }) => void
  remove: (...ids: number[]) => void
  /** Takes out everybody who has to be mended or removed before anything can be sent. */
  removeBlocked: () => void
  /** Takes the last change back; absent where there is none. What was sent stays sent. */
  undo?: (() => void) | undefined
  /** Sends to all who are ready, the one in `draft` included. */
  submit: (data?: FormData) => Promise<SubmitResult>
  /** Sends again to those who failed. `lost` as well to those of whom it is not known: they may get a second mail. */
  retry: (which: 'failed' | 'lost') => Promise<SubmitResult>
  /** Reads the list to find out what became of those of whom it is not known. Absent where it cannot be read. */
  check?: (() => Promise<SendOutcome[]>) | undefined
  /** Mails a pending invite again instead of a second one. Absent where the transport cannot. */
  resend?: ((entry: RecipientEntry) => Promise<InviteError | undefined>) | undefined
  sending: boolean
  /** How many of how many have an outcome while sending. */
  progress: { done: number; total: number }
  /** Why sending waits, and until when if that is known. `elsewhere`: another tab is sending. */
  pause?: SendPause | { reason: 'elsewhere'; until?: undefined } | undefined
  /** Sends nothing more. What is under way is let finish, so that its outcome is known. */
  cancel: () => void
  /** A sending that a reload has interrupted. `resume` puts those left into the list and sends. */
  interrupted?:
    | { done: number; total: number; resume: () => Promise<SubmitResult>; drop: () => void }
    | undefined
  /** How the seats are taken, with those who are in the list, and how many are short. */
  seats: (Seats & { pending: number; typed: number; short: number }) | undefined
  /** Of the last sending. Who failed is still in `entries`, with the error. */
  outcomes: readonly SendOutcome[]
  /** What became of those whose answer was lost with the connection: it is looked up, once, when that is back. */
  lookedUp?: readonly SendOutcome[] | undefined
}

/** A form in progress: its people, its fields and its sending. */
export interface InviteForm extends FormActions {
  /** `register('role')` and the like give an input its props, as react-hook-form does. */
  register: UseFormRegister<InviteFormValues>
  roles: readonly InviteRole[]
  /** The role that is chosen at first. */
  defaultRole: InviteRole | undefined
  /** What else the transport's `create` takes. */
  fields: NonNullable<TransportInfo['fields']>
  maxMessage: number
  /** Whether the part that reads addresses and sends is there. Loading starts after the first paint. */
  part: 'loading' | 'ready' | 'failed'
  /** Loads that part after a failure, and reads what waits in `draft` for it. */
  reload: () => Promise<AddedRecipients | undefined>
}
