import {
  AT,
  BRACKET,
  BREAK,
  CLOSE,
  COMMA,
  find,
  JOINT,
  kindAt,
  LIKE_AT,
  LINE,
  OPEN,
  PARENTHESIS,
  QUERY,
  QUOTE,
  SPACE,
} from './characters.js'

/** What is done with each token, and which kinds of characters it has. */
interface Reader {
  /** In angle brackets, with what is glued to them. */
  angle: (token: string) => void
  /** Separators and stray closing brackets. */
  gap: (has: number) => void
  /** Anything else, which double quotes may hold together, and which marks are in it. */
  run: (token: string, has: number) => void
}

/** What ends a token. */
const END = SPACE | LINE | COMMA | OPEN | CLOSE
/** What may end one, hold it together, or tell what it is. */
const MARK = END | QUOTE | AT | LIKE_AT | JOINT | QUERY | BRACKET | PARENTHESIS

/**
 * Splits a pasted text. Quotes and brackets end with their line, so that a stray one cannot swallow the list, and so
 * that the time is linear: a quote without another is the last of its line.
 */
export function readTokens(text: string, { angle, gap, run }: Reader): void {
  for (let at = 0, end; at < text.length; at = end) {
    const first = kindAt(text, at)
    if (first & OPEN) {
      end = find(text, OPEN | CLOSE | BREAK, at + 1)
      if (kindAt(text, end) & CLOSE) {
        end = gluedEnd(text, end + 1)
        angle(text.slice(at, end))
      } else end = at + 1
    } else if (first & END) {
      let has = 0
      for (end = at; kindAt(text, end) & (END & ~OPEN); end++) has |= kindAt(text, end)
      gap(has)
    } else {
      let has = 0
      // Only before an @ can quotes hold a run together, and nobody has more than 99 of them.
      let marks = MARK
      let quotes = 0
      let held = at
      for (end = find(text, marks, at); end < text.length; end = find(text, marks, end + 1)) {
        const kinds = kindAt(text, end)
        if (end >= held) {
          if (kinds & END || (end > at && opensLink(text, end))) break
          const close = kinds & QUOTE && quotes++ < 99 && find(text, QUOTE | BREAK, end + 1)
          if (close && kindAt(text, close) & QUOTE) held = close + 1
          else if (kinds & (QUOTE | AT)) marks = MARK & ~QUOTE
        }
        has |= kinds
      }
      run(text.slice(at, end), has)
    }
  }
}

/** Where that ends which is glued to an angle bracket. */
function gluedEnd(text: string, start: number): number {
  let end = start
  while (end < text.length && !(kindAt(text, end) & (END | QUOTE)) && !opensLink(text, end)) end++
  return end
}

const mailto = /[[(]mailto:/iy

/** Whether a bracket begins the address of `[text](address)`, or of a link as Outlook writes it as text. */
function opensLink(text: string, at: number): boolean {
  if (!(kindAt(text, at) & (BRACKET | PARENTHESIS))) return false
  mailto.lastIndex = at
  return text.startsWith('](', at - 1) || mailto.test(text)
}
