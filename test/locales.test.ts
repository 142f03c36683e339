import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import * as english from '../src/locales/en.js'
import { csv } from '../src/locales/enCsv.js'
import type { Sentence } from '../src/locales/say.js'

type Forms = Record<string, string> & { other?: string }
type Sentences = { [key: string]: Sentence | Sentences }

const source: Record<string, Sentences> = {
  form: english.form,
  table: english.table,
  accept: english.accept,
  csv,
}
const tags = readdirSync('src/locales')
  .map((file) => file.replace(/\.ts$/, ''))
  .filter((name) => /^[a-z]{2}(-[A-Z]{2})?$/.test(name) && name !== 'en')

/** Every sentence by its path, as its plural forms. */
function* sentences(words: Sentences, path: string): Generator<[string, Forms]> {
  for (const [key, value] of Object.entries(words)) {
    const at = `${path}.${key}`
    if (typeof value === 'string') yield [at, { other: value }]
    else if ('other' in value) yield [at, value as Forms]
    else yield* sentences(value, at)
  }
}
const all = (words: Record<string, Sentences>) =>
  Object.entries(words).flatMap(([name, part]) => [...sentences(part, name)])
const placeholders = (text: string) =>
  [...text.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name).toSorted((a, b) => (a < b ? -1 : 1))

const inEnglish = new Map(all(source))

describe.each(tags)('the language %s', async (tag) => {
  const {
    form,
    table,
    accept,
    csv: files,
  } = (await import(`../src/locales/${tag}.ts`)) as {
    [K in 'form' | 'table' | 'accept' | 'csv']: Sentences
  }
  const words = { form, table, accept, csv: files }
  const own = all(words)

  it('names itself in each part', () => {
    expect(Object.values(words).map(({ locale }) => locale)).toEqual([tag, tag, tag, tag])
    expect(rules.resolvedOptions().locale.slice(0, 2)).toBe(tag.slice(0, 2))
  })

  it('has every sentence, and none that nobody says', () => {
    expect(own.map(([path]) => path).toSorted()).toEqual([...inEnglish.keys()].toSorted())
  })

  const rules = new Intl.PluralRules(tag)
  const forms200 = Array.from({ length: 201 }, (_, count) => rules.select(count))

  it('has the placeholders of the English sentence in each form', () => {
    const wrong = own.filter(([path, forms]) => {
      const expected = placeholders(inEnglish.get(path)?.other ?? '')
      return Object.entries(forms).some(([name, text]) => {
        const has = placeholders(text)
        // A form that is for one number only may say that number itself.
        const exact = forms200.filter((one) => one === name).length === 1
        const wanted =
          exact && !has.includes('count') ? expected.filter((one) => one !== 'count') : expected
        return has.join() !== wanted.join()
      })
    })
    expect(wrong).toEqual([])
  })

  it('has each plural form that counting to two hundred needs, or one for all', () => {
    const needed = new Set(forms200)
    const missing = own.flatMap(([path, forms]) =>
      Object.keys(forms).length === 1
        ? []
        : [...needed].filter((name) => !forms[name]).map((name) => `${path}: ${name}`),
    )
    expect(missing).toEqual([])
  })

  it('leaves no sentence in English', () => {
    const left = own.filter(([path, { other = '' }]) => {
      const text = other.replaceAll(/\{\w+\}/g, '').match(/[\p{L}-]+/gu) ?? []
      return text.length > 1 && other === inEnglish.get(path)?.['other']
    })
    expect(left).toEqual([])
  })

  it('has no markup, and no blank at an edge', () => {
    const odd = own.filter(([, forms]) =>
      Object.values(forms).some((text) => /[<>]|^\s|\s$|^$/.test(text)),
    )
    expect(odd).toEqual([])
  })
})
