// Runs every test and closes with one line of counts, taken from the runners' own reports.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const folder = mkdtempSync(join(tmpdir(), 'invite-kit-'))
const total = { passed: 0, failed: 0, skipped: 0 }
/** The names of what failed, which are said last: of a long output the end is what is kept. */
const failed = []

/** Runs Node, or a tool of node_modules; `read` gives the counts of its JSON report, and the names of what failed. */
function run(name, [tool, ...args], read, env = {}) {
  const started = Date.now()
  const report = join(folder, `${name}.json`)
  const { status } = spawnSync(
    tool === 'node' ? process.execPath : join('node_modules', '.bin', tool),
    args.map((arg) => arg.replace('{report}', report)),
    {
      stdio: 'inherit',
      shell: process.platform === 'win32',
      env: { ...process.env, ...env, PLAYWRIGHT_JSON_OUTPUT_NAME: report },
    },
  )
  let counts = { passed: 0, failed: 0, skipped: 0 }
  let names = []
  try {
    if (read) [counts, names] = read(JSON.parse(readFileSync(report, 'utf8')))
  } catch {
    console.error(`${name}: no report.`)
  }
  // A runner that fails without a failed test (a file that does not load, say) is a failure all the same.
  if (status !== 0 && counts.failed === 0) counts.failed = 1
  if (counts.failed > 0 && names.length === 0) names = [`exit code ${status}`]
  failed.push(...names.map((one) => `${name}: ${one}`))
  for (const key of Object.keys(total)) total[key] += counts[key]
  const seconds = Math.round((Date.now() - started) / 1000)
  console.log(
    `${name}: ${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped in ${seconds} s\n`,
  )
  return status === 0
}

const vitest = ['vitest', 'run', '--config', 'test/vitest.config.ts']
const reported = ['--reporter=default', '--reporter=json', '--outputFile.json={report}']
const inVitest = ({ numPassedTests, numFailedTests, numPendingTests, testResults }) => [
  { passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests },
  testResults.flatMap(({ assertionResults }) =>
    assertionResults.flatMap(({ status, fullName }) => (status === 'failed' ? [fullName] : [])),
  ),
]
run('vitest', [...vitest, ...reported], inVitest)
run('stories on React 18', [...vitest, '--project', 'stories', ...reported], inVitest, {
  REACT: '18',
})
const failedIn = ({ suites = [], specs = [] }) => [
  ...specs.flatMap(({ ok, file, title }) => (ok ? [] : [`${file}: ${title}`])),
  ...suites.flatMap(failedIn),
]
const inBrowser = ({ stats, suites }) => [
  { passed: stats.expected + stats.flaky, failed: stats.unexpected, skipped: stats.skipped },
  failedIn({ suites }),
]
const playwright = ['playwright', 'test', '--config', 'test/e2e/playwright.config.ts']
run('end to end', [...playwright, '--reporter=list,json'], inBrowser)
// Of the end-to-end tests those in which React matters: effects, focus, what is sent once. REACT=18 npm run test:e2e for all.
const files = ['accept', 'acceptKeys', 'acceptSafe', 'formKeys', 'tableKeys']
run(
  'end to end on React 18',
  [...playwright, '--reporter=list,json', ...files.map((name) => `/${name}.e2e.ts`)],
  inBrowser,
  { REACT: '18' },
)
run('apps', ['node', 'test/apps/run.mjs'], inBrowser)

for (const one of failed) console.log(`failed: ${one}`)
console.log(
  `${total.passed} passed, ${total.failed} failed${total.skipped ? `, ${total.skipped} skipped` : ''}`,
)
process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1
