// What an app pays: gzip -9 of a production build of some imports. First is what has to be there before anything is
// shown: the entry, and whatever it imports. What comes later is in chunks of its own: some of it is loaded beside the
// first request or after the first paint (what speaks to a provider, what judges an invite, what reads addresses), the
// rest once something is pressed, dropped or refused. Needs `npm run build` first.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { build } from 'vite'

const react = ['react', 'react-dom']
const peers = [...react, '@tanstack/react-query', 'react-hook-form', 'zod']
const kit = 'dist/index.js'
const worded = 'dist/components/index.js'
const german = 'dist/locales/de.js'
const transports = 'dist/transports/index.js'
const components = 'InviteForm, PendingInvitesTable, AcceptInvitePage'
const hooks =
  'useInvites, useSendInvites, useResendInvite, useRevokeInvite, useInviteForm, usePendingInvites, useAcceptInvite'

/** [what, imports by file, external, gate in bytes] */
const gates = [
  ['{ InviteForm }', { [kit]: 'InviteForm' }, peers, 8000],
  ['{ PendingInvitesTable }', { [kit]: 'PendingInvitesTable' }, peers, 7000],
  ['{ AcceptInvitePage }', { [kit]: 'AcceptInvitePage' }, peers, 4000],
  ['{ InviteForm } and German', { [worded]: 'InviteForm', [german]: 'form, csv' }, peers, 10_000],
  ['all hooks, no component', { [kit]: hooks }, peers, 4500],
  ['{ useAcceptInvite }', { [kit]: 'useAcceptInvite' }, peers, 1500],
  ['{ memory }', { [transports]: 'memory' }, peers, 2000],
  ['{ grafana }', { [transports]: 'grafana' }, peers, 2000],
  ['{ astronomer }', { [transports]: 'astronomer' }, peers, 2000],
  ['{ authress }', { [transports]: 'authress' }, peers, 2000],
  ['{ betterAuth }', { [transports]: 'betterAuth' }, peers, 2000],
  ['{ enhance }', { [transports]: 'enhance' }, peers, 2000],
  ['{ http }', { [transports]: 'http' }, peers, 2000],
  ['{ ledger }', { [transports]: 'ledger' }, peers, 2000],
  ['{ harness }', { [transports]: 'harness' }, peers, 2500],
  [
    'all components, all hooks, one transport',
    { [kit]: `${components}, ${hooks}`, [transports]: 'grafana' },
    peers,
    16_000,
  ],
  [
    '{ AcceptInvitePage }, nothing shared but react',
    { [kit]: 'AcceptInvitePage', '@tanstack/react-query': 'QueryClient, QueryClientProvider' },
    react,
    16_000,
  ],
  [
    'all components, nothing shared but react',
    { [kit]: components, '@tanstack/react-query': 'QueryClient, QueryClientProvider' },
    react,
    44_000,
  ],
]

/**
 * [what, gzip -9 of JavaScript with nothing but react shared, CSS], measured on 2026-11-20 in the same way: the smallest
 * import with a peer's invite screens. They can do more besides: members, roles, a profile.
 */
const others = [
  ['WorkOS widgets 1.18.0, with Radix Themes 3.3.0', 89_665, 86_079],
  ['better-auth-ui 3.4.0, with its client 1.5.6', 147_313, 8398],
  ['Stytch React 20.1.0, members portal and client', 151_758],
  ['Stack 2.8.108, account settings', 366_565],
  ['Clerk 6.17.2, organization profile', 30_810 + 349_172],
]

/** An app that uses the imports and does nothing else. */
function appOf(imports) {
  const lines = Object.entries(imports).map(([file, names]) => {
    const from = file.startsWith('dist/') ? join(process.cwd(), file) : file
    return `import { ${names} } from ${JSON.stringify(from)}`
  })
  return `${lines.join('\n')}\nglobalThis.used = [${Object.values(imports).join(', ')}]`
}

async function bytes(imports, external) {
  const { output } = await build({
    configFile: false,
    logLevel: 'silent',
    define: { 'process.env.NODE_ENV': '"production"' },
    plugins: [
      {
        name: 'app',
        resolveId: (id) => (id === 'app' ? '\0app' : undefined),
        load: (id) => (id === '\0app' ? appOf(imports) : undefined),
      },
    ],
    build: {
      write: false,
      minify: true,
      rolldownOptions: {
        input: 'app',
        external: (id) => external.some((name) => id === name || id.startsWith(`${name}/`)),
        // What a bundler adds to load chunks is the app's own, and there once.
        output: { codeSplitting: { groups: [{ name: 'loader', test: /preload-helper/ }] } },
      },
    },
  })
  const packed = (chunks) =>
    chunks.length ? gzipSync(chunks.map(({ code }) => code).join('\n'), { level: 9 }).length : 0
  const chunks = output.filter(({ type, name }) => type === 'chunk' && name !== 'loader')
  // The set grows while it is gone through: what the entry imports, what that imports, and so on.
  const first = new Set(chunks.filter(({ isEntry }) => isEntry))
  for (const { imports: names } of first)
    for (const chunk of chunks) if (names.includes(chunk.fileName)) first.add(chunk)
  return { first: packed([...first]), later: packed(chunks.filter((chunk) => !first.has(chunk))) }
}

let failures = 0
function row(what, { first, later = 0 }, gate) {
  if (first > gate) failures++
  console.log(
    `${what.padEnd(48)}${String(first).padStart(7)} of ${String(gate).padStart(6)} bytes` +
      `${later ? `, ${later} more later` : ''}${first > gate ? '  too large' : ''}`,
  )
}

for (const [what, imports, external, gate] of gates) row(what, await bytes(imports, external), gate)
const styles = gzipSync(readFileSync('dist/styles.css'), { level: 9 }).length
row('styles.css', { first: styles }, 4000)

console.log('\nWhat others cost, nothing shared but react')
for (const [what, script, css] of others)
  console.log(
    `${what.padEnd(48)}${String(script).padStart(7)} bytes${css ? `, ${css} of CSS` : ''}`,
  )
process.exitCode = failures ? 1 : 0
