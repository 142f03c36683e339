import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const source = (name) => readFileSync(join(import.meta.dirname, name), 'utf8')
const scripts = { clock: source('clock.js'), counter: source('renders.js') }

const median = (values) => values.toSorted((a, b) => a - b)[values.length >> 1]
const round = (number) => String(Math.round(number * 10) / 10)

/** Takes figures, and prints them. `failures` names those that could not be taken, and counts that are not as wanted. */
export function measurements({ chrome, url, repeats }) {
  const failures = []
  let under = ''

  /** A cold page in a renderer of its own: nothing of another measurement is in it. */
  async function cold(name, measure, { counting = false, markup, script = '' } = {}) {
    const context = await chrome.newContext({
      viewport: { width: 1280, height: 800 },
      permissions: ['clipboard-read', 'clipboard-write'],
    })
    try {
      const page = await context.newPage()
      page.setDefaultTimeout(20_000)
      if (markup) await page.addInitScript(`globalThis.markup = ${JSON.stringify(markup)}`)
      await page.addInitScript(scripts.clock + (counting ? scripts.counter : '') + script)
      const session = await context.newCDPSession(page)
      await session.send('Performance.enable', { timeDomain: 'threadTicks' })
      await page.goto(`${url}${name}/`)
      await page.waitForFunction(() => 'bench' in globalThis)
      return await measure(page, session)
    } finally {
      await context.close()
    }
  }

  /** Takes each of some figures in turn, round after round, so that a busy machine meets them alike. */
  async function rounds(ways) {
    const taken = Object.fromEntries(Object.keys(ways).map((name) => [name, []]))
    for (let time = 0; time < repeats; time++)
      for (const [name, way] of Object.entries(ways)) taken[name].push(await way())
    return taken
  }

  const print = (what, figure, unit, spread, gate, met) => {
    const wanted = gate === undefined ? '' : `gate ${gate}: ${met ? 'met' : 'not met'}`
    console.log(
      `  ${what.padEnd(58)}${figure.padStart(8)} ${unit.padEnd(4)} ${spread.padEnd(18)}${wanted}`.trimEnd(),
    )
  }

  /** One line: the median with the smallest and the largest, and what is wanted. Gives the median. */
  function line(what, values, gate, unit = '') {
    const middle = median(values)
    const spread = `${round(Math.min(...values))} to ${round(Math.max(...values))}`
    print(what, round(middle), unit, spread, gate, middle <= gate)
    return middle
  }

  /** One line of what is counted, once: to be above the gate is a failure. */
  function atMost(what, count, gate) {
    print(what, String(count), '', '', gate, count <= gate)
    if (count > gate) failures.push(`${under}: ${what} ${count}, not ${gate} at most`)
  }

  /** The same of numbers by name, which have to be these. */
  function exactly(what, numbers, wanted) {
    const [found, gate] = [said(numbers), said(wanted)]
    print(what, found, '', '', gate, found === gate)
    if (found !== gate) failures.push(`${under}: ${what} ${found}, not ${gate}`)
  }

  /** A part whose figures could not be taken does not keep the others from being taken. */
  async function part(title, take) {
    under = title
    console.log(`\n${title}`)
    try {
      await take()
    } catch (error) {
      failures.push(`${title}: could not be measured`)
      console.log(`  could not be measured: ${error.message}`)
    }
  }

  return { cold, rounds, line, atMost, exactly, part, failures }
}

/** Numbers by name, as text. */
export const said = (numbers) =>
  Object.entries(numbers)
    .map((pair) => pair.join(' '))
    .join(', ') || 'none'

/** Milliseconds of processor time that the main thread has had. */
export async function cpu(session) {
  const { metrics } = await session.send('Performance.getMetrics')
  return metrics.find(({ name }) => name === 'TaskDuration').value * 1000
}

/** Components that something renders, by name and altogether. What was rendered before it has to have been noticed. */
export async function renders(page, act) {
  const take = () =>
    page.evaluate(() => {
      const { rendered } = globalThis
      globalThis.rendered = {}
      return rendered
    })
  if (Object.keys(await take()).length === 0) throw new Error('React tells nothing of its commits.')
  await act()
  const byName = await take()
  return { byName, all: Object.values(byName).reduce((sum, count) => sum + count, 0) }
}

export const quiet = (page) => page.evaluate(() => globalThis.clock.quiet())
