'use client'
import { useMemo, useRef, useState } from 'react'
import type { InviteError } from '../error.js'
import { checkEmail, type EmailRefusal, type EmailWarnings } from '../input/email.js'
import { parseRecipients } from '../input/recipients.js'
import type { CreateInviteInput } from '../schema.js'

/** What holds for one recipient alone; everything else comes from the fields of the form. */
export type OwnValues = Partial<Omit<CreateInviteInput, 'email' | 'name'>>

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
  own?: OwnValues | undefined
  /** Why the last attempt failed. */
  error?: InviteError | undefined
}

/** One person with all that is known of them, as a file or an app has it. */
export interface RecipientRow extends OwnValues {
  email: string
  name?: string | undefined
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
  addRows: (rows: readonly RecipientRow[]) => AddedRecipients
  /** Changes one entry in its place. A text is read anew; an empty one removes it, several addresses add the others. */
  edit: (id: number, change: { text?: string; name?: string; own?: OwnValues }) => void
  remove: (...ids: number[]) => void
  /** Takes the last change back; absent where there is none. What was sent stays sent. */
  undo: (() => void) | undefined
  /** The entries as of now, also within the event that changed them. */
  current: () => readonly RecipientEntry[]
  /** Takes out those who are done and marks those who failed. */
  settle: (done: ReadonlySet<number>, errors: ReadonlyMap<number, InviteError>) => void
}

type Fresh = Omit<RecipientEntry, 'id'>

interface State {
  entries: readonly RecipientEntry[]
  past: readonly (readonly RecipientEntry[])[]
}

const nothing: State = { entries: [], past: [] }

/** The list of recipients behind the field. */
export function useRecipients(): Recipients {
  const [{ entries, past }, set] = useState(nothing)
  // Read by `add`, which has to answer at once, also twice within one render.
  const latest = useRef(nothing)
  const lastId = useRef(0)

  const undoable = past.length > 0
  const actions = useMemo(() => {
    const become = (state: State) => {
      latest.current = state
      set(state)
    }
    const change = (next: readonly RecipientEntry[]) =>
      become({
        entries: next,
        past: [...latest.current.past.slice(-20), latest.current.entries],
      })
    const named = (fresh: Fresh): RecipientEntry => ({ ...fresh, id: ++lastId.current })
    const unknown = (fresh: readonly Fresh[], among: readonly RecipientEntry[]) => {
      const known = new Set(among.map(({ key }) => key))
      known.delete(undefined)
      return fresh.filter(({ key }) => !known.has(key) && (key === undefined || known.add(key)))
    }
    const append = (fresh: readonly Fresh[]) => {
      const news = unknown(fresh, latest.current.entries)
      if (news.length > 0) change([...latest.current.entries, ...news.map(named)])
      return news.length
    }

    return {
      current: () => latest.current.entries,
      add: (text: string): AddedRecipients => {
        const { fresh, invalid, duplicates, ignored } = read(text)
        const added = append(fresh) - invalid
        return {
          added,
          invalid,
          duplicates: fresh.length - invalid - added + duplicates,
          // Bullets and the like are nothing that a person would look for.
          ignored: ignored.filter((piece) => /[\p{L}\p{N}]/u.test(piece)),
        }
      },
      addRows: (rows: readonly RecipientRow[]): AddedRecipients => {
        const fresh = rows.map(({ email, name, ...own }) => ({ ...judged(email), name, own }))
        const invalid = fresh.filter(({ reason }) => reason).length
        const added = append(fresh) - invalid
        return { added, invalid, duplicates: fresh.length - invalid - added, ignored: [] }
      },
      edit: (
        id: number,
        { text, name, own }: { text?: string; name?: string; own?: OwnValues },
      ) => {
        const before = latest.current.entries
        const index = before.findIndex((entry) => entry.id === id)
        const entry = before[index]
        if (!entry) return
        const kept = {
          ...entry,
          name: name === undefined ? entry.name : name || undefined,
          own: own ? { ...entry.own, ...own } : entry.own,
        }
        const others = before.filter((other) => other !== entry)
        const [first, ...more] =
          text === undefined || text.trim() === entry.text ? [kept] : unknown(reread(text), others)
        change([
          ...before.slice(0, index),
          ...(first ? [{ ...first, id, name: first.name ?? kept.name, own: kept.own }] : []),
          ...more.map(named),
          ...before.slice(index + 1),
        ])
      },
      remove: (...ids: number[]) => {
        const gone = new Set(ids)
        change(latest.current.entries.filter(({ id }) => !gone.has(id)))
      },
      undo: () => {
        const before = latest.current.past.at(-1)
        if (before) become({ entries: before, past: latest.current.past.slice(0, -1) })
      },
      settle: (done: ReadonlySet<number>, errors: ReadonlyMap<number, InviteError>) =>
        become({
          entries: latest.current.entries
            .filter(({ id }) => !done.has(id))
            .map((entry) => {
              const error = errors.get(entry.id)
              return error ? { ...entry, error } : entry
            }),
          past: [],
        }),
    }
  }, [])

  return useMemo(
    () => ({ ...actions, entries, undo: undoable ? actions.undo : undefined }),
    [actions, entries, undoable],
  )
}

function read(text: string) {
  const { recipients, rejected, ignored, duplicates } = parseRecipients(text)
  const fresh: Fresh[] = [
    ...recipients.map(({ text: typed, ...rest }) => ({ ...rest, text: typed ?? rest.email })),
    ...rejected,
  ]
  return { fresh, invalid: rejected.length, duplicates: duplicates.length, ignored }
}

/** An edited text; where nothing in it is meant as an address, it stays as it is, with the reason. */
function reread(text: string): Fresh[] {
  const { fresh } = read(text)
  return fresh.length > 0 || !text.trim() ? fresh : [judged(text.trim())]
}

function judged(typed: string): Fresh {
  const { verdict, reason, email, key } = checkEmail(typed)
  if (verdict === 'reject') return { text: typed, reason }
  return { text: typed, email, key, ...(verdict === 'warn' && { warning: reason }) }
}
