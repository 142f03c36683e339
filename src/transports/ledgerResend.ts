import { InviteError } from '../error.js'
import type { Invite, SentInvite } from '../schema.js'
import { can, type InviteOperations, type InviteTransport } from '../transport.js'
import type { LedgerBook } from './ledgerBook.js'
import type { LedgerOptions } from './ledgerOptions.js'
import { aged, goneCodes, ledgerCheck } from './ledgerCheck.js'
import type { LedgerRow } from './ledgerRows.js'
import { notSent } from './notSent.js'

/** Mails an invite of the ledger again, or puts a new one in its place. */
export function ledgerResend(
  transport: InviteTransport<'create'>,
  book: LedgerBook,
  options: LedgerOptions,
): InviteOperations['resend'] {
  const { deliver, revokeFirst, now = () => new Date() } = options

  const withdraw = async ({ id, status }: Invite): Promise<void> => {
    try {
      if (can(transport, 'revoke')) await transport.revoke({ id })
      else if (status !== 'expired') throw new InviteError('unsupported', { outcome: 'not_sent' })
    } catch (error) {
      if (!goneCodes.includes(InviteError.from(error).code)) throw error
    }
  }

  const replace = async (row: LedgerRow, signal?: AbortSignal): Promise<SentInvite> => {
    const { invite } = row
    const { id, status, createdAt = '' } = invite
    // A date that was asked for moves on by the same span.
    const span = Date.parse(row.input.expiresAt ?? '') - Date.parse(createdAt)
    const expiresAt = span > 0 ? new Date(now().getTime() + span).toISOString() : undefined
    const input = { ...row.input, expiresAt }
    const withdrawn = revokeFirst || status === 'revoked'
    if (revokeFirst) {
      // Noted first: wherever it breaks off, a row tells who may be without an invite, and can be resent again.
      if (!(await book.change({ ...row, invite: { ...invite, status: 'revoked' } })))
        throw unnoted()
      await withdraw(invite).catch(async (error: unknown) => {
        if (InviteError.from(error).outcome === 'not_sent') await book.change(row)
        throw error
      })
    }
    const sent = await transport
      .create(input, withdrawn ? {} : { signal })
      .catch((error: unknown) => {
        throw withdrawn ? withoutInvite(error, row.input.email) : error
      })
    const kept = await book.record(sent, input)
    const taken = kept.delivery === 'added' || (kept.invite && kept.invite.id !== id)
    // A link that nobody was mailed must be handed over first: until then the person has only the old one.
    const inUse = kept.delivery === 'stored' && status !== 'expired'
    if (!taken || (!withdrawn && inUse)) return kept
    try {
      if (!withdrawn) await withdraw(invite)
      await book.forget(id)
    } catch {
      // Both links work, and both rows stay.
    }
    return kept
  }

  return async ({ id }, { signal } = {}) => {
    signal?.throwIfAborted()
    const row = await book.find(id).catch(notSent)
    signal?.throwIfAborted()
    const { check } = ledgerCheck(transport, book, options, signal)
    const invite = row && (await check(aged(row.invite, now())))
    if (!row || !invite) throw new InviteError('not_found', { outcome: 'not_sent' })
    const { email, url, status, name, role, expiresAt } = invite
    const alive = status !== 'expired' && status !== 'revoked'
    if (alive && can(transport, 'resend')) {
      const sent = await transport.resend({ id }, { signal })
      if (!sent.invite) return sent
      const kept = await book.record(sent, row.input)
      if (kept.invite && kept.invite.id !== id) await book.forget(id)
      return kept
    }
    if (!deliver || !alive || !email || !url) return replace({ ...row, invite }, signal)
    try {
      await deliver({ id, email, url, name, role, expiresAt, message: row.input.message })
    } catch (error) {
      throw InviteError.from(error)
    }
    const mailed = { ...invite, mailed: true }
    await book.change({ ...row, invite: mailed })
    return { email, delivery: 'mailed', invite: mailed, url }
  }
}

const unnoted = () =>
  new InviteError('unavailable', {
    message: 'The storage of the ledger could not be written, so nothing was sent.',
    outcome: 'not_sent',
  })

/** Half of a replacement is done, which no outcome but `unknown` may stand for. */
function withoutInvite(thrown: unknown, email: string): InviteError {
  const error = InviteError.from(thrown)
  const what = `${email}: the old invite is withdrawn, and a new one is not sure. Resend it from the list.`
  return new InviteError(error.code, {
    ...error.toJSON(),
    message: `${error.message} ${what}`,
    fields: { ...error.fields, email: what },
    outcome: 'unknown',
  })
}
