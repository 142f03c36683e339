// An hour's use in a minute or two: 10,000 sends with lists, resends and revokes, over a proxy that harms every tenth
// request, to the handler on a Node server. What was done, what was kept of every promise, and the memory.
// `--sends=1000` for less. Anything broken, or rejected and not handled, is a failure.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { spawnSync } from 'node:child_process'
import { pathToFileURL } from 'node:url'

if (!globalThis.gc) {
  const { status } = spawnSync(process.execPath, ['--expose-gc', ...process.argv.slice(1)], {
    stdio: 'inherit',
  })
  process.exit(status ?? 1)
}

const sends = Number(
  process.argv.find((one) => one.startsWith('--sends='))?.split('=')[1] ?? 10_000,
)
const folder = mkdtempSync(join(tmpdir(), 'invite-kit-soak-'))
const { bundleForNode } = await import('../bundleForNode.mjs')
await bundleForNode(folder, { soak: join(import.meta.dirname, 'soak.ts') })

const unhandled = []
process.on('unhandledRejection', (reason) => unhandled.push(String(reason)))
const heaps = []
const heap = () => {
  globalThis.gc()
  return Math.round(process.memoryUsage().heapUsed / 1e5) / 10
}
try {
  const { soak } = await import(pathToFileURL(join(folder, 'soak.mjs')).href)
  const started = performance.now()
  const figures = await soak(sends, (done) => {
    // At the end of an organization of 500, whose rows are part of it each time.
    if (done % Math.max(500, sends / 10) === 0) heaps.push(heap())
  })
  const { broken, ...counts } = figures
  console.log(
    `${counts.sends} sends, ${counts.lists} lists, ${counts.resends} resends, ${counts.revokes} revokes in ` +
      `${Math.round((performance.now() - started) / 1000)} s`,
  )
  console.log(
    `${counts.requests} requests, ${counts.faults} of them harmed; ${counts.lookedUp} lost answers looked up`,
  )
  console.log(`promises broken    ${broken.length}`)
  console.log(`not handled        ${unhandled.length}`)
  console.log(`heap in MB         ${heaps.join(', ')}`)
  for (const one of [...broken, ...unhandled].slice(0, 10)) console.log(one)
  process.exitCode = broken.length + unhandled.length > 0 ? 1 : 0
} finally {
  rmSync(folder, { recursive: true })
}
