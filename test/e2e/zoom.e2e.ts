import { expect, test, type Page } from '@playwright/test'
import { openStory } from './stories.ts'

/** A window of 1280 by 1024 at 400 %. */
test.use({ viewport: { width: 320, height: 256 }, deviceScaleFactor: 4 })

const pages = [
  'inviteform--every-field',
  'inviteform--every-outcome',
  'inviteform--file-import',
  'inviteform--folded',
  'pendinginvitestable--selected',
  'pendinginvitestable--asked-before-revoke',
  'pendinginvitestable--details',
  'pendinginvitestable--statuses',
  'acceptinvitepage--needs-details',
  'acceptinvitepage--wrong-account',
]

/** Where the focus is, if it cannot be seen there: outside of the window, or under something else. */
const hidden = (page: Page) =>
  page.evaluate(() => {
    const focused = document.activeElement
    if (!focused || focused === document.body) return undefined
    const { left, top, right, bottom } = focused.getBoundingClientRect()
    const [x, y] = [(left + right) / 2, (Math.max(top, 0) + Math.min(bottom, innerHeight)) / 2]
    const over = document.elementFromPoint(x, y)
    const seen = over && (focused.contains(over) || over.contains(focused))
    return seen ? undefined : `${focused.outerHTML.slice(0, 120)} at ${x}, ${y}`
  })

for (const id of pages)
  test(`at 400 %, ${id}: every stop of Tab can be seen, and nothing scrolls two ways`, async ({
    page,
  }) => {
    await openStory(page, id)
    const unseen = new Set<string>()
    for (let stops = 0; stops < 50; stops++) {
      // oxlint-disable-next-line no-await-in-loop
      await page.keyboard.press('Tab')
      // oxlint-disable-next-line no-await-in-loop
      const where = await hidden(page)
      if (where) unseen.add(where)
    }
    expect([...unseen]).toEqual([])
    const wide = await page.evaluate(() => document.documentElement.scrollWidth)
    expect(wide).toBeLessThanOrEqual(320)
  })

test('with the spacing of WCAG 1.4.12 no word is cut off', async ({ page }) => {
  for (const id of pages) {
    // oxlint-disable-next-line no-await-in-loop
    await openStory(page, id)
    // oxlint-disable-next-line no-await-in-loop
    await page.addStyleTag({
      content: `* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
        word-spacing: 0.16em !important } p { margin-block-end: 2em !important }`,
    })
    // oxlint-disable-next-line no-await-in-loop
    const cut = await page
      .locator('button, label, th, td, summary, legend, h1, h2, h3, p, .ik-chip')
      .evaluateAll((all) =>
        all
          // Headers that are for screen readers alone, where rows are cards.
          .filter((one) => one.checkVisibility() && !one.closest('.ik-hidden, thead'))
          .filter((one) => {
            const { overflowX, overflowY } = getComputedStyle(one)
            return (
              (overflowX !== 'visible' && one.scrollWidth > one.clientWidth + 1) ||
              (overflowY !== 'visible' && one.scrollHeight > one.clientHeight + 1)
            )
          })
          .map((one) => one.outerHTML.slice(0, 120)),
      )
    expect([id, ...cut]).toEqual([id])
    // oxlint-disable-next-line no-await-in-loop
    const wide = await page.evaluate(() => document.documentElement.scrollWidth)
    expect([id, wide <= 320]).toEqual([id, true])
  }
})
