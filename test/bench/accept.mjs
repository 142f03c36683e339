import { cpu, quiet } from './measure.mjs'

const acceptButton = (page) => page.getByRole('button', { name: /^Accept invitation/ })

/** From the start of the navigation to the frame that shows the page, all scripts loaded anew. */
const ready = (page) =>
  page.evaluate(() =>
    globalThis.clock.until(() => document.querySelector('form h1 ~ * button[type=submit]')),
  )

export async function accept({ cold, rounds, line, part }) {
  await part('AcceptInvitePage: cold page to ready', async () => {
    const markup = await cold('accept', async (page) => {
      await ready(page)
      return page.locator('main').evaluate((element) => element.outerHTML)
    })
    const measure = (name) => () =>
      cold(
        name,
        async (page, session) => {
          const ms = await page.evaluate(() => globalThis.ready)
          await quiet(page)
          const bytes = await page.evaluate(() =>
            performance
              .getEntriesByType('resource')
              .filter(({ name: url }) => url.endsWith('.js'))
              .reduce((sum, { decodedBodySize }) => sum + decodedBodySize, 0),
          )
          return { ms, cpu: await cpu(session), bytes: bytes / 1000 }
        },
        {
          markup,
          // Watched from the first, since a question from outside may come late.
          script: `globalThis.ready = clock.until(() => document.querySelector('form h1 ~ * button[type=submit]'))`,
        },
      )
    const { ours, floor } = await rounds({ ours: measure('accept'), floor: measure('still') })
    const of = (all, key) => all.map((one) => one[key])
    line('navigation until it is shown', of(ours, 'ms'), undefined, 'ms')
    line('  the same in plain static React', of(floor, 'ms'), undefined, 'ms')
    line('processor time of the main thread', of(ours, 'cpu'), undefined, 'ms')
    line('  the same in plain static React', of(floor, 'cpu'), undefined, 'ms')
    line('scripts, not compressed', of(ours, 'bytes'), undefined, 'kB')
    line('  the same in plain static React', of(floor, 'bytes'), undefined, 'kB')
  })

  await part('AcceptInvitePage: requests', () =>
    cold('accept', async (page) => {
      await ready(page)
      const calls = () => page.evaluate(() => JSON.stringify(globalThis.bench.calls))
      console.log(`  until it is ready: ${await calls()}`)
      await acceptButton(page).click()
      await page.locator('main[data-status=accepted]').waitFor()
      await quiet(page)
      console.log(`  after it is accepted: ${await calls()}`)
    }),
  )
}
