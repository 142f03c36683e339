import {
  AFTER,
  BEFORE,
  BIDI_CONTROL,
  find,
  JOINT,
  kindAt,
  kindsIn,
  NO_CHARACTER,
  skip,
  skipBack,
} from './characters.js'

/** What may have to be taken off, or the half of a pair that may. */
const EDGE = BEFORE | AFTER | NO_CHARACTER

const quotes = /['*_`~|{]*/y
const label = /(?:mailto|e-?mail|to|b?cc):/iy

/**
 * Takes off what people put around an address: brackets, quotes, bullets, the full stop of a sentence, invisible
 * marks, emphasis, `mailto:`. Leaves what no address can be in, and what an override turns around: that is no accident.
 */
export function strip(run: string): string {
  const edges = kindAt(run, 0) | kindAt(run, Math.max(run.length - 1, 0))
  if (!(edges & EDGE) && !run.includes(':')) return run
  if (run.length > 1000 || (kindsIn(run) & BIDI_CONTROL && /[\u202d\u202e]/.test(run))) return run
  const end = skipBack(run, AFTER)
  let start = skip(run, BEFORE, 0)
  if (start >= end) return ''
  const core = run.slice(0, end)
  if (end < run.length) {
    quotes.lastIndex = start
    quotes.test(core)
    const last = core.slice(start, quotes.lastIndex).slice(-1)
    if (run.includes(last, end) || (last === '{' && run.includes('}', end)))
      start = quotes.lastIndex
  }
  // By turns, as in `- To: <mailto:`.
  do {
    start = skip(core, BEFORE, start)
    label.lastIndex = start
  } while (label.test(core) && (start = label.lastIndex))
  return core.slice(start)
}

/** Whether something holds of all that a zero-width space, a bar or a slash parts. */
export function everyPart(run: string, holds: (part: string) => unknown): boolean {
  for (let at = 0, end; at < run.length; at = end + 1) {
    end = find(run, JOINT, at)
    const part = strip(run.slice(at, end))
    if (part && !holds(part)) return false
  }
  return true
}
