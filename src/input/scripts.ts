const mixed =
  /^(?=.*\p{sc=Latn}).*[\p{sc=Grek}\p{sc=Cyrl}\p{sc=Armn}\p{sc=Copt}\p{sc=Cher}\p{sc=Lisu}]|^(?=.*\p{sc=Grek}).*\p{sc=Cyrl}/u

/**
 * Whether a word has letters of two alphabets that look alike. Han, Kana, Arabic and the rest stand beside Latin
 * in honest names every day and cannot be taken for it.
 */
export function mixesScripts(word: string): boolean {
  return mixed.test(word)
}
