import { AT, BREAK, CLOSE, find, kindAt, OPEN, QUOTE, SPACE, LINE, COMMA } from './characters.js'

/** What is done with each token, and which kinds of characters it has. */
interface Reader {
  /** In angle brackets, with what is glued to them. */
  angle: (token: string) => void
  /** Separators and stray closing brackets. */
  gap: (has: number) => void
  /** Anything else, which double quotes may hold together. */
  run: (token: string, has: number) => void
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
      let has = 0
      // Only before an @ can quotes hold a run together, and nobody has more than 99 of them.
      let quotes = 0
      let held = at
      for (end = at; end < text.length; end++) {
        const kinds = kindAt(text, end)
        if (end >= held) {
          if (kinds & END) break
          if (kinds & AT) quotes = 99
          else if (kinds & QUOTE && quotes++ < 99) {
            const close = find(text, QUOTE | BREAK, end + 1)
            if (kindAt(text, close) & QUOTE) held = close + 1
            else quotes = 99
          }
        }
        has |= kinds
      }
      run(text.slice(at, end), has)
    }
  }
}
