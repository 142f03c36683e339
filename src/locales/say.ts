/** A sentence for each plural form of the language; `{count}` decides. */
export type Plural = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }

/** A sentence with `{placeholders}`, or one for each plural form. Plain data, so that it crosses any boundary. */
export type Sentence = string | Plural

export type Values<T = string | number> = Record<string, T>

/** The form of a sentence for a count. */
export function formOf(sentence: Sentence, locale: string, count: unknown): string {
  if (typeof sentence === 'string') return sentence
  return sentence[new Intl.PluralRules(locale).select(Number(count))] ?? sentence.other
}

/** Fills the placeholders of a sentence. A value is never read as a pattern. */
export function say(sentence: Sentence, values: Values = {}, locale = 'en'): string {
  return formOf(sentence, locale, values.count).replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = values[name]
    return typeof value === 'number' ? value.toLocaleString(locale) : (value ?? whole)
  })
}
