import { execFileSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { build, type Rolldown } from 'vite'
import { beforeAll, expect, test } from 'vitest'

interface Item {
  dependencies: string[]
  files: { path: string; target: string; content: string }[]
}

// Within the repository, so that the packages are found.
const app = join(import.meta.dirname, '../node_modules/.cache/registry-app')
const place = (path: string, content: string) => {
  mkdirSync(dirname(join(app, path)), { recursive: true })
  writeFileSync(join(app, path), content)
}
const item = (name: string) =>
  JSON.parse(readFileSync(join(app, `registry/${name}.json`), 'utf8')) as Item

beforeAll(() => {
  rmSync(app, { recursive: true, force: true })
  execFileSync(process.execPath, ['.registry/build.mjs', join(app, 'registry')])
  for (const name of [
    'invite-form',
    'pending-invites-table',
    'accept-invite-page',
    'invite-transports',
    'invite-server',
    'invite-locale-de',
  ])
    for (const { target, content } of item(name).files) place(`src/${target}`, content)
  place(
    'src/main.tsx',
    `import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { createRoot } from 'react-dom/client'
import { AcceptInvitePage } from './components/invite-kit/english/AcceptInvitePage'
import { PendingInvitesTable } from './components/invite-kit/english/PendingInvitesTable'
import { readInviteToken } from './components/invite-kit/input/readInviteToken'
import { InviteForm } from './components/invite-kit/labelled/InviteForm'
import { csv, form } from './components/invite-kit/locales/de'
import './components/invite-kit/styles.css'
import { memory } from './components/invite-kit/transports'

const transport = memory()
const link = readInviteToken()
createRoot(document.body).render(
  <QueryClientProvider client={new QueryClient()}>
    <InviteForm transport={transport} labels={form} csvLabels={csv} />
    <PendingInvitesTable transport={transport} />
    {link && <AcceptInvitePage transport={transport} link={link} />}
  </QueryClientProvider>,
)
`,
  )
  place('index.html', '<script type="module" src="/src/main.tsx"></script>')
  // The options of Vite's own React template.
  const compilerOptions = {
    target: 'ES2023',
    lib: ['ES2023', 'DOM', 'DOM.Iterable'],
    module: 'ESNext',
    types: ['vite/client', 'node'],
    skipLibCheck: true,
    moduleResolution: 'bundler',
    verbatimModuleSyntax: true,
    moduleDetection: 'force',
    noEmit: true,
    jsx: 'react-jsx',
    strict: true,
    noUnusedLocals: true,
    noUnusedParameters: true,
    erasableSyntaxOnly: true,
    noFallthroughCasesInSwitch: true,
  }
  place('tsconfig.json', JSON.stringify({ compilerOptions, include: ['src'] }))
})

test('an app of the copied files has no type error', () => {
  const tsc = join(import.meta.dirname, '../node_modules/.bin/tsc')
  expect(() => execFileSync(tsc, ['-p', app], { encoding: 'utf8' })).not.toThrow()
}, 60_000)

test('an app of the copied files is built', async () => {
  const { output } = (await build({
    root: app,
    configFile: false,
    logLevel: 'silent',
    build: { write: false },
  })) as Rolldown.RolldownOutput
  expect(output.filter(({ fileName }) => fileName.endsWith('.css'))).toHaveLength(1)
  expect(output.some((one) => one.type === 'chunk' && one.isEntry)).toBe(true)
}, 60_000)

test('there is an item for each language', () => {
  const { items } = JSON.parse(readFileSync(join(app, 'registry/registry.json'), 'utf8')) as {
    items: { name: string }[]
  }
  const tags = readdirSync(join(import.meta.dirname, '../src/locales'))
    .map((file) => file.replace(/\.ts$/, ''))
    .filter((name) => /^[a-z]{2}(-[A-Z]{2})?$/.test(name) && name !== 'en')
  const names = items.map(({ name }) => name)
  expect(tags.filter((tag) => !names.includes(`invite-locale-${tag.toLowerCase()}`))).toEqual([])
})

test('each item names the packages that it imports, and no item has more than it needs', () => {
  expect(item('invite-form').dependencies).toContain('papaparse@^5.7.1')
  expect(item('accept-invite-page').dependencies.join()).not.toMatch(/papaparse|react-hook-form/)
  const paths = item('invite-server').files.map(({ path }) => path)
  expect(paths).toContain('invite-kit/server/createInviteHandler.ts')
  expect(paths).not.toContain('invite-kit/styles.css')
})
