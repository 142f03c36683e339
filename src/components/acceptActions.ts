/** What only the app can do. A button whose function is absent is not shown. */
export interface AcceptActions {
  /** Takes the invitee to the sign-in page, and back to this invite. */
  onSignIn?: (() => void) | undefined
  /** Signs out, and lets the invitee come back as somebody else. */
  onSwitchAccount?: (() => void) | undefined
  /** Signs out, for an account that is of no use here. */
  onSignOut?: (() => void) | undefined
  /** Leaves an invite for another account alone, and goes on signed in as before. */
  onStay?: (() => void) | undefined
  /** Goes on into the app after acceptance. */
  onDone?: (() => void) | undefined
  /**
   * Where a link goes on after acceptance, in place of `onDone`: a path of this origin; others lead to its start.
   * @default '/'
   */
  redirectTo?: string | undefined
  /** Asks the inviter for a new invite, where this one is past use. */
  onAskAgain?: (() => void) | undefined
}
