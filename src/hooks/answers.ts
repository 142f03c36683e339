import type { InviteError } from '../error.js'
import type { RetryWait } from '../retryWrite.js'

/** What became of the presses on an invite, for as long as the page lives: longer than any component. */
export interface Answer {
  readonly status: 'open' | 'accepting' | 'declining' | 'accepted' | 'continuing' | 'declined'
  /** Where the provider's application lives, after acceptance. */
  readonly url?: string | undefined
  /** Where the provider goes on. A function, since the URL carries the token. */
  readonly target?: (() => string) | undefined
  readonly error?: InviteError | undefined
  /** Of a press that was refused with a time: it is done once more then. */
  readonly wait?: RetryWait | undefined
  /** Another person is signed in than the page was shown to. */
  readonly changed?: boolean | undefined
  /** The answer to a press was lost: it may have arrived. */
  readonly lost?: boolean | undefined
  /** A press here has accepted it. */
  readonly mine?: boolean | undefined
  /** The app has been told of the end of it. */
  readonly told?: boolean | undefined
}

const open: Answer = { status: 'open' }
const answers = /*#__PURE__*/ new Map<string, Answer>()
const watchers = /*#__PURE__*/ new Map<string, Set<() => void>>()

/** @param name of transport and link */
export function answerOf(name: string): Answer {
  return answers.get(name) ?? open
}

export function putAnswer(name: string, answer: Answer): void {
  answers.set(name, answer)
  for (const watcher of watchers.get(name) ?? []) watcher()
}

export function isWatched(name: string): boolean {
  return Boolean(watchers.get(name)?.size)
}

/** Calls back on each change. When the last one has gone, what it has seen is forgotten. */
export function watchAnswer(name: string, watcher: () => void): () => void {
  const all = watchers.get(name) ?? new Set()
  watchers.set(name, all.add(watcher))
  return () => {
    all.delete(watcher)
    // Later, since StrictMode and a changed key come back at once.
    queueMicrotask(() => {
      if (!all.size) forget(name)
    })
  }
}

/** Back to what the provider says, unless an answer is under way. Acceptance here, sure or doubtful, is remembered. */
export function forget(name: string): void {
  const { status, mine, lost } = answerOf(name)
  if (status !== 'accepting' && status !== 'declining')
    putAnswer(name, { status: 'open', lost, mine: mine || status === 'accepted' })
}
