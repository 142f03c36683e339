import { InviteError, type InviteErrorCode } from '../error.js'
import type { Invite, InviteStatus } from '../schema.js'
import { can, type InviteTransport } from '../transport.js'
import type { LedgerBook } from './ledgerBook.js'
import type { LedgerOptions } from './ledgerOptions.js'
import { pooled } from './pooled.js'

/** After these there is nothing left that a row could stand for. */
export const goneCodes: readonly InviteErrorCode[] = [
  'not_found',
  'revoked',
  'expired',
  'already_accepted',
]
const goneStatuses: readonly InviteStatus[] = ['accepted', 'declined', 'revoked']

/** After these the next question would fare no better. */
const silent: readonly InviteErrorCode[] = [
  'unauthenticated',
  'rate_limited',
  'offline',
  'timeout',
  'network',
  'unavailable',
]

/** Pending or expired, by the clock. */
export function aged(invite: Invite, now: Date): Invite {
  const past = invite.expiresAt !== undefined && Date.parse(invite.expiresAt) <= now.getTime()
  return past && invite.status === 'pending' ? { ...invite, status: 'expired' } : invite
}

/** A wrong token would be answered by `not_found`, and rows be lost by it. */
const idInLink = ({ id, url = id }: Invite) => (url.includes(id) ? id : undefined)

interface LedgerCheck {
  /** An invite as it stands, undefined for one that is gone. Where the provider cannot be asked, the row as it is. */
  check: (invite: Invite) => Promise<Invite | undefined>
  /** Forgets what was not found, if the caller was seen to read others: one without rights finds none. */
  settle: () => Promise<void>
}

/** Questions to the provider, for the rows of one call. */
export function ledgerCheck(
  transport: InviteTransport,
  book: LedgerBook,
  { tokenOf = idInLink, now = () => new Date() }: LedgerOptions,
  signal?: AbortSignal,
): LedgerCheck {
  let asking = true
  let readable = false
  const missing: string[] = []

  const check: LedgerCheck['check'] = async (invite) => {
    // Withdrawn here, and not yet replaced: nobody else knows of it.
    const token = invite.status === 'revoked' ? undefined : tokenOf(invite)
    if (!asking || token === undefined || !can(transport, 'lookup')) return invite
    try {
      const { status, expiresAt } = await transport.lookup(
        { token, email: invite.email },
        { signal },
      )
      readable = true
      if (!goneStatuses.includes(status)) {
        const told = expiresAt && { expiresAt, expiryEstimated: undefined }
        const seen = { ...invite, status, ...told }
        // The provider's word outweighs an estimate.
        return seen.expiryEstimated ? seen : aged(seen, now())
      }
    } catch (error) {
      signal?.throwIfAborted()
      const { code } = InviteError.from(error)
      if (silent.includes(code)) asking = false
      if (!goneCodes.includes(code)) return invite
      if (code === 'not_found' && invite.status !== 'expired') {
        missing.push(invite.id)
        return undefined
      }
    }
    await book.forget(invite.id)
    return undefined
  }

  return {
    check,
    settle: async () => {
      if (readable) await pooled(missing, 6, (id) => book.forget(id))
    },
  }
}
