import { quiet, renders, said } from './measure.mjs'
import {
  add,
  askRevoke,
  confirmRevoke,
  person,
  pressResend,
  pressSelect,
  row,
  send,
  show,
} from './tableScreen.mjs'

/** What of a page of 500 is in the document. */
export async function elements({ cold, atMost }, invites) {
  const each = await cold('table', async (page, session) => {
    await show(page, session, { invites, pageSize: 500 })
    return page.evaluate(
      (rows) =>
        [...document.querySelectorAll(rows)].map((one) => one.querySelectorAll('*').length + 1),
      row,
    )
  })
  atMost('rows mounted', each.length, 60)
  atMost('elements of a row, the most', Math.max(...each), 21)
}

const pageSize = 25
const ways = {
  // The bar that says how many are selected is there already, and has to say another number.
  toggle: {
    gate: 1,
    besides: 'BulkBar',
    prepare: (page) => pressSelect(page, 'person7@example.com'),
    act: (page) => pressSelect(page, person),
  },
  // Which ticks once it is pressed, however long it is watched.
  resend: {
    gate: 25,
    besides: 'Countdown',
    asks: { resend: 1 },
    act: (page) => pressResend(page, person),
  },
  revoke: {
    gate: 25,
    asks: { revoke: 1 },
    // A page that others follow is filled up from them.
    asksInPages: { list: 1, revoke: 1 },
    prepare: (page) => askRevoke(page, person),
    act: confirmRevoke,
  },
  create: {
    gate: 30,
    asks: { create: 1 },
    setting: { withForm: true },
    prepare: (page) => add(page, 'new@example.com'),
    act: send,
  },
}

/** What each action renders and asks: after it is confirmed, until all that follows from it is done. */
export async function actions({ cold, atMost, exactly }, invites) {
  for (const [name, { gate, besides, asks = {}, asksInPages = asks, ...way }] of Object.entries(
    ways,
  )) {
    const { shown, asked, all, byName } = await measure(cold, invites, way)
    const what = besides ? `${name}, besides ${besides}` : name
    atMost(`components rendered by ${what}`, all - (byName[besides] ?? 0), gate)
    console.log(`    ${said(byName)}`)
    exactly(`requests of ${name}`, asked, invites > pageSize ? asksInPages : asks)
    exactly('requests to show the page before it', shown, { list: 1 })
  }
}

const measure = (cold, invites, { prepare, act, setting }) =>
  cold(
    'table-named',
    async (page, session) => {
      await show(page, session, { invites, pageSize, latency: 100, ...setting })
      const calls = () => page.evaluate(() => ({ ...globalThis.bench.calls }))
      /** Until for a while nothing was asked of the transport. */
      const settle = async () => {
        for (let before = '', asked; before !== asked;) {
          before = asked
          await page.waitForTimeout(500)
          asked = JSON.stringify(await calls())
        }
        await quiet(page)
      }
      const shown = await calls()
      await prepare?.(page)
      await settle()
      const before = await calls()
      const rendered = await renders(page, async () => {
        await act(page)
        await settle()
      })
      const asked = Object.entries(await calls())
        .map(([name, number]) => [name, number - (before[name] ?? 0)])
        .filter(([, number]) => number > 0)
      return { shown, asked: Object.fromEntries(asked), ...rendered }
    },
    { counting: true },
  )
