// Writes the components as source, in the form that shadcn's CLI reads: node .registry/build.mjs [folder]
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

const out = process.argv[2] ?? 'dist/registry'
const {
  homepage = '',
  peerDependencies,
  dependencies,
  devDependencies,
} = JSON.parse(readFileSync('package.json', 'utf8'))
const versions = { ...peerDependencies, ...dependencies }

/** [name, title, description, the files that bring the others: a component in English, and in the words of an app] */
const items = [
  [
    'invite-form',
    'InviteForm',
    'Invite one person or thousands',
    'english/InviteForm.tsx',
    'labelled/InviteForm.tsx',
  ],
  [
    'pending-invites-table',
    'PendingInvitesTable',
    'Who has been invited and has not come yet',
    'english/PendingInvitesTable.tsx',
    'labelled/PendingInvitesTable.tsx',
  ],
  [
    'accept-invite-page',
    'AcceptInvitePage',
    'Where an invitation is accepted or declined',
    'english/AcceptInvitePage.tsx',
    'labelled/AcceptInvitePage.tsx',
    'input/readInviteToken.ts',
    'input/redactInviteUrl.ts',
  ],
  ['invite-transports', 'Transports', 'What speaks to the providers', 'transports/index.ts'],
  [
    'invite-server',
    'Server handler',
    'Keeps the secrets of a provider on the server, and answers the http transport',
    'server/index.ts',
  ],
]

const languages = {
  ar: 'Arabic',
  de: 'German',
  es: 'Spanish',
  fr: 'French',
  he: 'Hebrew',
  ja: 'Japanese',
  'pt-BR': 'Brazilian Portuguese',
  'zh-CN': 'Simplified Chinese',
}
for (const [tag, language] of Object.entries(languages))
  items.push([
    `invite-locale-${tag.toLowerCase()}`,
    language,
    `What the components say, in ${language}`,
    `locales/${tag}.ts`,
  ])

const imported = /(?:from|import)\s*\(?\s*'([^']+)'/g

/** Adds a file and all that it imports: paths in src, and packages. */
function closure(path, files, packages) {
  if (files.has(path)) return
  files.add(path)
  for (const [, to] of readFileSync(join('src', path), 'utf8').matchAll(imported))
    if (to.startsWith('.')) closure(fileAt(join(dirname(path), to)), files, packages)
    else packages.add(to.replace(/^(@[^/]+\/[^/]+|[^/]+).*/, '$1'))
}

function fileAt(imports) {
  const base = imports.replace(/\.js$/, '')
  const path = [`${base}.ts`, `${base}.tsx`].find((one) => existsSync(join('src', one)))
  if (!path) throw new Error(`Nothing to import at ${base}.`)
  return path
}

const fileOf = (path) => ({
  path: `invite-kit/${path}`,
  type: 'registry:file',
  target: `components/invite-kit/${path}`,
  // Without extensions, which not every bundler finds the source by.
  content: readFileSync(join('src', path), 'utf8').replace(/('\.{1,2}\/[^']*)\.js'/g, "$1'"),
})

function itemOf([name, title, description, ...entries]) {
  const files = new Set()
  const packages = new Set()
  for (const entry of entries) closure(entry, files, packages)
  const paths = [...files]
  if (paths.some((path) => path.endsWith('.tsx'))) paths.push('styles.css')
  const needed = [...packages].filter((one) => versions[one] && !/^react(-dom)?$/.test(one))
  return {
    $schema: 'https://ui.shadcn.com/schema/registry-item.json',
    name,
    type: 'registry:block',
    title,
    description,
    dependencies: needed.map((one) => `${one}@${versions[one].split(' ')[0].replace('>=', '^')}`),
    devDependencies: needed.map((one) => `@types/${one}`).filter((one) => devDependencies[one]),
    files: paths.map(fileOf),
  }
}

const write = (name, value) =>
  writeFileSync(join(out, `${name}.json`), `${JSON.stringify(value, null, 2)}\n`)

rmSync(out, { recursive: true, force: true })
mkdirSync(out, { recursive: true })
const built = items.map(itemOf)
for (const item of built) write(item.name, item)
write('registry', {
  $schema: 'https://ui.shadcn.com/schema/registry.json',
  name: 'invite-kit',
  homepage,
  items: built.map(({ files, ...item }) => ({
    ...item,
    files: files.map(({ path, type, target }) => ({ path, type, target })),
  })),
})
