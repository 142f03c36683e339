import { quiet } from './measure.mjs'
import { everything, rowsAlone, show, showStill } from './tableScreen.mjs'

/**
 * Against the same rows without any behaviour: drawn by plain static React, that writes the same dates; and all that is
 * seen as markup that was there before, by React and by the DOM alone.
 */
export async function paint({ cold, rounds, line }, pageSize) {
  const html = (selector) =>
    cold('table', async (page, session) => {
      await show(page, session, { pageSize })
      await quiet(page)
      return page.locator(selector).evaluate((element) => element.outerHTML)
    })
  const textOf = (name, shown) =>
    cold(name, async (page, session) => {
      await shown(page, session)
      return page.locator(rowsAlone).evaluate((element) => element.textContent)
    })
  const mounted = Math.min(pageSize, 60)
  const [ours, floor] = [
    await textOf('table', (page, session) => show(page, session, { pageSize })),
    await textOf('plain', (page, session) => showStill(page, session, mounted)),
  ]
  if (ours !== floor) throw new Error('The floor shows another text.')
  const [all, rows] = [await html(everything), await html(rowsAlone)]
  const table = (setting) => () =>
    cold('table', (page, session) => show(page, session, { pageSize, ...setting }))
  const still = (name, content, way) => () =>
    cold(name, (page, session) => showStill(page, session, content, way))
  const taken = await rounds({
    memory: table({}),
    atHand: table({ atHand: true }),
    answered: table({ found: true, latency: 1000 }),
    plain: still('plain', mounted),
    all: still('still', all, 'react'),
    dom: still('still', rows, 'dom'),
  })
  const of = (name, key = 'ms') => taken[name].map((one) => one[key])
  line('mount to paint, memory finds the page', of('memory'), undefined, 'ms')
  line('mount to paint, the page is at hand', of('atHand'), undefined, 'ms')
  line('answer of the transport to paint', of('answered', 'answer'), undefined, 'ms')
  line('  the same rows in plain static React', of('plain'), undefined, 'ms')
  line('  everything that is seen, as markup, in plain static React', of('all'), undefined, 'ms')
  line('  the same rows, as markup, in plain DOM', of('dom'), undefined, 'ms')
  line('processor time from the mount, the page is at hand', of('atHand', 'cpu'), undefined, 'ms')
  line('processor time from the answer', of('answered', 'cpu'), undefined, 'ms')
  line('  the same rows in plain static React', of('plain', 'cpu'), undefined, 'ms')
  line('  everything that is seen, as markup', of('all', 'cpu'), undefined, 'ms')
  line('  the same rows, as markup, in plain DOM', of('dom', 'cpu'), undefined, 'ms')
  const ratio = (what, name, key, floorKey = key) =>
    line(
      what,
      taken.plain.map((one, at) => taken[name][at][key] / one[floorKey]),
      1.3,
    )
  ratio('wall time from the mount, to the same rows', 'atHand', 'ms')
  ratio('wall time from the answer, to the same rows', 'answered', 'answer', 'ms')
  ratio('processor time from the mount, to the same rows', 'atHand', 'cpu')
  ratio('processor time from the answer, to the same rows', 'answered', 'cpu')
}
