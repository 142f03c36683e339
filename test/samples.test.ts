import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { beforeAll, expect, it } from 'vitest'
import { asApp } from '../stories/docs/asApp.ts'

const top = join(import.meta.dirname, '..')
// Within the repository, so that the packages are found.
const folder = join(top, 'node_modules/.cache/samples')
const docs = readdirSync(join(top, 'stories/docs'), { recursive: true, encoding: 'utf8' })
const pages = ['README.md', ...docs.map((file) => `stories/docs/${file.replaceAll('\\', '/')}`)]
  .filter((file) => /\.mdx?$/.test(file))
  .map((file) => [file, readFileSync(join(top, file), 'utf8')] as const)

/** What samples take from the app around them. */
const around = `
import type { LedgerStorage } from 'invite-kit/transports'
declare global {
  const orgId: string
  const organizationId: string
  const storage: LedgerStorage
  function readSecret(name: string): Promise<string>
  function userOf(request: Request): Promise<{ id: string; isAdmin: boolean; orgId: string } | null>
  function sendMail(mail: { email: string; url: string }): Promise<void>
}
`

/** Each sample by the file it would be: `README.md-57.tsx` begins below line 57. */
const samples = pages.flatMap(([page, text]) =>
  [...text.matchAll(/^```(tsx?)\n([^]*?)^```$/gm)].map(({ 1: kind, 2: code = '', index }) => {
    const line = text.slice(0, index).split('\n').length
    return { file: `${page.replaceAll('/', '-')}-${line}.${kind}`, code }
  }),
)

/** Files that pages show whole, as an app would have them; those of a test app are built with it. */
const shown = [
  ...new Set(pages.flatMap(([, text]) => text.match(/[\w./[\]]+\.tsx?(?=\?raw)/g) ?? [])),
].filter((file) => !file.includes('/test/apps/'))

beforeAll(() => {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'around.d.ts'), around)
  for (const { file, code } of samples) writeFileSync(join(folder, file), code)
  for (const file of shown)
    writeFileSync(
      join(folder, basename(file)),
      asApp(readFileSync(join(top, 'stories/docs', file), 'utf8')),
    )
  const src = '../../../src'
  const compilerOptions = {
    module: 'esnext',
    moduleDetection: 'force',
    allowImportingTsExtensions: false,
    exactOptionalPropertyTypes: false,
    // What a sample is not about may stand in it.
    noUnusedLocals: false,
    paths: {
      'invite-kit': [`${src}/index.ts`],
      'invite-kit/styles.css': [`${src}/styles.d.css.ts`],
      'invite-kit/*': [`${src}/*/index.ts`, `${src}/*.ts`],
    },
  }
  const config = { extends: '../../../tsconfig.json', compilerOptions, include: ['.'], exclude: [] }
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(config))
})

it('every code sample of the README and of the docs compiles', () => {
  expect(samples.length).toBeGreaterThan(10)
  const bin = join(top, 'node_modules/typescript/bin/tsc')
  const { stdout, status } = spawnSync(process.execPath, [bin, '-p', folder, '--pretty', 'false'], {
    cwd: folder,
    encoding: 'utf8',
  })
  expect([stdout, status]).toEqual(['', 0])
}, 60_000)

it('the transport of the README is the one that is held to the conformance suite', () => {
  const proven = asApp(readFileSync(join(top, 'stories/docs/acme.ts'), 'utf8'))
  expect(samples.find(({ code }) => code.includes('export function acme'))?.code).toBe(proven)
})

it('the headless page is as short as the docs say', () => {
  const page = pages.find(([file]) => file.endsWith('Headless.mdx'))?.[1] ?? ''
  const [, most] = /fewer than (\d+)\s+lines/.exec(page) ?? []
  const source = readFileSync(join(top, 'stories/theming/PeopleBoard.tsx'), 'utf8')
  expect(source.trim().split('\n').length).toBeLessThan(Number(most))
})

it('no sample is in a language that nothing checks', () => {
  const odd = pages.flatMap(([page, text]) =>
    [...text.matchAll(/^```(\w*)\n[^]*?^```$/gm)]
      .filter(([, language = '']) => !/^(tsx?|css|sh|html)$/.test(language))
      .map(([, language]) => `${page}: ${language}`),
  )
  expect(odd).toEqual([])
})

it('class names and tokens of the docs are those of the stylesheet and the components', () => {
  const known = [
    ...readdirSync(join(top, 'src/components')).map((file) => `src/components/${file}`),
    'src/styles.css',
  ]
    .map((file) => readFileSync(join(top, file), 'utf8'))
    .join('\n')
  const unknown = pages.flatMap(([page, text]) =>
    [...text.matchAll(/(?:--|\.)ik-[a-z]+(?:-[a-z]+)*/g)]
      .map(([name]) => name)
      .filter((name) => !known.includes(name.replace(/^\./, '')))
      .map((name) => `${page}: ${name}`),
  )
  expect(unknown).toEqual([])
})
