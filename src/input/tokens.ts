import { AT, BREAK, CLOSE, find, kindAt, OPEN, QUOTE, SPACE, LINE, COMMA } from './characters.js'

/** What is done with each token, and which kinds of characters it has. */
interface Reader {
  /** In angle brackets, with what is glued to them. */
  angle: (token: string) => void
  /** Separators and stray closing brackets. */
  gap: (has: number) => void
  /** Anything else, which double quotes may hold together. */
  run: (token: string) => void
}

/** What ends a token. */
export const END = SPACE | LINE | COMMA | OPEN | CLOSE

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
        end = find(text, END | QUOTE, end + 1)
        angle(text.slice(at, end))
      } else end = at + 1
    } else if (first & END) {
      let has = 0
      for (end = at; kindAt(text, end) & (END & ~OPEN); end++) has |= kindAt(text, end)
      gap(has)
    } else {
      end = runEnd(text, at)
      run(text.slice(at, end))
    }
  }
}

/** Only before an @ can quotes hold a run together, and nobody has more than 99 of them. */
function runEnd(text: string, start: number): number {
  let end = start
  for (let pairs = 0; pairs < 99; pairs++) {
    end = find(text, END | QUOTE | AT, end)
    if (!(kindAt(text, end) & QUOTE)) break
    const close = find(text, QUOTE | BREAK, end + 1)
    if (!(kindAt(text, close) & QUOTE)) break
    end = close + 1
  }
  return find(text, END, end)
}
