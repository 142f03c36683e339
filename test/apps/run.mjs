// Apps as their authors would begin them: installs the packed tarball, builds, and uses the screens in a browser.
// `npm run test:apps`, or with names (`node test/apps/run.mjs next`) some of them.
import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

const needed = ['@tanstack/react-query@5', 'react-hook-form@7', 'zod@4']
const vite = ['vite@8', '@vitejs/plugin-react@6']
const react = (version) => [`react@${version}`, `react-dom@${version}`]
const types = (version) => [`@types/react@${version}`, `@types/react-dom@${version}`]

/** From which sources, and what is installed beside the package. */
const apps = {
  'vite-react-19': ['vite', [...react('19'), ...types('19'), ...vite, 'typescript@7']],
  'vite-react-18': ['vite', [...react('18.3'), ...types('18'), ...vite, 'typescript@5.9']],
  // Next compiles with the compiler's API, which TypeScript 7 does not have.
  next: ['next', [...react('19'), ...types('19'), 'next@16', '@types/node@20', 'typescript@5.9']],
}
const chosen = process.argv.slice(2).filter((name) => name in apps)
const names = chosen.length > 0 ? chosen : Object.keys(apps)

const folder = mkdtempSync(join(tmpdir(), 'invite-kit-apps-'))
const env = {
  ...process.env,
  NEXT_TELEMETRY_DISABLED: '1',
  APPS_FOLDER: folder,
  APPS: names.join(),
}

/** Runs a command and tells how long it took; whoever starts this sees what it says only if it fails. */
function run(what, cwd, command, args, { stdio = 'pipe', hint = '' } = {}) {
  const started = Date.now()
  const shell = process.platform === 'win32'
  const { status, stdout, stderr } = spawnSync(command, args, {
    cwd,
    env,
    stdio,
    shell,
    encoding: 'utf8',
  })
  const seconds = ((Date.now() - started) / 1000).toFixed(1)
  console.log(`${what}: ${status === 0 ? 'done' : 'failed'} in ${seconds} s`)
  if (status !== 0) throw new Error(`${stdout ?? ''}${stderr ?? ''}${hint}`)
  return stdout
}

/** What a reader of the README begins with. */
const [, firstSample = ''] = /```tsx\n([^]*?)```/.exec(readFileSync('README.md', 'utf8')) ?? []

try {
  run('npm run build', '.', 'npm', ['run', 'build'])
  const [tarball] = run('npm pack', '.', 'npm', ['pack', '--silent', '--pack-destination', folder])
    .trim()
    .split('\n')
  for (const name of names) {
    const [source, packages] = apps[name]
    const app = join(folder, name)
    cpSync(join(import.meta.dirname, source), app, { recursive: true })
    if (source === 'vite') writeFileSync(join(app, 'src/App.tsx'), firstSample)
    const all = [join(folder, tarball), ...needed, ...packages]
    run(
      `${name}: npm install`,
      app,
      'npm',
      ['install', '--prefer-offline', '--no-audit', '--no-fund', ...all],
      { hint: 'An app is installed as a new one: this needs the registry that npm is set up for.' },
    )
    run(`${name}: npm run build`, app, 'npm', ['run', 'build'])
  }
  run(
    'in the browser',
    '.',
    resolve('node_modules/.bin/playwright'),
    ['test', '-c', 'test/apps/playwright.config.ts'],
    { stdio: 'inherit' },
  )
} finally {
  rmSync(folder, { recursive: true, force: true })
}
