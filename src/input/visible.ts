/** What cannot be seen, or turns its neighbours around, is written out by its number, as U+202E. */
export function visible(text: string): string {
  return text.replace(/[\p{C}\p{DI}\u2800]/gu, spell)
}

/** One character by its number. */
export function spell(character: string): string {
  return `U+${character.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')}`
}
