import { acceptFirst } from './enAccept.js'
import { errors } from './enErrors.js'
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
export const accept = {
  ...acceptFirst,
  continuing: 'One more step',
  continuingText:
    'The provider finishes this on a page of its own. If it does not open, press the button.',
  continueThere: 'Go to the provider',
  declined: 'Invitation declined',
  declinedText: 'You have not joined. You can close this page.',
  wrongAccount: 'This invitation is for another account',
  wrongAccountText: 'It is for {invited}, but you are signed in as {viewer}.',
  wrongAccountUnknown: 'You are signed in as {viewer}, and the invitation is for another address.',
  accountUnknown: 'The account you are signed in with is not the one that was invited.',
  signOut: 'Sign out',
  stay: 'Stay signed in',
  changed: 'You are signed in with another account now',
  changedText:
    'It is {viewer}. Nothing was answered yet: choose the account you want to join with.',
  useThis: 'Go on with this account',
  unauthenticated: 'Sign in to go on',
  unauthenticatedText: 'Your invitation waits, and you come back to it afterwards.',
  unverified: 'Verify your e-mail address first',
  unverifiedText:
    'Open the link in the verification e-mail, then come back here. Your invitation waits.',
  verified: 'I have verified it',
  expired: 'This invitation has expired',
  expiredText: 'The person who invited you can send you a new one.',
  revoked: 'This invitation was withdrawn',
  revokedText: 'If that is a surprise, ask the person who invited you.',
  alreadyMine: 'You have joined already',
  alreadyMineText: 'You accepted this invitation before. There is nothing left to do.',
  used: 'This invitation has been used',
  usedText:
    'Somebody has accepted it. If that was you, sign in or go on. If not, tell the person who invited you.',
  gone: 'This invitation is no longer valid',
  goneText: 'It may have been used, withdrawn or have expired: the provider does not say which.',
  goneAfterAnswer:
    'Your answer may have arrived all the same: the provider does not say. Go on and see whether you have joined; if not, ask for a new invitation.',
  forbidden: 'You cannot use this invitation',
  forbiddenText:
    'The provider does not allow it to your account. Use another one, or ask the person who invited you.',
  limit: 'There is no room for you at the moment',
  limitText:
    'The organization has reached a limit, of seats or of its subscription. Ask the person who invited you to make room, then try again.',
  slowDown: 'Too many tries',
  slowDownText: 'Wait a moment, then try again.',
  slowDownFor: { one: 'Try again in 1 second.', other: 'Try again in {count} seconds.' },
  offline: 'You are offline',
  offlineText: 'Nothing was lost. The page goes on when you are connected again.',
  lost: 'The answer was lost, so it is not known whether this went through. Try again: that is looked up first, and nothing is done twice.',
  askAgain: 'Ask for a new invitation',
  errors,
}
/** Every sentence of AcceptInvitePage. */
export type AcceptLabels = Words<typeof accept>
