/** A sentence for each plural form of the language; `{count}` decides. */
export type Plural = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }

/** A sentence with `{placeholders}`, or one for each plural form. Plain data, so that it crosses any boundary. */
export type Sentence = string | Plural

export type Values<T = string | number> = Record<string, T>

/** The form of a sentence for a count. */
export function formOf(sentence: Sentence, locale: string, count: unknown): string {
  if (typeof sentence === 'string') return sentence
  const rules = once('plural', locale, (one) => new Intl.PluralRules(one))
  return sentence[rules.select(Number(count))] ?? sentence.other
}

/** Fills the placeholders of a sentence. A value is never read as a pattern. */
export function say(sentence: Sentence, values: Values = {}, locale = 'en'): string {
  return formOf(sentence, locale, values.count).replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = values[name]
    return typeof value === 'number' ? numberText(value, locale) : (value ?? whole)
  })
}

/** A number as it is written there. */
export function numberText(value: number, locale: string): string {
  return once('number', locale, (one) => new Intl.NumberFormat(one)).format(value)
}

const made = /*#__PURE__*/ new Map<string, unknown>()

/** What Intl makes is dear, and the same for the same question: made once for a locale. */
export function once<T>(kind: string, locale: string, make: (locale: string) => T): T {
  const key = `${kind} ${locale}`
  if (!made.has(key)) made.set(key, make(locale))
  return made.get(key) as T
}
