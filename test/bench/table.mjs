import { cpu, quiet } from './measure.mjs'
import { paint } from './tablePaint.mjs'
import { search } from './tableSearch.mjs'
import {
  askRevoke,
  confirmRevoke,
  everything,
  person,
  prepare,
  row,
  scroller,
  show,
  showStill,
} from './tableScreen.mjs'

async function heap({ cold, rounds, line }) {
  const { taken } = await rounds({
    taken: () =>
      cold('table', async (page, session) => {
        const used = async () => {
          await quiet(page)
          await session.send('HeapProfiler.collectGarbage')
          return (await session.send('Runtime.getHeapUsage')).usedSize / 1e6
        }
        const empty = await used()
        await prepare(page)
        const seeded = await used()
        await show(page, session, { pageSize: 25 })
        const shown = await used()
        return { invites: seeded - empty, all: shown - empty }
      }),
  })
  line(
    'invites and table together',
    taken.map(({ all }) => all),
    4,
    'MB',
  )
  line(
    '  the invites alone',
    taken.map(({ invites }) => invites),
    undefined,
    'MB',
  )
}

async function revokeTime({ cold, rounds, line }) {
  const { gone } = await rounds({
    gone: () =>
      cold('table', async (page, session) => {
        await show(page, session, { pageSize: 25, latency: 200 })
        await askRevoke(page, person)
        await quiet(page)
        await page.evaluate(
          ([rows, email]) =>
            globalThis.clock.after('click', () =>
              globalThis.clock.until(
                () =>
                  ![...document.querySelectorAll(rows)].some(({ textContent }) =>
                    textContent.includes(email),
                  ),
              ),
            ),
          [row, person],
        )
        await confirmRevoke(page)
        return page.evaluate(() => globalThis.measured)
      }),
  })
  line('revoke pressed until the row is gone', gone, 50, 'ms')
}

/** 100 pixels a frame; a frame is missed where two come more than one and a half apart. */
async function scroll({ cold, rounds, line }) {
  const html = await cold('table', async (page, session) => {
    await show(page, session, { pageSize: 25 })
    return page.locator(everything).evaluate((element) => {
      // As many rows as the page has, all of them mounted.
      const body = element.querySelector('tbody')
      body.innerHTML = body.innerHTML.repeat(20)
      element.querySelector('div:has(> table)').dataset.long = ''
      return element.outerHTML
    })
  })
  const missed = async (page, session) => {
    const before = await cpu(session)
    const late = await scroller(page).evaluate(
      (element) =>
        new Promise((resolve, reject) => {
          let [frames, missing, last] = [0, 0, 0]
          const step = (now) => {
            if (last && now - last > 25) missing += Math.round((now - last) / (1000 / 60)) - 1
            last = now
            element.scrollTop += 100
            if (++frames <= 180) requestAnimationFrame(step)
            else if (element.scrollTop < 10_000) reject(new Error('It did not scroll.'))
            else resolve(missing)
          }
          requestAnimationFrame(step)
        }),
    )
    return { late, cpu: ((await cpu(session)) - before) / 180 }
  }
  const { ours, floor } = await rounds({
    ours: () =>
      cold('table', async (page, session) => {
        await show(page, session, { pageSize: 500 })
        return missed(page, session)
      }),
    floor: () =>
      cold('still', async (page, session) => {
        await showStill(page, session, html, 'react')
        return missed(page, session)
      }),
  })
  const of = (all, key) => all.map((one) => one[key])
  line('frames missed of 180', of(ours, 'late'), 10)
  line('  500 rows in plain static React', of(floor, 'late'))
  line('processor time of a frame', of(ours, 'cpu'), undefined, 'ms')
  line('  500 rows in plain static React', of(floor, 'cpu'), undefined, 'ms')
}

export async function table(bench) {
  for (const pageSize of [25, 100, 500])
    await bench.part(`PendingInvitesTable: a page of ${pageSize} of 10,000 invites`, () =>
      paint(bench, pageSize),
    )
  await bench.part('PendingInvitesTable: heap of 10,000 invites', () => heap(bench))
  await bench.part('PendingInvitesTable: 200 ms round trip', () => revokeTime(bench))
  await bench.part('PendingInvitesTable: a search over 10,000 invites of Grafana', () =>
    search(bench),
  )
  await bench.part('PendingInvitesTable: scrolling a page of 500', () => scroll(bench))
}
