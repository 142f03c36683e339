import { describe, expect, it } from 'vitest'
import packageJson from '../package.json' with { type: 'json' }
import * as components from '../src/components/index.js'
import * as kit from '../src/index.js'
import * as english from '../src/locales/en.js'
import * as server from '../src/server/index.js'
import * as testing from '../src/testing/index.js'
import * as transports from '../src/transports/index.js'
import viteConfig from '../vite.config.ts'
import { publicNames } from './publicNames.ts'
import { exportsOf, modulesOf, takenOf } from './sources.ts'

type Entry = keyof typeof publicNames
const modules: Record<Entry, object> = {
  '.': kit,
  './components': components,
  './transports': transports,
  './server': server,
  './testing': testing,
  './locales/en': english,
}
const entries = Object.keys(publicNames) as Entry[]
const listed = (names: string) => names.split(/\s+/).filter(Boolean)

/** The sources of what package.json offers. */
const sourcesOf = Object.fromEntries(
  Object.entries(packageJson.exports).flatMap(([entry, target]) =>
    typeof target === 'object' && target.default.endsWith('.js')
      ? [[entry, target.default.replace('./dist/', 'src/').replace(/js$/, 'ts')]]
      : [],
  ),
)

describe('the public exports', () => {
  it.each(entries)('of %s change only on purpose', (entry) => {
    const { values, types } = publicNames[entry]
    expect(Object.keys(modules[entry]).toSorted()).toEqual(listed(values).toSorted())
    const all = exportsOf(sourcesOf[entry] ?? '')
    const named = (type: boolean) => all.filter((one) => one.type === type).map(({ name }) => name)
    expect(named(false).toSorted()).toEqual(listed(values).toSorted())
    expect(named(true).toSorted()).toEqual(listed(types).toSorted())
  })

  it('are all built', () => {
    const lib = viteConfig.build?.lib
    const built = Object.values((lib && lib.entry) ?? {}) as string[]
    expect(Object.values(sourcesOf).filter((file) => !built.includes(file))).toEqual([])
    const known = Object.keys(sourcesOf).filter((entry) => !/^\.\/locales\/(?!en$)/.test(entry))
    expect(known.toSorted()).toEqual(entries.toSorted())
  })

  it.each(entries)('of %s are documented', (entry) => {
    const silent = exportsOf(sourcesOf[entry] ?? '').filter(({ documented }) => !documented)
    expect(silent.map(({ file, as }) => `${file}: ${as}`)).toEqual([])
  })
})

// Types are left out: they cost no byte, and give a signature its name.
it('a value that a file exports is public, or somebody takes it', () => {
  const taken = takenOf(modulesOf('src', 'test', 'stories'))
  const open = new Set(
    Object.values(sourcesOf).flatMap((file) =>
      exportsOf(file).map((one) => `${one.file}#${one.as}`),
    ),
  )
  const dead = [...modulesOf('src').keys()]
    .flatMap((file) => exportsOf(file).filter((one) => one.file === file && !one.type))
    .filter(({ file, as }) => ![open, taken].some((some) => some.has(`${file}#${as}`)))
    .filter(({ file }) => !taken.has(`${file}#*`))
  expect(dead.map(({ file, as }) => `${file}: ${as}`)).toEqual([])
})
