import { InviteError } from './error.js'
import { checkEmail } from './input/email.js'
import type { Invite, InviteStatus } from './schema.js'
import { isLost, type SendOutcome } from './sendOutcome.js'
import { can, type InviteTransport } from './transport.js'

/** What is known of the sending. */
export interface ReconcileOptions {
  /** When the sending began, in milliseconds since 1970. */
  since: number
  /** The clock, in milliseconds since 1970. */
  now?: (() => number) | undefined
}

/** How far the clocks of provider and caller may differ. */
const slack = 120_000

/** Such a row says nothing of a new invite, unless it is new itself. */
const closed: readonly InviteStatus[] = ['accepted', 'declined', 'revoked']

/**
 * Looks up in the list what became of invites whose answer was lost: one reading, newest first, of at most 20
 * pages of 100. All other outcomes stay as they are. Never rejects.
 *
 * - In the list, and made no earlier than two minutes before `since` or without a date: sent.
 * - In the list, but older: `already_invited`, outcome `unknown`. The person has an invite; whether this try has
 *   mailed it again nobody can tell (Enhance keeps the date then). Nothing repeats an `unknown` by itself.
 *   The same where a row is dated later than now: the provider's clock is ahead, and old rows may look new.
 * - Not in the list, which was read to its end: the error as before, outcome `not_sent`. A date does not end the
 *   reading: behind the old rows of a slow clock, or of an invite that was renewed, there could be the one.
 * - Otherwise, also where a row had no address or could not be read, it stays `unknown`.
 */
export async function reconcile(
  transport: InviteTransport,
  outcomes: readonly SendOutcome[],
  { since, now = Date.now }: ReconcileOptions,
): Promise<SendOutcome[]> {
  const wanted = new Set(outcomes.filter(isLost).map(({ input }) => keyOf(input.email)))
  if (!wanted.size || !can(transport, 'list')) return [...outcomes]
  const found = new Map<string, Invite>()
  const earliest = since - slack
  let ended = false
  let ahead = false
  let unclear = false
  try {
    let cursor: string | undefined
    for (let pages = 0; pages < 20 && found.size < wanted.size && !ended; pages++) {
      // oxlint-disable-next-line no-await-in-loop
      const page = await transport.list({ pageSize: 100, cursor })
      for (const invite of page.invites) {
        const created = dateOf(invite)
        const key = keyOf(invite.email ?? '')
        if (created > now() + slack) ahead = true
        if (!key) unclear = true
        if (!wanted.has(key) || found.has(key)) continue
        if (!closed.includes(invite.status) || created >= earliest) found.set(key, invite)
      }
      if (page.unreadable) unclear = true
      cursor = page.next
      ended = cursor === undefined
    }
  } catch {
    // What was found before holds; nothing can be said of the others.
  }

  return outcomes.map((outcome): SendOutcome => {
    if (!isLost(outcome)) return outcome
    const { input, error } = outcome
    const invite = found.get(keyOf(input.email))
    if (invite && !ahead && (invite.createdAt === undefined || dateOf(invite) >= earliest)) {
      const { mailed, url } = invite
      const delivery = mailed === undefined ? 'unknown' : mailed ? 'mailed' : 'stored'
      return { input, status: 'sent', sent: { email: input.email, delivery, invite, url } }
    }
    if (!invite && (!ended || unclear)) return outcome
    const known = invite
      ? new InviteError('already_invited', { outcome: 'unknown' })
      : new InviteError(error.code, { ...error.toJSON(), outcome: 'not_sent' })
    return { input, status: 'failed', error: known }
  })
}

/** Not a number where there is no date, which is neither earlier nor later than anything. */
function dateOf({ createdAt = '' }: Invite): number {
  return Date.parse(createdAt)
}

/** Also for addresses that `checkEmail` refuses: providers have other rules. */
function keyOf(email: string): string {
  return (
    checkEmail(email).key ?? email.trim().replace(/[A-Z]+/g, (letters) => letters.toLowerCase())
  )
}
