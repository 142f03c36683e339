import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import lock from '../package-lock.json' with { type: 'json' }
import packageJson from '../package.json' with { type: 'json' }

interface Locked {
  version?: string
  resolved?: string
  integrity?: string
  link?: boolean
  dev?: boolean
  peer?: boolean
  hasInstallScript?: boolean
}

const root = new URL('../', import.meta.url)
const locked = Object.entries(lock.packages as Record<string, Locked>).filter(
  ([path, { link }]) => /(^|\/)node_modules\//.test(path) && !link,
)

describe('what is installed', () => {
  it('is known by its hash, and comes from the public registry', () => {
    expect(locked.length).toBeGreaterThan(100)
    expect(locked.filter(([, { integrity = '' }]) => !integrity.startsWith('sha512-'))).toEqual([])
    const elsewhere = locked.filter(
      ([, { resolved = 'https://registry.npmjs.org/' }]) =>
        !resolved.startsWith('https://registry.npmjs.org/'),
    )
    expect(elsewhere).toEqual([])
  })

  it('runs no script: ours has none, and those of others are refused by name', () => {
    const own = Object.keys(packageJson.scripts)
    expect(own.filter((name) => /^(pre|post)?(install|prepare|publish|pack)$/.test(name))).toEqual(
      [],
    )
    const scripted = locked
      .filter(([, { hasInstallScript }]) => hasInstallScript)
      .map(([path]) => path.split('node_modules/').at(-1))
    const refused: Record<string, boolean> = packageJson.allowScripts
    expect(scripted.filter((name) => refused[String(name)] !== false)).toEqual([])
    expect(Object.values(refused)).not.toContain(true)
    expect(readFileSync(new URL('.ci/run', root), 'utf8')).toContain('npm ci --ignore-scripts')
  })

  it('with the package is papaparse alone, beside its peers', () => {
    expect(Object.keys(packageJson.dependencies)).toEqual(['papaparse'])
    const shipped = locked.filter(([, { dev, peer }]) => !dev && !peer).map(([path]) => path)
    expect(shipped).toEqual(['node_modules/papaparse'])
  })
})

it('actions of others are taken by commit, not by a name that can be moved', () => {
  const folder = new URL('.github/workflows/', root)
  const used = readdirSync(folder).flatMap((file) => [
    ...readFileSync(new URL(file, folder), 'utf8').matchAll(/uses: *(.+)/g),
  ])
  expect(used.length).toBeGreaterThan(0)
  expect(
    used.map(([, action]) => action).filter((action) => !/@[\da-f]{40} # v\d/.test(String(action))),
  ).toEqual([])
})
