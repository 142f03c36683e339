import { readdirSync, readFileSync } from 'node:fs'
import { posix } from 'node:path'
import { describe, expect, it } from 'vitest'

interface Import {
  /** The file below src for our own modules, with `?` where there is none; for others the name as it is written. */
  target: string
  /** Gone after compilation. */
  type: boolean
}

const root = new URL('../src/', import.meta.url)
const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => /\.tsx?$/.test(file))
  .toSorted()
const sources = new Map(files.map((file) => [file, readFileSync(new URL(file, root), 'utf8')]))
const code = new Map([...sources].map(([file, text]) => [file, withoutComments(text)]))
const imports = new Map([...code].map(([file, text]) => [file, importsOf(file, text)]))

function withoutComments(text: string): string {
  return text.replaceAll(/\/\*[\s\S]*?\*\/|(?<![:'"])\/\/.*$/gm, '')
}

/** `import { type A }` stays as an import without names (verbatimModuleSyntax), so it counts as one. */
function importsOf(file: string, text: string): Import[] {
  const statement = /^\s*(?:import|export)\b(\s+type\b)?(?:[^'";=()]*?\bfrom)?\s*['"]([^'"]+)['"]/gm
  const call = /\bimport\s*\(\s*['"]([^'"]+)['"]/g
  const found = [
    ...[...text.matchAll(statement)].map(([, type, name]) => ({ name, type: type !== undefined })),
    ...[...text.matchAll(call)].map(([, name]) => ({ name, type: false })),
  ]
  return found.map(({ name = '', type }) => ({ target: resolved(file, name), type }))
}

function resolved(file: string, name: string): string {
  if (!name.startsWith('.')) return name
  const path = posix.join(posix.dirname(file), name).replace(/\.js$/, '')
  return files.find((other) => other === `${path}.ts` || other === `${path}.tsx`) ?? `?${path}`
}

/** `file -> target` for each import that breaks a rule. */
function offenders(where: RegExp, breaks: (target: string, type: boolean) => boolean): string[] {
  return [...imports]
    .filter(([file]) => where.test(file))
    .flatMap(([file, all]) =>
      all
        .filter(({ target, type }) => breaks(target, type))
        .map(({ target }) => `${file} -> ${target}`),
    )
}

const mentioning = (pattern: RegExp) =>
  [...code].filter(([, text]) => pattern.test(text)).map(([file]) => file)

const react = /^react(-dom)?($|\/)/

describe('imports are read', () => {
  it('in all their forms', () => {
    const text = [
      `import * as z from 'zod/mini'`,
      `import type { A } from './error.js'`,
      `import {\n  a,\n  type B,\n} from "../send.js"`,
      `export { c } from './nowhere.js'`,
      `export type * from './schema.js'`,
      `import './styles.css'`,
      `export const later = () => import('react')`,
      `const text = 'from nothing'`,
      `export function pad(text: string): string {\n  return text.padStart(4, '0')\n}`,
    ].join('\n')
    expect(importsOf('input/x.ts', text)).toEqual([
      { target: 'zod/mini', type: false },
      { target: '?input/error', type: true },
      { target: 'send.ts', type: false },
      { target: '?input/nowhere', type: false },
      { target: '?input/schema', type: true },
      { target: '?input/styles.css', type: false },
      { target: 'react', type: false },
    ])
  })

  it('and those of our own lead to a file', () => {
    expect(offenders(/./, (target) => target.startsWith('?'))).toEqual([])
    expect(imports.get('index.ts')?.length).toBeGreaterThan(20)
  })
})

describe('a line belongs where its knowledge is', () => {
  it('React: only hooks and components', () => {
    expect(
      offenders(/^(?!hooks\/|components\/|english\/)/, (target) => react.test(target)),
    ).toEqual([])
  })

  it("React: hooks and components that use it begin with 'use client'", () => {
    const library = /^(react|react-dom|react-hook-form|@tanstack\/react-query)($|\/)/
    const users = offenders(
      /^(hooks|components)\//,
      (target, type) => !type && library.test(target),
    )
    const without = users.filter(
      (user) => !sources.get(user.split(' ')[0] ?? '')?.startsWith(`'use client'\n`),
    )
    expect(users.length).toBeGreaterThan(10)
    expect(without).toEqual([])
    // Those hand on functions, which do not come from a server.
    const bound = files.filter((file) => /^(english|labelled)\/.*x$/.test(file))
    expect(bound.filter((file) => !sources.get(file)?.startsWith(`'use client'\n`))).toEqual([])
  })

  it('the DOM: only hooks and components, and nobody writes to the console', () => {
    const dom = mentioning(/\b(document|window|localStorage|sessionStorage|history)\.\w/)
    // The one thing of the input helpers that has to be done to the page itself, with a page that can be handed in.
    expect(dom.filter((file) => !/^(hooks|components)\//.test(file))).toEqual([
      'input/readInviteToken.ts',
    ])
    expect(mentioning(/\bconsole\./)).toEqual([])
  })

  it('fetch: one call, in transports/request.ts', () => {
    expect(mentioning(/\bfetch\)?\s*\(/)).toEqual(['transports/request.ts'])
    expect(mentioning(/globalThis\.fetch|window\.fetch|XMLHttpRequest|sendBeacon/)).toEqual([
      'transports/request.ts',
    ])
  })

  it('invalidateQueries: patchLists.ts alone', () => {
    expect(mentioning(/\binvalidateQueries\b/)).toEqual(['patchLists.ts'])
  })

  it('input: imports nothing but its own', () => {
    expect(offenders(/^input\//, (target) => !target.startsWith('input/'))).toEqual([])
  })

  it('shapes: zod, schema.ts and protocol.ts are not loaded by hooks and components', () => {
    const shapes = /^(zod($|\/)|schema\.ts$|protocol\.ts$)/
    expect(
      offenders(/^(hooks|components)\//, (target, type) => !type && shapes.test(target)),
    ).toEqual([])
  })

  it('providers: transports know no hook, no component and no query', () => {
    const above = /^(hooks\/|components\/|query\.ts$|@tanstack\/)/
    expect(offenders(/^transports\//, (target) => above.test(target))).toEqual([])
  })

  it('server: no hook, no component, no query and nothing of Node', () => {
    const foreign = /^(hooks\/|components\/|query\.ts$|@tanstack\/|node:)/
    expect(offenders(/^server\//, (target) => foreign.test(target))).toEqual([])
    expect(offenders(/^(?!server\/)/, (target) => target.startsWith('server/'))).toEqual([])
  })

  it('providers: hooks, components and query know no transport', () => {
    expect(
      offenders(/^(hooks\/|components\/|query\.ts$|send\.ts$)/, (target) =>
        target.startsWith('transports/'),
      ),
    ).toEqual([])
  })

  it('files of people: one file knows the parser, and all of it is loaded late', () => {
    expect(offenders(/./, (target) => target === 'papaparse')).toEqual([
      'csv/parseTable.ts -> papaparse',
    ])
    expect(
      offenders(/^csv\//, (target, type) => !type && !/^((csv|input)\/|papaparse$)/.test(target)),
    ).toEqual([])
  })

  it('sentences: locales load nothing but each other, and nobody loads them but what is English', () => {
    expect(
      offenders(/^locales\//, (target, type) => !type && !target.startsWith('locales/')),
    ).toEqual([])
    expect(
      offenders(
        /^(?!locales\/|english\/)/,
        (target, type) => !type && /^locales\/(?!say\.)/.test(target),
      ),
    ).toEqual([])
  })

  it('English: the main entry alone knows it', () => {
    expect(
      offenders(/^(?!english\/|index\.ts$)/, (target) => target.startsWith('english/')),
    ).toEqual([])
  })

  it('zod: only zod/mini', () => {
    expect(offenders(/./, (target) => /^zod($|\/)/.test(target) && target !== 'zod/mini')).toEqual(
      [],
    )
  })

  it('no import leads back to where it came from', () => {
    expect(cycles()).toEqual([])
  })
})

/** Each cycle once, as `a -> b -> a`. */
function cycles(): string[] {
  const found: string[] = []
  const done = new Set<string>()
  const visit = (file: string, trail: string[]) => {
    const start = trail.indexOf(file)
    if (start >= 0) found.push([...trail.slice(start), file].join(' -> '))
    if (start >= 0 || done.has(file)) return
    for (const { target } of imports.get(file) ?? []) visit(target, [...trail, file])
    done.add(file)
  }
  for (const file of files) visit(file, [])
  return found
}
