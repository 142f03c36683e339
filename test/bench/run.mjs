// What it costs in a real browser, and what sending and parsing cost in Node. Each figure is a median, with the smallest
// and the largest value behind it, beside its floor in the same run. `--quick` repeats three times instead of seven; a
// name (`form`, `table`, `accept`, `send`, `parse`, `counts`) takes that part alone. A figure that cannot be taken is a
// failure, and of the counts one that is above its gate: they are the same on every machine. A time never is.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from 'playwright'
import { build, preview, runnerImport } from 'vite'
import { bundleForNode } from '../bundleForNode.mjs'
import { accept } from './accept.mjs'
import { counts } from './counts.mjs'
import { form } from './form.mjs'
import { measurements } from './measure.mjs'
import { parse } from './parse.mjs'
import { send } from './send.mjs'
import { table } from './table.mjs'

const root = import.meta.dirname
const folder = mkdtempSync(join(tmpdir(), 'invite-kit-bench-'))
const parts = { form, table, accept, send, parse, counts }
const chosen = process.argv.slice(2).filter((name) => name in parts)
const repeats = process.argv.includes('--quick') ? 3 : 7

/** An app of its own for each page, as it would be shipped. */
async function bundle(name, { as = name, minify = true } = {}) {
  await build({
    configFile: false,
    logLevel: 'error',
    root,
    base: `/${as}/`,
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      outDir: join(folder, as),
      minify,
      emptyOutDir: true,
      cssCodeSplit: false,
      rolldownOptions: {
        input: join(root, 'pages', `${name}.tsx`),
        output: { entryFileNames: 'page.js', assetFileNames: '[name][extname]' },
      },
    },
  })
  writeFileSync(
    join(folder, as, 'index.html'),
    '<!doctype html><html lang="en"><meta charset="utf-8"><title>bench</title>' +
      '<link rel="icon" href="data:,"><link rel="stylesheet" href="style.css">' +
      '<body><script type="module" src="page.js"></script></body></html>',
  )
}

for (const name of ['form', 'table', 'accept', 'still', 'plain']) await bundle(name)
// Components have their names here, for those who count them.
await bundle('table', { as: 'table-named', minify: false })
const forNode = join(folder, 'node')
await bundleForNode(forNode, {
  send: join(root, 'pages/send.ts'),
  parse: join(root, 'pages/parse.ts'),
})
const { module } = await runnerImport(join(root, '../browser.ts'), { logLevel: 'error' })
const server = await preview({
  configFile: false,
  logLevel: 'error',
  appType: 'mpa',
  root,
  build: { outDir: folder },
  preview: { port: 0, host: '127.0.0.1' },
})
const chrome = await chromium.launch({
  executablePath: module.browser(),
  args: ['--no-sandbox', '--disable-gpu'],
})
const { port } = server.httpServer.address()
const bench = measurements({ chrome, url: `http://127.0.0.1:${port}/`, repeats })

console.log(`Chromium ${chrome.version()}, Node ${process.version}, median of ${repeats}`)
for (const name of chosen.length ? chosen : Object.keys(parts)) await parts[name](bench, forNode)

// Wall time says little on a machine that has other work: processor time and counts do.
console.log(
  `\nLoad of the machine in the last minutes: ${loadavg()
    .map((load) => load.toFixed(1))
    .join(' ')}`,
)
await chrome.close()
await server.close()
rmSync(folder, { recursive: true })
if (bench.failures.length) console.log(`\nFailed:\n  ${bench.failures.join('\n  ')}`)
process.exitCode = bench.failures.length ? 1 : 0
