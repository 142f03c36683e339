import { execFileSync } from 'node:child_process'
import { join } from 'node:path'

/** The first call in a process of its own: nothing is compiled yet. */
export async function parse({ rounds, line, part }, folder) {
  const run = (...args) =>
    JSON.parse(
      execFileSync(process.execPath, [join(folder, 'parse.mjs'), ...args], { encoding: 'utf8' }),
    )
  await part('parseRecipients: a megabyte, for the first time', async () => {
    for (const name of run()) {
      const taken = await rounds({ parsed: () => run(name), cut: () => run(name, 'floor') })
      const of = (way) => taken[way].map(({ ms }) => ms)
      line(`${name}, ${taken.parsed[0].results} results`, of('parsed'), 200, 'ms')
      line('  cut at its gaps alone', of('cut'), undefined, 'ms')
    }
  })
}
