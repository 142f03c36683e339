// What an app pays: gzip -9 of a production build of one import, against the gates. Needs `npm run build` first.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { build } from 'vite'

const react = ['react', 'react-dom']
const peers = [...react, '@tanstack/react-query', 'react-hook-form', 'zod']
const hooks =
  'useInvites, useSendInvites, useResendInvite, useRevokeInvite, useInviteForm, usePendingInvites, useAcceptInvite'

/** [what, imports, from, external, gate in bytes] */
const gates = [
  ['{ InviteForm }', 'InviteForm', 'index.js', peers, 8000],
  ['{ PendingInvitesTable }', 'PendingInvitesTable', 'index.js', peers, 7000],
  ['{ AcceptInvitePage }', 'AcceptInvitePage', 'index.js', peers, 4000],
  ['all three, and all hooks', `InviteForm, PendingInvitesTable, AcceptInvitePage, ${hooks}`, 'index.js', peers, 14_000],
  ['all hooks, no component', hooks, 'index.js', peers, 4500],
  ['{ useAcceptInvite }', 'useAcceptInvite', 'index.js', peers, 1500],
  ['{ memory }', 'memory', 'transports/index.js', peers, 2000],
  ['{ grafana }', 'grafana', 'transports/index.js', peers, 2000],
  ['{ harness }', 'harness', 'transports/index.js', peers, 2500],
  ['{ AcceptInvitePage }, nothing shared but react', 'AcceptInvitePage', 'index.js', react, 16_000],
]

async function bytes(names, from, external) {
  const entry = 'virtual:entry'
  const result = await build({
    configFile: false,
    logLevel: 'silent',
    define: { 'process.env.NODE_ENV': '"production"' },
    plugins: [
      {
        name: 'entry',
        resolveId: (id) => (id === entry ? `\0${entry}` : undefined),
        load: (id) =>
          id === `\0${entry}`
            ? `import { ${names} } from ${JSON.stringify(join(process.cwd(), 'dist', from))}\nglobalThis.used = [${names}]`
            : undefined,
      },
    ],
    build: {
      write: false,
      minify: true,
      rolldownOptions: {
        input: entry,
        external: (id) => external.some((name) => id === name || id.startsWith(`${name}/`)),
      },
    },
  })
  return gzipSync(result.output.map(({ code }) => code ?? '').join('\n'), { level: 9 }).length
}

let over = 0
const row = (what, size, gate) => {
  if (size > gate) over++
  console.log(`${what.padEnd(50)}${String(size).padStart(7)} of ${String(gate).padStart(6)} bytes${size > gate ? '  TOO LARGE' : ''}`)
}
for (const [what, names, from, external, gate] of gates) row(what, await bytes(names, from, external), gate)
row('styles.css', gzipSync(readFileSync('dist/styles.css'), { level: 9 }).length, 4000)
process.exitCode = over ? 1 : 0
