import { quiet, renders } from './measure.mjs'
import {
  add,
  askRevoke,
  confirmRevoke,
  person,
  pressResend,
  pressSelect,
  rowComponent,
  send,
  show,
} from './tableScreen.mjs'

/** What each action renders and asks: after it is confirmed, until all that follows from it is done. */
export async function actions({ cold, line, rounds }) {
  const ways = {
    // The bar that says how many are selected is there already, and has to say another number.
    toggle: {
      gate: 1,
      besides: 'BulkBar',
      prepare: (page) => pressSelect(page, 'person7@example.com'),
      act: (page) => pressSelect(page, person),
    },
    resend: { gate: 25, act: (page) => pressResend(page, person) },
    revoke: { gate: 25, prepare: (page) => askRevoke(page, person), act: confirmRevoke },
    create: {
      gate: 30,
      setting: { withForm: true },
      prepare: (page) => add(page, 'new@example.com'),
      act: send,
    },
  }
  const measure =
    ({ prepare, act, setting }) =>
    () =>
      cold(
        'table-named',
        async (page, session) => {
          await show(page, session, { pageSize: 25, latency: 100, ...setting })
          /** Until for a while nothing was asked of the transport. */
          const settle = async () => {
            for (let before = '', asked; before !== asked;) {
              before = asked
              await page.waitForTimeout(500)
              asked = await page.evaluate(() => JSON.stringify(globalThis.bench.calls))
            }
            await quiet(page)
          }
          await prepare?.(page)
          await settle()
          const shown = await page.evaluate(() => ({ ...globalThis.bench.calls }))
          const rendered = await renders(page, async () => {
            await act(page)
            await settle()
          })
          const asked = await page.evaluate(() => globalThis.bench.calls)
          const calls = Object.entries(asked).flatMap(([name, number]) => {
            const more = number - (shown[name] ?? 0)
            return more ? [`${name} ${more}`] : []
          })
          return { shown, calls: calls.join(', '), ...rendered }
        },
        { counting: true },
      )
  for (const [name, way] of Object.entries(ways)) {
    const { taken } = await rounds({ taken: measure(way) })
    line(
      `components rendered by ${name}${way.besides ? `, besides ${way.besides}` : ''}`,
      taken.map(({ all, byName }) => all - (byName[way.besides] ?? 0)),
      way.gate,
    )
    line(
      '  rows among them',
      taken.map(({ byName }) => byName[rowComponent] ?? 0),
    )
    const [{ byName, calls, shown }] = taken
    console.log(
      `    ${Object.entries(byName)
        .map((pair) => pair.join(' '))
        .join(', ')}`,
    )
    console.log(`    requests: ${calls || 'none'}; before, to show: ${JSON.stringify(shown)}`)
  }
}
