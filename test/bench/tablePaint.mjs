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
    answered: ours({ atHand: true, latency: 1000 }),
    all: still(all, 'react'),
    rows: still(rows, 'react'),
    dom: still(rows, 'dom'),
  })
  const of = (name, key = 'ms') => taken[name].map((one) => one[key])
  line('mount to paint, memory finds the page', of('memory'), undefined, 'ms')
  line('mount to paint, the page is at hand', of('atHand'), undefined, 'ms')
  line('answer of the transport to paint', of('answered', 'answer'), undefined, 'ms')
  line('  the same rows in plain static React', of('rows'), undefined, 'ms')
  line('  everything that is seen, in plain static React', of('all'), undefined, 'ms')
  line('  the same rows in plain DOM', of('dom'), undefined, 'ms')
  line('processor time from the answer', of('answered', 'cpu'), undefined, 'ms')
  line('processor time from the mount', of('atHand', 'cpu'), undefined, 'ms')
  line('  the same rows in plain static React', of('rows', 'cpu'), undefined, 'ms')
  line('  everything that is seen, in plain static React', of('all', 'cpu'), undefined, 'ms')
  line('  the same rows in plain DOM', of('dom', 'cpu'), undefined, 'ms')
  const ratio = (what, name, key, floorKey = key) =>
    line(
      what,
      taken.rows.map((floor, at) => taken[name][at][key] / floor[floorKey]),
      1.3,
    )
  ratio('wall time from the answer, to the same rows', 'answered', 'answer', 'ms')
  ratio('processor time from the answer, to the same rows', 'answered', 'cpu')
  ratio('processor time from the mount, to the same rows', 'atHand', 'cpu')
}
