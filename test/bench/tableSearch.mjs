import { row, show } from './tableScreen.mjs'

/** How long the table waits after a keystroke before it asks. */
const debounce = 250

/** Over a provider that returns everything, with 200 ms of round trip: from the end of the wait to the rows. */
export async function search({ cold, rounds, line }) {
  const { taken } = await rounds({
    taken: () =>
      cold('table', async (page, session) => {
        await show(page, session, { pageSize: 25, grafana: true, latency: 200 })
        await page.getByLabel('Search invitations').focus()
        await page.evaluate(
          (rows) =>
            globalThis.clock.after('input', () =>
              globalThis.clock.until(() => {
                const texts = [...document.querySelectorAll(rows)].map(
                  ({ textContent }) => textContent,
                )
                return texts.length > 0 && texts.every((text) => text.includes('9'))
              }),
            ),
          row,
        )
        await page.keyboard.press('9')
        return (await page.evaluate(() => globalThis.measured)) - debounce
      }),
  })
  line('end of the debounce to the rows that match', taken, 33.4, 'ms')
}
