import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import packageJson from '../package.json' with { type: 'json' }

const top = new URL('../', import.meta.url)
const read = (file: string) => readFileSync(new URL(file, top), 'utf8')
const guide = read('.github/CONTRIBUTING.md')

describe('the guide for contributors', () => {
  it('names files that are there', () => {
    const named = [...guide.matchAll(/(?<![\w/])(?:\.github|\.ci|src|test)\/[\w./-]*[\w]/g)]
      .map(([path]) => path)
      .filter((path) => !guide.includes(`${path}/<`))
    expect(named.length).toBeGreaterThan(15)
    expect(named.filter((path) => !existsSync(new URL(path, top)))).toEqual([])
  })

  it('names commands that are there', () => {
    const commands = [...guide.matchAll(/npm (?:run )?(start|test|(?<=run )\w+)/g)].map(
      ([, name = '']) => name,
    )
    expect(commands.length).toBeGreaterThan(5)
    expect(commands.filter((name) => !(name in packageJson.scripts))).toEqual([])
  })
})

it('nothing is released before the package names its place: the guide says it, and the workflow in its words', () => {
  const sentence =
    '`repository` and `homepage` in `package.json` have to be set before the first release.'
  expect(guide.replaceAll(/\s+/g, ' ')).toContain(sentence)
  expect(read('.github/workflows/release.yml')).toContain(sentence)
})

it('the change log begins with what is unreleased and knows the one of the package', () => {
  const versions = [...read('.github/CHANGELOG.md').matchAll(/^## (.+)$/gm)].map(([, name]) => name)
  expect(versions[0]).toBe('Unreleased')
  expect(versions).toContain(packageJson.version)
})
