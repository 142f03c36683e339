'use client'
import { useCallback, useMemo, useRef, useState } from 'react'
import type { InviteError } from '../error.js'
import type { EmailRefusal, EmailWarnings } from '../input/email.js'
import { parseRecipients } from '../input/recipients.js'

/** One chip of the recipients field: an address that can be sent, or a text that cannot, with the reason. */
export interface RecipientEntry {
  /** A local key; says nothing about the address. */
  id: number
  /** As it was read: the address, or the text that is none. */
  text: string
  /** The address that is sent; absent where the text is none. */
  email?: string | undefined
  /** What the person is called, where the text said it. */
  name?: string | undefined
  /** Two entries of the same key are the same mailbox. */
  key?: string | undefined
  /** Why it cannot be sent, as {@link parseRecipients} names it. */
  reason?: EmailRefusal | undefined
  /** What is worth a second look, though it can be sent. */
  warning?: EmailWarnings | undefined
  /** Why the last attempt failed. */
  error?: InviteError | undefined
}

/** What became of an added text. */
export interface AddedRecipients {
  added: number
  duplicates: number
  invalid: number
  /** Pieces that are no recipients and were left out. */
  ignored: string[]
}

export interface Recipients {
  entries: readonly RecipientEntry[]
  /** Reads a text of any form and adds what it holds. Nothing is lost: what is no address stays, marked. */
  add: (text: string) => AddedRecipients
  remove: (id: number) => void
  /** The entries as of now, also within the event that changed them. */
  current: () => readonly RecipientEntry[]
  /** Takes out those who are done and marks those who failed. */
  settle: (done: ReadonlySet<number>, errors: ReadonlyMap<number, InviteError>) => void
}

/** The list of recipients behind the field. */
export function useRecipients(): Recipients {
  const [entries, setEntries] = useState<readonly RecipientEntry[]>([])
  // Read by `add`, which has to answer at once, also twice within one render.
  const latest = useRef(entries)
  const lastId = useRef(0)

  const change = useCallback((next: readonly RecipientEntry[]) => {
    latest.current = next
    setEntries(next)
  }, [])

  const add = useCallback(
    (text: string) => {
      const { recipients, rejected, ignored, duplicates } = parseRecipients(text)
      const known = new Set(latest.current.map(({ key }) => key))
      const fresh = recipients.filter(({ key }) => !known.has(key))
      change([
        ...latest.current,
        ...fresh.map(({ email, key, name, warning }) => ({
          id: ++lastId.current,
          text: email,
          email,
          key,
          name,
          warning,
        })),
        ...rejected.map(({ text: piece, reason }) => ({
          id: ++lastId.current,
          text: piece,
          reason,
        })),
      ])
      return {
        added: fresh.length,
        duplicates: recipients.length - fresh.length + duplicates.length,
        invalid: rejected.length,
        // Bullets and the like are nothing that a person would look for.
        ignored: ignored.filter((piece) => /[\p{L}\p{N}]/u.test(piece)),
      }
    },
    [change],
  )

  return useMemo(
    () => ({
      entries,
      add,
      current: () => latest.current,
      remove: (id) => change(latest.current.filter((entry) => entry.id !== id)),
      settle: (done, errors) =>
        change(
          latest.current
            .filter(({ id }) => !done.has(id))
            .map((entry) => ({ ...entry, error: errors.get(entry.id) ?? entry.error })),
        ),
    }),
    [entries, add, change],
  )
}
