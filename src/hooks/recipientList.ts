import type { InviteError } from '../error.js'
import { checkEmail } from '../input/email.js'
import { parseRecipients } from '../input/recipients.js'
import type { AddedRecipients, OwnValues, RecipientEntry, RecipientRow } from './recipientEntry.js'

type Fresh = Omit<RecipientEntry, 'id'>
type Entries = readonly RecipientEntry[]

export interface RecipientList extends ReturnType<typeof recipientList> {}

/** The list of recipients behind the field. Tells each change, with the entries as they are then. */
export function recipientList(onChange: (entries: Entries) => void) {
  let entries: Entries = []
  let past: readonly Entries[] = []
  let lastId = 0

  const become = (next: Entries, before: readonly Entries[]) => {
    entries = next
    past = before
    onChange(next)
  }
  const change = (next: Entries) => become(next, [...past.slice(-20), entries])
  const named = (fresh: Fresh): RecipientEntry => ({ ...fresh, id: ++lastId })
  const unknown = (fresh: readonly Fresh[], among: Entries) => {
    const known = new Set(among.map(({ key }) => key))
    known.delete(undefined)
    return fresh.filter(({ key }) => !known.has(key) && (key === undefined || known.add(key)))
  }
  const append = (fresh: readonly Fresh[]) => {
    const news = unknown(fresh, entries)
    if (news.length > 0) change([...entries, ...news.map(named)])
    return news.length
  }

  return {
    entries: (): Entries => entries,

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

    edit: (id: number, { text, name, own }: { text?: string; name?: string; own?: OwnValues }) => {
      const index = entries.findIndex((entry) => entry.id === id)
      const entry = entries[index]
      if (!entry) return
      const kept = {
        ...entry,
        name: name === undefined ? entry.name : name || undefined,
        own: own ? { ...entry.own, ...own } : entry.own,
      }
      const others = entries.filter((other) => other !== entry)
      const [first, ...more] =
        text === undefined || text.trim() === entry.text ? [kept] : unknown(reread(text), others)
      change([
        ...entries.slice(0, index),
        ...(first ? [{ ...first, id, name: first.name ?? kept.name, own: kept.own }] : []),
        ...more.map(named),
        ...entries.slice(index + 1),
      ])
    },

    remove: (...ids: number[]) => {
      const gone = new Set(ids)
      change(entries.filter(({ id }) => !gone.has(id)))
    },

    undoable: () => past.length > 0,

    undo: () => {
      const before = past.at(-1)
      if (before) become(before, past.slice(0, -1))
    },

    /** Takes out those who are done and marks those who failed. What was sent stays sent: nothing can be undone. */
    settle: (done: ReadonlySet<number>, errors: ReadonlyMap<number, InviteError>) =>
      become(
        entries
          .filter(({ id }) => !done.has(id))
          .map((entry) => {
            const error = errors.get(entry.id)
            return error ? { ...entry, error } : entry
          }),
        [],
      ),
  }
}

function read(text: string) {
  const { recipients, rejected, ignored, duplicates } = parseRecipients(text)
  const fresh: Fresh[] = [
    ...recipients.map((one) => ({ ...one, text: one.text ?? one.email })),
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
