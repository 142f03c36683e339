import { execFileSync } from 'node:child_process'
import { join } from 'node:path'

export async function send({ rounds, line, part }, folder) {
  const file = join(folder, 'send.mjs')
  // A process of its own each time: heap and compiled code begin anew.
  const way = (name, count) => () =>
    JSON.parse(
      execFileSync(process.execPath, ['--expose-gc', file, name, count], { encoding: 'utf8' }),
    )
  for (const count of [1000, 5000])
    await part(`sendInvites: ${count} recipients in memory, no latency`, async () => {
      const names = ['instant', 'instantFloor', 'batches', 'batchesFloor']
      const taken = await rounds(
        Object.fromEntries(names.map((name) => [name, way(name, String(count))])),
      )
      const of = (name, key = 'ms') => taken[name].map((one) => one[key])
      line('to a transport that does nothing, one by one', of('instant'), undefined, 'ms')
      line('  the calls alone', of('instantFloor'), undefined, 'ms')
      const ms = line('to memory, in batches of 100', of('batches'), undefined, 'ms')
      line('  the calls alone', of('batchesFloor'), undefined, 'ms')
      console.log(`  in batches, a second: ${Math.round((count / ms) * 1000)} recipients`)
      line('heap afterwards, outcomes and all', of('batches', 'heap'), undefined, 'MB')
    })

  // Harness takes 10 calls of 100 a minute: more would measure the wait.
  const count = 500
  await part(`sendInvites: ${count} recipients over the emulators, no latency`, async () => {
    for (const name of ['grafana', 'harness', 'authress', 'astronomer', 'enhance', 'betterAuth']) {
      const taken = await rounds({
        [name]: way(name, String(count)),
        [`${name}Floor`]: way(`${name}Floor`, String(count)),
      })
      const ms = line(
        name,
        taken[name].map((one) => one.ms),
        undefined,
        'ms',
      )
      line(
        '  the calls alone, one after the other',
        taken[`${name}Floor`].map((one) => one.ms),
        undefined,
        'ms',
      )
      console.log(`  a second: ${Math.round((count / ms) * 1000)} recipients`)
    }
  })
}
