import type { InviteErrorCode } from '../error.js'

/** A sentence for each code of an error. */
export const errors: Record<InviteErrorCode, string> = {
  invalid_input: 'Something in this was refused. Check it and try again.',
  unauthenticated: 'You are signed out. Sign in and try again.',
  forbidden: 'You are not allowed to do this. Ask an administrator.',
  wrong_account: 'This invitation is for another account.',
  email_unverified: 'Verify your e-mail address first, then come back.',
  not_found: 'This invitation is no longer valid.',
  expired: 'This invitation has expired.',
  revoked: 'This invitation was withdrawn.',
  already_accepted: 'This invitation has been used already.',
  already_invited: 'Already invited. Resend the pending invitation instead.',
  already_member: 'Already a member.',
  limit_reached: 'No seats are left. Free one or raise the limit, then try again.',
  rate_limited: 'Too many tries. Wait a moment and try again.',
  unsupported: 'The provider cannot do this.',
  invalid_response:
    'The answer could not be read. Try again; if it stays, tell your administrator.',
  offline: 'You are offline. Nothing was sent. Try again when you are back.',
  timeout: 'No answer came in time.',
  network: 'The service could not be reached. Check your connection and try again.',
  unavailable: 'The service has a problem. Try again in a moment.',
  config: 'Invitations are not set up correctly here. Tell your administrator.',
  unknown: 'Something went wrong. Try again.',
}
