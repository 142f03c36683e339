import { acceptFirst } from './enAccept.js'
import { errors } from './enErrors.js'
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
export const form = {
  locale: 'en',
  title: 'Invite people',
  recipients: 'E-mail addresses',
  recipientsHint:
    'Type or paste addresses, separated by commas, spaces or new lines. To change one, press it, or F2 on its button.',
  recipientList: { other: 'Recipients, {count}' },
  placeholder: 'name@company.com',
  remove: 'Remove {email}',
  removed: { one: 'Removed {email}, 1 left', other: 'Removed {email}, {count} left' },
  removedBlocked: { one: '1 entry removed.', other: '{count} entries removed.' },
  removeBlocked: {
    one: 'Remove 1 that cannot be sent',
    other: 'Remove {count} that cannot be sent',
  },
  importFile: 'Import a file',
  template: 'Get a template',
  rowsLeft: {
    one: '1 row of the file was left out, since it has a problem. Import the file again to mend it.',
    other:
      '{count} rows of the file were left out, since they have a problem. Import the file again to mend them.',
  },
  notLoaded: 'This part could not be loaded. Check your connection, or reload the page.',
  undo: 'Undo',
  undone: 'The last change was taken back.',
  added: { one: '1 address added.', other: '{count} addresses added.' },
  duplicates: { one: '1 was there already.', other: '{count} were there already.' },
  unreadable: { one: '1 cannot be sent.', other: '{count} cannot be sent.' },
  ignored: 'Left out: {list}',
  more: { other: 'and {count} more' },
  fromStart: 'Back to the first ones',
  change: 'Change {email}',
  address: 'Address',
  personName: 'Name',
  roleOfAll: 'Role as for all',
  done: 'Done',
  meant: 'Did you mean {email}?',
  refusals: {
    incomplete: 'Not a whole e-mail address',
    several: 'More than one address, or a space in it',
    characters: 'A character in it cannot be used in an address',
    hidden: 'It has characters that cannot be seen',
    dots: 'A dot or hyphen is out of place',
    long: 'Too long for an address',
  },
  denied: 'This domain cannot be invited',
  member: 'Already a member',
  pending: 'Already invited',
  nameMissing: 'Name missing',
  outside: 'Outside your organization',
  lookalike: 'Mixes alphabets: look twice',
  noMail: 'Gets no mail',
  unusual: 'Unusual address: look twice',
  resend: 'Resend',
  resendTo: 'Resend the invitation to {email} instead',
  resent: 'Sent again to {email}.',
  role: 'Role',
  message: 'Message',
  messageCount: '{count} of {limit} characters',
  messageLong: {
    one: 'Shorten the message by 1 character.',
    other: 'Shorten the message by {count} characters.',
  },
  groups: 'Groups',
  groupsHint: 'Separate several with commas.',
  fieldMissing: 'Fill in “{field}”.',
  delivery: 'Delivery',
  byMail: 'Send an e-mail',
  byLink: 'Only make a link',
  expiry: 'Expires',
  expiryDefault: 'Provider default',
  expiryDays: { one: 'After 1 day', other: 'After {count} days' },
  expiryDate: 'On {date}',
  seats: '{used} of {total} seats: {members} members, {pending} invited, {typed} here',
  seatsShort: { one: '1 seat is missing.', other: '{count} seats are missing.' },
  submit: { one: 'Send invitation', other: 'Send {count} invitations' },
  submitEmpty: 'Send invitations',
  sending: { one: 'Sending 1 invitation…', other: 'Sending {count} invitations…' },
  progress: '{done} of {total}',
  stop: 'Stop',
  stopping: 'Stopping…',
  waiting: 'The provider wants a break. It goes on in {seconds} s.',
  signIn: 'Sign in again, and it goes on.',
  elsewhere: 'Another tab is sending. This one goes on after it.',
  interrupted: 'A sending was interrupted: {done} of {total} were done.',
  resume: 'Continue',
  drop: 'Forget it',
  problem: 'There is a problem',
  noRecipients: 'Add at least one e-mail address.',
  blocked: {
    one: '1 entry cannot be sent. Correct or remove it.',
    other: '{count} entries cannot be sent. Correct or remove them.',
  },
  nameless: {
    one: '1 person needs a name.',
    other: '{count} people need a name.',
  },
  lostOnly: 'Whether these were invited is not known. Check before you send again.',
  seatsProblem: {
    one: 'Take out 1 person: there are not enough seats.',
    other: 'Take out {count} people: there are not enough seats.',
  },
  results: 'Results',
  resultSent: { one: '1 invitation sent.', other: '{count} invitations sent.' },
  resultFailed: { one: '1 was not sent.', other: '{count} were not sent.' },
  resultLost: { one: 'Of 1 it is not known.', other: 'Of {count} it is not known.' },
  mailed: 'Invited',
  stored: 'Invited, but no e-mail was sent. Hand over the link.',
  addedDirectly: 'Had an account and was added at once',
  renewed: 'Was invited already; the e-mail was sent again',
  deliveryUnknown: 'Invited; whether an e-mail went out is not known',
  lost: 'The answer was lost. It may have been sent.',
  retry: { one: 'Try 1 again', other: 'Try {count} again' },
  check: 'Check again',
  checked: { one: '1 had arrived.', other: '{count} had arrived.' },
  anyway: { one: 'Send 1 again anyway', other: 'Send {count} again anyway' },
  download: 'Download results',
  copyLink: 'Copy link',
  copyLinkFor: 'Copy link for {email}',
  copyLinks: { one: 'Copy 1 link', other: 'Copy {count} links' },
  copied: 'Copied',
  copyFailed:
    'The browser did not allow to copy. It wants a secure page (https) and your permission.',
  columns: { email: 'E-mail', name: 'Name', role: 'Role', result: 'Result', link: 'Link' },
  errors,
}
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
