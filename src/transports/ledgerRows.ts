import * as z from 'zod/mini'
import { InviteError } from '../error.js'
import { randomKey } from '../randomKey.js'
import { createInviteInput, inviteSchema } from '../schema.js'
import { pooled } from './pooled.js'

/**
 * Where the ledger keeps its rows: a key-value store of JSON values. The four methods are those of `unstorage`,
 * so that memory, files, Redis and others are a driver away; each may answer at once or by a promise.
 */
export interface LedgerStorage {
  /** The value as it was set; null or undefined where there is none. */
  getItem(key: string): unknown
  setItem(key: string, value: object): unknown
  removeItem(key: string): unknown
  /** The keys that begin with `base`, as they were set; others beside them do no harm. */
  getKeys(base: string): string[] | Promise<string[]>
}

const ledgerRow = /*#__PURE__*/ z.object({ invite: inviteSchema, input: createInviteInput })
/** An invite as it was when last heard of, and what it was made from. */
export type LedgerRow = z.output<typeof ledgerRow>

const doubtful = /*#__PURE__*/ z.object({ until: z.number() })

/** The rows of one transport. One key per invite and no index beside them: two who write at once lose nothing. */
export function ledgerRows(storage: LedgerStorage, key: string, now: () => Date) {
  const prefix = `invites:${segment(key)}:`
  const keyOf = (id: string) => prefix + segment(id)
  // No segment begins so.
  const doubts = `${prefix}__`
  /** null for none, undefined for one that is not understood. */
  const read = async (at: string): Promise<LedgerRow | null | undefined> => {
    try {
      const value = await storage.getItem(at)
      if (value === null || value === undefined) return null
      if (at.startsWith(doubts)) {
        const { data: doubt } = z.safeParse(doubtful, value)
        if (doubt && doubt.until > now().getTime()) return undefined
        await storage.removeItem(at)
        return null
      }
      const { data } = z.safeParse(ledgerRow, value)
      return data && keyOf(data.invite.id) === at ? data : undefined
    } catch (error) {
      if (error instanceof SyntaxError) return undefined
      throw error
    }
  }

  return {
    async all(): Promise<{ rows: LedgerRow[]; unreadable: number }> {
      try {
        const keys = await storage.getKeys(prefix)
        // In an order of its own, so that rows of one moment do not change places between pages.
        const own = keys.filter((one) => one.startsWith(prefix)).toSorted()
        const found = await pooled(own, 32, read)
        return {
          rows: found.flatMap((row) => row ?? []),
          unreadable: found.filter((row) => row === undefined).length,
        }
      } catch {
        throw unread()
      }
    },

    async get(id: string): Promise<LedgerRow | undefined> {
      try {
        return (await read(keyOf(id))) ?? undefined
      } catch {
        throw unread()
      }
    },

    async put(row: LedgerRow): Promise<void> {
      await storage.setItem(keyOf(row.invite.id), row)
    },

    /** An invite may exist of which there is no row: for an hour that counts as one that is not understood. */
    async doubt(): Promise<void> {
      await storage.setItem(doubts + randomKey(), { until: now().getTime() + 3_600_000 })
    },

    async remove(id: string): Promise<void> {
      await storage.removeItem(keyOf(id))
    },
  }
}

const unread = () =>
  new InviteError('unavailable', { message: 'The storage of the ledger could not be read.' })

/**
 * A text as one segment of a key: small letters, digits and `-` stay. Stores take `:` and `/` for levels, `..` for
 * an attack, and some file systems do not tell case apart, nor take names of more than 255 characters.
 */
function segment(text: string): string {
  return text.replaceAll(/[^a-z0-9-]/gu, (one) =>
    /[A-Z]/.test(one) ? `_${one.toLowerCase()}` : `_${one.codePointAt(0)}_`,
  )
}
