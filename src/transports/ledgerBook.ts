import { InviteError } from '../error.js'
import type { CreateInviteInput, Invite, SentInvite } from '../schema.js'
import type { LedgerOptions } from './ledgerOptions.js'
import { ledgerRows, type LedgerRow, type LedgerStorage } from './ledgerRows.js'

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
