import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import packageJson from '../../package.json' with { type: 'json' }

const root = join(import.meta.dirname, '../..')
const oldest = join(root, 'test/oldest/node_modules')
const compilers = { 7: root, 5.9: join(root, 'test/oldest') }

/** What the compiler has to say. */
function tsc(where: string, ...args: string[]): string {
  const bin = join(where, 'node_modules/typescript/bin/tsc')
  return spawnSync(process.execPath, [bin, ...args], { cwd: root, encoding: 'utf8' }).stdout
}

/** An app that has the package and its peers installed, and nothing of this repository. */
function app(react: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'invite-kit-consumer-'))
  const modules = join(folder, 'node_modules')
  mkdirSync(join(modules, '@types'), { recursive: true })
  const link = (from: string, name: string) => {
    mkdirSync(dirname(join(modules, name)), { recursive: true })
    symlinkSync(join(from, name), join(modules, name), 'junction')
  }
  for (const name of ['@types/react', '@types/react-dom']) link(react, name)
  for (const name of ['csstype', '@types/prop-types']) link(join(root, 'node_modules'), name)
  for (const name of ['@tanstack', 'react-hook-form', 'zod']) link(join(root, 'node_modules'), name)
  const kit = join(modules, 'invite-kit')
  mkdirSync(kit)
  cpSync(join(root, 'package.json'), join(kit, 'package.json'))
  cpSync(declarations, join(kit, 'dist'), { recursive: true })
  cpSync(join(root, 'src/styles.d.css.ts'), join(kit, 'src/styles.d.css.ts'))
  cpSync(join(root, 'test/apps/types/app.tsx'), join(folder, 'app.tsx'))
  const entries = Object.keys(packageJson.exports).filter((entry) => !/\.\w+$/.test(entry))
  writeFileSync(
    join(folder, 'entries.ts'),
    entries.map((entry, at) => `export * as e${at} from 'invite-kit${entry.slice(1)}'\n`).join(''),
  )
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }')
  return folder
}

let declarations = ''
beforeAll(() => {
  declarations = mkdtempSync(join(tmpdir(), 'invite-kit-types-'))
  // Written whatever it says: whether src compiles is for another check.
  tsc(root, '-p', 'src/tsconfig.json', '--outDir', declarations, '--declarationMap', 'false')
}, 60_000)

describe.each(Object.entries(compilers))('TypeScript %s compiles an app', (version, compiler) => {
  it.each([
    ['19', 'bundler', join(root, 'node_modules')],
    ['19', 'nodenext', join(root, 'node_modules')],
    ['18', 'bundler', oldest],
  ])(
    'with the types of React %s, resolving by %s, every declaration checked',
    (_, resolution, react) => {
      const folder = app(react)
      const compilerOptions = {
        target: 'es2022',
        lib: ['es2023', 'dom', 'dom.iterable'],
        module: resolution === 'bundler' ? 'esnext' : 'nodenext',
        moduleResolution: resolution,
        jsx: 'react-jsx',
        strict: true,
        exactOptionalPropertyTypes: true,
        noUncheckedIndexedAccess: true,
        skipLibCheck: false,
        // Of the app's own modules, not of those that they are links to.
        preserveSymlinks: true,
        noEmit: true,
        types: [],
      }
      writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions }))
      expect(tsc(compiler, '-p', folder)).toBe('')
    },
    60_000,
  )
})
