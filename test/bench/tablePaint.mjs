import { quiet } from './measure.mjs'
import { everything, rowsAlone, show, showStill } from './tableScreen.mjs'

/** Against the same markup without any behaviour: its rows alone, and all that is seen. */
export async function paint({ cold, rounds, line }, pageSize) {
  const html = (selector) =>
    cold('table', async (page, session) => {
      await show(page, session, { pageSize })
      await quiet(page)
      return page.locator(selector).evaluate((element) => element.outerHTML)
    })
  const [all, rows] = [await html(everything), await html(rowsAlone)]
  const ours = (setting) => () =>
    cold('table', (page, session) => show(page, session, { pageSize, ...setting }))
  const still = (markup, way) => () =>
    cold('still', (page, session) => showStill(page, session, markup, way))
  const taken = await rounds({
    memory: ours({}),
    atHand: ours({ atHand: true }),
    answered: ours({ atHand: true, latency: 200 }),
    all: still(all, 'react'),
    rows: still(rows, 'react'),
    dom: still(rows, 'dom'),
  })
  const of = (name, key = 'ms') => taken[name].map((one) => one[key])
  const ratios = (what, name, key = 'ms') =>
    line(
      what,
      taken.rows.map(
        (floor, round) => taken[name][round][key] / floor[key === 'cpu' ? 'cpu' : 'ms'],
      ),
      1.3,
    )
  line('mount to paint, memory finds the page', of('memory'), undefined, 'ms')
  line('mount to paint, the page is at hand', of('atHand'), undefined, 'ms')
  line('answer of the transport to paint', of('answered', 'answer'), undefined, 'ms')
  line('  the same rows in plain static React', of('rows'), undefined, 'ms')
  line('  everything that is seen, in plain static React', of('all'), undefined, 'ms')
  line('  the same rows in plain DOM', of('dom'), undefined, 'ms')
  line('processor time, the page is at hand', of('atHand', 'cpu'), undefined, 'ms')
  line('  the same rows in plain static React', of('rows', 'cpu'), undefined, 'ms')
  line('  everything that is seen, in plain static React', of('all', 'cpu'), undefined, 'ms')
  line('  the same rows in plain DOM', of('dom', 'cpu'), undefined, 'ms')
  ratios('mount to paint, to the same rows', 'atHand')
  ratios('answer to paint, to the same rows', 'answered', 'answer')
  ratios('processor time, to the same rows', 'atHand', 'cpu')
}
