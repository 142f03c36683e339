import type { CreateInviteInput } from '../schema.js'

/** What a reload has interrupted. */
export interface Interrupted {
  /** How many had an answer. */
  done: number
  total: number
  /** When it began, in milliseconds since 1970. */
  since: number
  /** Whose answer had not come: they may have been invited all the same. */
  left: { input: CreateInviteInput; key: string }[]
}

interface Begun {
  since: number
  /** How many were done before these: of a sending that was interrupted earlier. */
  before: number
  people: Interrupted['left']
}

/**
 * Who is being sent to, kept for this tab over a reload: addresses and values, and who has an answer. What an earlier
 * sending has left is kept beside it until it is dropped. No token and no link is in it. Without a storage, or with a
 * full one, nothing is kept.
 */
export function sendJournal(name: string, storage: Storage | undefined) {
  const begun = `invite-kit:sending:${name}`
  const answered = `${begun}:answered`
  let marks: string[] = []
  let earlier: Begun | undefined
  let pending = false

  const write = (key: string, value: string | undefined) => {
    try {
      if (value === undefined) storage?.removeItem(key)
      else storage?.setItem(key, value)
    } catch {
      // Full, or forbidden by the browser.
    }
  }
  const keep = (of: Begun | undefined) => {
    marks = []
    write(answered, undefined)
    write(begun, of?.people.length ? JSON.stringify(of) : undefined)
  }
  const read = (): Interrupted | undefined => {
    try {
      const { since, before, people } = JSON.parse(storage?.getItem(begun) ?? '') as Begun
      const seen = storage?.getItem(answered) ?? ''
      const left = people.filter((_, index) => seen[index] !== 'x')
      const total = before + people.length
      return left.length > 0 ? { done: total - left.length, total, since, left } : undefined
    } catch {
      return undefined
    }
  }

  return {
    read,
    begin(people: readonly Interrupted['left'][number][], since: number) {
      const now = new Set(people.map(({ input }) => input.email))
      const cut = read()
      const left = cut?.left.filter(({ input }) => !now.has(input.email)) ?? []
      earlier = cut && { since: cut.since, before: cut.total - left.length, people: left }
      keep({ since: cut?.since ?? since, before: cut?.done ?? 0, people: [...people, ...left] })
      marks = people.map(() => '.')
    },
    /** Of a batch all come at once, and are written once. */
    mark(index: number) {
      marks[index] = 'x'
      if (pending) return
      pending = true
      queueMicrotask(() => {
        pending = false
        if (marks.length > 0) write(answered, marks.join(''))
      })
    },
    /** All have an answer. */
    end: () => keep(earlier),
    drop: () => keep(undefined),
  }
}
