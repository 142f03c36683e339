// Holds 500 connections for a minute, each with a request under way nearly all the time, over `toNodeHandler` on a
// real socket: what was asked, what was lost, how long answers took, and the memory of the server.
// `--seconds=10 --people=100` for less. The server is a process of its own. Anything lost is a failure.
import { fork } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { bundleForNode } from '../bundleForNode.mjs'

const given = (name, otherwise) =>
  Number(
    process.argv.find((argument) => argument.startsWith(`--${name}=`))?.split('=')[1] ?? otherwise,
  )
const people = given('people', 500)
const seconds = given('seconds', 60)
/** So that the store of answers, which keeps the newest 5000, is full before the first look at the memory. */
const warmUp = 15

const folder = mkdtempSync(join(tmpdir(), 'invite-kit-load-'))
const input = Object.fromEntries(
  ['crowd', 'served'].map((name) => [name, join(import.meta.dirname, `${name}.ts`)]),
)
await bundleForNode(folder, input)

const server = fork(join(import.meta.dirname, 'server.mjs'), [join(folder, 'served.mjs')], {
  execArgv: ['--expose-gc'],
})
const answer = () => new Promise((resolve) => server.once('message', resolve))
const look = () => {
  const told = answer()
  server.send('look')
  return told
}
const { port } = await answer()
const { crowd } = await import(join(folder, 'crowd.mjs'))
const hold = (length) => {
  const end = performance.now() + length * 1000
  return crowd(port, people, () => performance.now() < end)
}

try {
  await hold(warmUp)
  const before = await look()
  const { asked, lost, times } = await hold(seconds)
  const after = await look()
  times.sort((one, other) => one - other)
  const at = (part) => `${Math.round(times[Math.floor(times.length * part)] ?? 0)} ms`
  const opened = after.connections - before.connections
  console.log(
    `${people} connections for ${seconds} s; the provider takes ${after.latency} ms; load ${loadavg()[0]?.toFixed(1)}`,
  )
  console.log(`requests       ${asked}, ${Math.round(asked / seconds)} a second`)
  console.log(`lost           ${lost.length}`)
  console.log(`connections    ${opened} opened, ${opened - people} again`)
  console.log(`answer         p50 ${at(0.5)}, p95 ${at(0.95)}, p99 ${at(0.99)}`)
  console.log(`heap           ${before.heap} MB before, ${after.heap} MB after`)
  console.log(`memory (RSS)   ${before.rss} MB before, ${after.rss} MB after`)
  for (const one of lost.slice(0, 10)) console.log(one)
  process.exitCode = lost.length > 0 ? 1 : 0
} finally {
  server.kill()
  rmSync(folder, { recursive: true })
}
