import { InviteError } from '../error.js'
import type { CreateInviteInput, Invite, SentInvite } from '../schema.js'
import type { InviteMail } from './inviteMail.js'
import { ledgerRows, type LedgerRow, type LedgerStorage } from './ledgerRows.js'

/** Whose invites a ledger keeps, and by which clock. */
export interface LedgerOptions {
  /**
   * Whose invites these are, where one account of the provider serves several organizations, as at Authress: each has
   * its own rows and its own `key`. What is not in them can still be revoked by its id: in the handler, add
   * `ownershipCheck: 'list'`.
   */
  scope?: string | undefined
  /**
   * Mails the link of an invite again, for providers that mail nobody (Authress: the same function as there).
   * Without it, and for an invite that is past its date, resend replaces the invite.
   */
  deliver?: ((invite: InviteMail) => Promise<void> | void) | undefined
  /**
   * Whether a replaced invite is withdrawn before the new one is made: for providers that take no second invite of
   * an address (Astronomer).
   * @default false, the new one first
   */
  revokeFirst?: boolean | undefined
  /**
   * The token by which the transport's `lookup` knows an invite; undefined to believe the row without asking.
   * @default its id, as at Authress and Astronomer, unless its link is seen to carry something else
   */
  tokenOf?: ((invite: Invite) => string | undefined) | undefined
  /**
   * Called where the provider has done it and the storage has not: an invite that was created and is not in the
   * list, or one that is gone and still is.
   */
  onUnrecorded?: ((error: unknown, invite: Partial<Invite>) => unknown) | undefined
  /** The clock. */
  now?: (() => Date) | undefined
}

export interface LedgerBook {
  all(): Promise<{ rows: LedgerRow[]; unreadable: number }>
  find(id: string): Promise<LedgerRow | undefined>
  /** Keeps what was sent. The answer is without `invite` where that did not work. */
  record(sent: SentInvite, input: CreateInviteInput): Promise<SentInvite>
  /** Rewrites a row that is still there; false where that did not work. */
  change(row: LedgerRow): Promise<boolean>
  forget(id: string): Promise<void>
  /** Notes that an invite may exist without a row, where its answer was lost. */
  doubt(input: CreateInviteInput): Promise<void>
}

/** The rows, written so that a storage that fails makes no failure of what the provider has done. */
export function ledgerBook(
  key: string,
  storage: LedgerStorage,
  { onUnrecorded, now = () => new Date() }: LedgerOptions,
): LedgerBook {
  const rows = ledgerRows(storage, key, now)
  const attempt = async (write: () => Promise<void>, invite: Partial<Invite>) => {
    try {
      await write()
      return true
    } catch (error) {
      try {
        await onUnrecorded?.(error, invite)
      } catch {
        // A log that fails changes nothing of what is done.
      }
      return false
    }
  }

  return {
    all: () => rows.all(),
    find: (id) => rows.get(id),

    async record(sent, input) {
      if (sent.delivery === 'added') return sent
      const { invite: told, ...rest } = sent
      const known = {
        email: told?.email ?? input.email,
        name: told?.name ?? input.name,
        role: told?.role ?? input.role,
        createdAt: told?.createdAt ?? now().toISOString(),
        url: told?.url ?? sent.url,
      }
      const invite = told && { ...told, ...known }
      const kept = await attempt(() => {
        if (invite) return rows.put({ invite, input })
        throw new InviteError('invalid_response', { message: 'The answer has no id to keep.' })
      }, invite ?? known)
      return kept ? { ...rest, invite } : rest
    },

    change(row) {
      return attempt(async () => {
        // Withdrawn meanwhile by somebody else, it must not come back.
        if (await rows.get(row.invite.id)) await rows.put(row)
      }, row.invite)
    },

    async doubt({ email }) {
      await attempt(() => rows.doubt(), { email })
    },

    async forget(id) {
      await attempt(() => rows.remove(id), { id })
    },
  }
}
