import { CYRILLIC, GREEK, LATIN, LATIN_LIKE } from './characters.js'

/**
 * Whether a word with these kinds of characters has letters of two alphabets that look alike. Han, Kana, Arabic and the
 * rest stand beside Latin in honest names every day and cannot be taken for it.
 */
export function mixesScripts(has: number): boolean {
  const other = has & LATIN ? GREEK | CYRILLIC | LATIN_LIKE : has & GREEK ? CYRILLIC : 0
  return (has & other) > 0
}
