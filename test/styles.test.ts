import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { tokens, tokensIn } from '../stories/theming/tokens.ts'
import { modulesOf } from './sources.ts'

const withoutComments = (text: string) => text.replaceAll(/\/\*[\s\S]*?\*\/|(?<!:)\/\/.*$/gm, '')

const styles = withoutComments(readFileSync(new URL('../src/styles.css', import.meta.url), 'utf8'))
const components = withoutComments([...modulesOf('src/components').values()].join('\n'))

const sorted = (found: Iterable<string>) => [...new Set(found)].toSorted()
const all = (text: string, pattern: RegExp) =>
  sorted([...text.matchAll(pattern)].map(([, name = '']) => name))

describe('the stylesheet and the components', () => {
  test('have the same classes', () => {
    const styled = all(styles, /\.(ik-[a-z-]+)/g)
    expect(styled.length).toBeGreaterThan(80)
    expect(styled).toEqual(all(components, /(?<![\w-])(ik-[a-z-]+)/g))
  })

  test('have the same states: each that is styled is set', () => {
    const set = all(components, /\b((?:data|aria)-[a-z]+)=/g)
    expect(set).toEqual(expect.arrayContaining(all(styles, /\[((?:data|aria)-[a-z]+)/g)))
  })
})

describe('custom properties', () => {
  test('are used by their carriers, each of which is used', () => {
    const carriers = [...tokensIn(styles).values()].map(({ carrier }) => carrier)
    expect(sorted(carriers)).toEqual(all(styles, /var\((--ik-[a-z-]+)\)/g))
  })

  test('that can be set are those of the documentation', () => {
    expect(sorted(tokensIn(styles).keys())).toEqual(sorted(Object.keys(tokens)))
  })
})
