import type { InviteErrorCode } from '../error.js'
import { sameAddress } from '../input/sameAddress.js'
import type { InvitePreview } from '../schema.js'
import type { AcceptKnown, AcceptStop } from './acceptState.js'

/** Refusals of the press that end it; all others leave the page as it is, with what was typed, and an error. */
export const ends: Partial<Record<InviteErrorCode, AcceptStop>> = {
  unauthenticated: 'unauthenticated',
  wrong_account: 'wrong_account',
  email_unverified: 'email_unverified',
  expired: 'expired',
  revoked: 'revoked',
  already_accepted: 'already_accepted',
  already_member: 'already_accepted',
  not_found: 'not_found',
  forbidden: 'forbidden',
  limit_reached: 'limit_reached',
}

/** The same for reading the invite, where nothing can be lost. */
export const unread: Partial<Record<InviteErrorCode, AcceptStop>> = {
  ...ends,
  rate_limited: 'rate_limited',
  offline: 'offline',
  // There is nothing in a lookup but the token: the link was mangled on its way.
  invalid_input: 'not_found',
}

/** What the invite says of itself. Its date says nothing: the clock here may be wrong. */
export const settled: Partial<Record<InvitePreview['status'], AcceptStop | 'declined'>> = {
  expired: 'expired',
  revoked: 'revoked',
  accepted: 'already_accepted',
  declined: 'declined',
}

/** Whether the viewer is known to be the one who was invited. */
export function isOwner({ viewer, preview }: AcceptKnown): boolean {
  return Boolean(viewer?.email && preview?.email && sameAddress(viewer.email, preview.email))
}

/** Why the account that is signed in cannot answer. */
export function accountStop(known: AcceptKnown, allowUnverified?: boolean): AcceptStop | undefined {
  const { viewer, preview } = known
  if (viewer?.email && preview?.email && !isOwner(known)) return 'wrong_account'
  return viewer?.emailVerified === false && !allowUnverified ? 'email_unverified' : undefined
}
