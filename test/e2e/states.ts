/**
 * The states of each component that are looked at in every mode: the story that shows it, and what is to be seen there
 * and in no other state.
 */
export const states = {
  InviteForm: {
    empty: ['Empty', '.ik-form:not(:has(.ik-chip))'],
    typing: ['Typing', 'input[inputmode=email]:focus:not([value=""])'],
    'one recipient': ['OneRecipient', '.ik-chip:only-child'],
    'twenty recipients': ['TwentyRecipients', '.ik-chip:nth-child(20):last-child'],
    'a recipient that cannot be sent': ['InvalidRecipient', '.ik-chip[data-severity=invalid]'],
    'a recipient to look at twice': ['KnownBefore', '.ik-chip[data-severity=note]'],
    'summary of errors': ['NothingToSend', '.ik-summary [role=alert]'],
    sending: ['Sending', '.ik-button-primary[aria-disabled=true]'],
    'partial result': ['PartialFailure', '.ik-result-group ~ .ik-result-group'],
    success: ['Sent', '.ik-result-group[data-status=mailed]:only-of-type'],
    'asked to wait': ['Waiting', '.ik-sending'],
    offline: ['Offline', '.ik-chip'],
  },
  PendingInvitesTable: {
    loading: ['Loading', '[data-status=loading][aria-busy=true]'],
    empty: ['Empty', '[data-status=empty]'],
    'one row': ['OneInvite', '.ik-row:only-child'],
    'fifty rows': ['FiftyRows', '.ik-row:nth-child(50):last-child'],
    failed: ['Failed', '[data-status=failed] [role=alert]'],
    'out of date': ['Stale', '[data-status=stale]'],
    'a row under way': ['ResendUnderWay', '.ik-row[data-pending]'],
    'question before revoke': ['AskedBeforeRevoke', 'dialog[open][role=alertdialog]'],
    selection: ['Selected', '.ik-row input:checked'],
    'a status that nobody knows': ['UnknownStatus', '.ik-row[data-status=unknown]'],
    'the second page': ['Pages', 'nav'],
    'the menu of a row': ['Menu', '[role=menu]'],
  },
  AcceptInvitePage: {
    loading: ['Loading', 'main[data-status=loading]'],
    'to be answered, signed out': ['ReadySignedOut', 'main[data-status=ready]'],
    'to be answered, signed in': ['ReadySignedIn', 'main[data-status=ready]'],
    'wrong account': ['WrongAccount', 'main[data-status=wrong_account]'],
    unverified: ['Unverified', 'main[data-status=email_unverified]'],
    expired: ['Expired', 'main[data-status=expired]'],
    revoked: ['Revoked', 'main[data-status=revoked]'],
    used: ['AlreadyAccepted', 'main[data-status=already_accepted]'],
    'not found': ['NoLongerValid', 'main[data-status=not_found]'],
    'network failure': ['NetworkFailure', 'main[data-status=failed]'],
    accepting: ['Accepting', 'main[data-status=accepting]'],
    accepted: ['Accepted', 'main[data-status=accepted]'],
  },
} satisfies Record<string, Record<string, [story: string, seen: string]>>

/** As Storybook makes an id of a title and an export. */
export const storyId = (title: string, story: string) =>
  `${title.toLowerCase()}--${story.replaceAll(/(?<=[a-z])(?=[A-Z])/g, '-').toLowerCase()}`
