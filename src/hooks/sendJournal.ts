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
  people: Interrupted['left']
}

/**
 * Who is being sent to, kept for this tab over a reload: addresses and values, and who has an answer. No token and
 * no link is in it. Without a storage, or with a full one, nothing is kept.
 */
export function sendJournal(name: string, storage: Storage | undefined) {
  const begun = `invite-kit:sending:${name}`
  const answered = `${begun}:answered`
  let marks: string[] = []

  const write = (key: string, value: string) => {
    try {
      storage?.setItem(key, value)
    } catch {
      // Full, or forbidden by the browser.
    }
  }

  return {
    begin(people: Begun['people'], since: number) {
      marks = people.map(() => '.')
      write(begun, JSON.stringify({ since, people } satisfies Begun))
      write(answered, '')
    },
    mark(index: number) {
      marks[index] = 'x'
      write(answered, marks.join(''))
    },
    end() {
      storage?.removeItem(begun)
      storage?.removeItem(answered)
    },
    read(): Interrupted | undefined {
      try {
        const { since, people } = JSON.parse(storage?.getItem(begun) ?? '') as Begun
        const seen = storage?.getItem(answered) ?? ''
        const left = people.filter((_, index) => seen[index] !== 'x')
        return left.length > 0
          ? { done: people.length - left.length, total: people.length, since, left }
          : undefined
      } catch {
        return undefined
      }
    },
  }
}

/** Some browsers throw at the mere mention of it. */
export function tabStorage(): Storage | undefined {
  try {
    return globalThis.sessionStorage
  } catch {
    return undefined
  }
}
