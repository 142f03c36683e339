import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import packageJson from '../package.json' with { type: 'json' }

const top = join(import.meta.dirname, '..')

/** What would be published, as this clone is: `dist` is a part of it once it is built. */
const files = (
  JSON.parse(
    execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
      cwd: top,
      encoding: 'utf8',
      shell: process.platform === 'win32',
    }),
  ) as [{ files: { path: string }[] }]
)[0].files.map(({ path }) => path)

const allowed = [
  /^(package\.json|README\.md|LICENSE|\.github\/CHANGELOG\.md)$/,
  /^src\/([\w-]+\/)*[\w.-]+\.(ts|tsx|css)$/,
  /^dist\/(?!registry\/)([\w-]+\/)*[\w.-]+\.(js|d\.ts)(\.map)?$/,
  /^dist\/styles\.css$/,
  /^dist\/registry\/[\w-]+\.json$/,
]

it('the package has sources, what is built of them, and nothing else', () => {
  expect(files.filter((path) => !allowed.some((one) => one.test(path)))).toEqual([])
  expect(files).toContain('src/index.ts')
  expect(files.filter((path) => /(^|\/)(test|stories|tsconfig)\b/.test(path))).toEqual([])
})

it('what is built has its source beside it, so that maps lead somewhere', () => {
  const built = files.filter((path) => /^dist\/(?!registry\/).*\.js$/.test(path))
  const orphans = built
    .map((path) => path.replace(/^dist\//, 'src/').replace(/\.js$/, ''))
    .filter((path) => ![`${path}.ts`, `${path}.tsx`].some((file) => files.includes(file)))
  expect(orphans).toEqual([])
})

it('no file names the machine that it was made on', () => {
  const telling = files.filter((path) => readFileSync(join(top, path), 'utf8').includes(top))
  expect(telling).toEqual([])
})

it('every entry is packed, once it is built', () => {
  const targets = JSON.stringify(packageJson.exports).match(/\.\/(src|dist)\/[^"]+/g) ?? []
  expect(targets.length).toBeGreaterThan(20)
  const built = existsSync(join(top, 'dist/index.js'))
  const missing = targets
    .map((target) => target.slice(2))
    .filter((path) => (built || path.startsWith('src/')) && !files.includes(path))
  expect(missing).toEqual([])
})
