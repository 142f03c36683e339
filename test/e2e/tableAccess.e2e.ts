import { expect, test, type Page } from '@playwright/test'
import { focusedName, hold, openStory } from './stories.ts'

const ada = 'ada.lovelace@example.com'
const alan = 'alan.turing@example.com'
const status = (page: Page) => page.getByRole('status')
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name })
const revokeOf = (page: Page, email: string) => button(page, `Revoke invitation of ${email}`)
const row = (page: Page, email: string) => page.getByRole('row').filter({ hasText: email })
const open = (page: Page, story: string) => openStory(page, `pendinginvitestable--${story}`)

/** Everything that an element has said, from now on. */
async function listen(page: Page, selector: string): Promise<() => Promise<string[]>> {
  await page.locator(selector).evaluate((node) => {
    const told: string[] = []
    Object.assign(globalThis, { told })
    new MutationObserver(() => {
      if (node.textContent) told.push(node.textContent)
    }).observe(node, { childList: true, characterData: true, subtree: true })
  })
  return () => page.evaluate(() => (globalThis as { told?: string[] }).told ?? [])
}

test('PendingInvitesTable 1, 2: a native table with a caption; headers name columns, the address names its row', async ({
  page,
}) => {
  await open(page, 'filled')
  const table = page.getByRole('table', { name: 'Pending invitations' })
  expect(await table.evaluate(({ tagName }) => tagName)).toBe('TABLE')
  await expect(table.locator('caption')).toHaveText('Pending invitations')
  await expect(page.getByRole('grid')).toHaveCount(0)
  const columns = table.locator('thead th')
  await expect(columns).toHaveCount(8)
  expect(
    await columns.evaluateAll((all) => all.filter((one) => one.getAttribute('scope') !== 'col')),
  ).toEqual([])
  const header = table.getByRole('rowheader', { name: ada })
  await expect(header).toHaveAttribute('scope', 'row')
})

test('PendingInvitesTable 3: as cards the rows are still rows of a table', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 })
  await open(page, 'filled')
  expect(
    await page
      .locator('.ik-row')
      .first()
      .evaluate((one) => getComputedStyle(one).display),
  ).toBe('grid')
  await expect(page.getByRole('table').getByRole('row')).toHaveCount(9)
  await expect(page.getByRole('columnheader')).toHaveCount(8)
  await expect(page.getByRole('rowheader')).toHaveCount(8)
  await expect(row(page, ada).getByRole('cell')).toHaveCount(7)
})

test('PendingInvitesTable 4: a header is pressed to sort, and one of them says how it is sorted', async ({
  page,
}) => {
  await open(page, 'filled')
  const sorted = page.locator('[aria-sort]')
  await expect(sorted).toHaveCount(0)
  for (const [name, way] of [
    ['E-mail', 'ascending'],
    ['E-mail', 'descending'],
    ['Expires', 'ascending'],
  ] as const) {
    await page.getByRole('columnheader', { name }).getByRole('button').click()
    await expect(sorted).toHaveCount(1)
    await expect(page.getByRole('columnheader', { name })).toHaveAttribute('aria-sort', way)
  }
})

test('PendingInvitesTable 5, 6: the buttons of a row name its address; beside two of them one opens a menu of all that can be done', async ({
  page,
}) => {
  await open(page, 'filled')
  const buttons = row(page, ada).getByRole('button')
  await expect(buttons).toHaveCount(3)
  for (const [at, name] of [
    `Resend invitation to ${ada}`,
    `Revoke invitation of ${ada}`,
    `Actions for ${ada}`,
  ].entries())
    await expect(buttons.nth(at)).toHaveAccessibleName(name)
  await expect(buttons.nth(2)).toHaveAttribute('aria-haspopup', 'true')
  await buttons.nth(2).click()
  await expect(buttons.nth(2)).toHaveAttribute('aria-expanded', 'true')
  const menu = page.getByRole('menu', { name: `Actions for ${ada}` })
  await expect(menu.getByRole('menuitem')).toHaveText([
    /Resend/,
    /Copy link/,
    /Change role/,
    /Details/,
    /Revoke/,
  ])
  await expect(menu.getByRole('menuitem').first()).toBeFocused()
  await expect(page.getByRole('menu')).toHaveCount(1)
  // Beside its button, whichever way the page is read.
  const [place, anchor] = [await menu.boundingBox(), await buttons.nth(2).boundingBox()]
  expect(Math.abs((place?.y ?? 0) - (anchor?.y ?? 0) - (anchor?.height ?? 0))).toBeLessThan(12)
  await page.mouse.click(5, 5)
  await expect(menu).toHaveCount(0)
  await expect(buttons.nth(2)).not.toHaveAttribute('aria-expanded')
  await buttons.nth(2).click()
  await page.getByRole('menuitem', { name: 'Details' }).click()
  await expect(menu).toHaveCount(0)
  const dialog = page.getByRole('dialog', { name: 'Invitation' })
  await expect(dialog.getByRole('button', { name: 'Copy link' })).toBeVisible()
  await expect(dialog.getByLabel(`Role of ${ada}`)).toBeVisible()
  await expect(page.getByRole('dialog')).toHaveCount(1)
})

test('PendingInvitesTable 7: a revoke is asked for first, with the focus on the way out', async ({
  page,
}) => {
  await open(page, 'filled')
  await revokeOf(page, ada).click()
  const question = page.getByRole('alertdialog', { name: 'Revoke this invitation?' })
  await expect(question).toHaveAccessibleDescription(new RegExp(ada))
  await expect(button(page, 'Keep')).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(question).toHaveCount(0)
  await expect(revokeOf(page, ada)).toBeFocused()
  await expect(row(page, ada)).toBeVisible()
})

test('PendingInvitesTable 8: after a revoke the focus is on the same button of the next row, else of the one before, else on the table', async ({
  page,
}) => {
  const revoke = async (email: string) => {
    await revokeOf(page, email).click()
    await page.getByRole('alertdialog').getByRole('button', { name: 'Revoke' }).click()
    await expect(row(page, email)).toHaveCount(0)
  }
  await open(page, 'filled')
  await revoke(ada)
  await expect(revokeOf(page, alan)).toBeFocused()
  await open(page, 'two-invites')
  await revoke(alan)
  await expect(revokeOf(page, ada)).toBeFocused()
  await revoke(ada)
  await expect(page.getByText('No pending invitations')).toBeVisible()
  await expect(page.getByRole('region', { name: 'Pending invitations' })).toBeFocused()
})

test('PendingInvitesTable 9: after a resend the focus stays, it is said once, and the wait ticks for the eye alone', async ({
  page,
}) => {
  await open(page, 'filled')
  const told = await listen(page, '[role=status]')
  await button(page, `Resend invitation to ${ada}`).click()
  await expect(status(page)).toHaveText(`Sent again to ${ada}`)
  const waits = row(page, ada).getByRole('button').first()
  await expect(waits).toBeFocused()
  await expect(waits).toHaveAttribute('aria-disabled', 'true')
  await expect(waits).toHaveText(/^Resend in \d+ s$/)
  expect(await waits.evaluate((one) => one.closest('[aria-live], [role=status]'))).toBeNull()
  expect(await told()).toEqual([`Sent again to ${ada}`])
})

test('PendingInvitesTable 10: what was refused stays, with its error, and the focus is not lost', async ({
  page,
}) => {
  await open(page, 'revoke-refused')
  await expect(row(page, ada)).toContainText('You are not allowed to do this')
  await expect(status(page)).toContainText(`${ada}: You are not allowed to do this`)
  expect(await focusedName(page)).not.toBe('body')
})

test('PendingInvitesTable 11: while it loads it is busy, says so once after a while, and its lines are hidden', async ({
  page,
}) => {
  await open(page, 'loading')
  await expect(page.getByRole('region', { name: 'Pending invitations' })).toHaveAttribute(
    'aria-busy',
    'true',
  )
  const skeleton = page.locator('.ik-skeleton')
  await expect(skeleton).toHaveAttribute('aria-hidden', 'true')
  expect(await skeleton.evaluate((one) => getComputedStyle(one).animationDelay)).toBe('0.2s')
  await expect(status(page)).toHaveText('Loading invitations')
  await expect(page.getByText('Loading invitations')).toHaveCount(1)
})

test('PendingInvitesTable 12, 13: that there is nothing, or that it failed, is said outside of a table, with a way on', async ({
  page,
}) => {
  await open(page, 'empty')
  await expect(page.getByRole('table')).toHaveCount(0)
  await expect(page.getByText('No pending invitations')).toBeVisible()
  await expect(button(page, 'Invite people')).toBeVisible()
  await open(page, 'failed')
  await expect(page.getByRole('alert')).toContainText('You are not allowed to do this')
  await expect(page.getByRole('alert').getByRole('button', { name: 'Try again' })).toBeVisible()
  expect(await focusedName(page)).toBe('body')
})

test('PendingInvitesTable 13, 14: another reading moves neither focus nor scroll, also where it fails', async ({
  page,
}) => {
  const readAgain = () => page.evaluate(() => dispatchEvent(new Event('visibilitychange')))
  await open(page, 'five-hundred-rows')
  const scroller = page.getByRole('group', { name: 'Pending invitations' })
  await scroller.evaluate((element) => element.scrollTo(0, 4000))
  const first = page.getByRole('rowheader').first()
  await expect(first).not.toContainText(ada)
  const target = row(page, '70@example.com').first().getByRole('button').nth(1)
  await target.focus()
  const before = await scroller.evaluate((element) => element.scrollTop)
  const name = await focusedName(page)
  await readAgain()
  await expect(page.getByRole('region', { name: 'Pending invitations' })).toHaveAttribute(
    'aria-busy',
    'false',
  )
  expect(await focusedName(page)).toBe(name)
  expect(await scroller.evaluate((element) => element.scrollTop)).toBe(before)

  await open(page, 'stale')
  expect(await focusedName(page)).not.toBe('body')
  await expect(page.getByText(/This list may be out of date/)).toBeVisible()
})

test('PendingInvitesTable 14: a focused row that vanishes hands the focus to the one in its place', async ({
  page,
}) => {
  await open(page, 'another-admin')
  // The last part to come.
  await page.getByRole('button', { name: 'Refresh' }).waitFor()
  await revokeOf(page, ada).focus()
  await page.evaluate(() => dispatchEvent(new Event('visibilitychange')))
  await expect(row(page, ada)).toHaveCount(0)
  await expect(revokeOf(page, alan)).toBeFocused()
  await expect(status(page)).toHaveText('1 is gone since the last look.')
})

test('PendingInvitesTable 15, 16: a status is a word; a time is one for machines and, to the day, for everybody', async ({
  page,
}) => {
  await open(page, 'statuses')
  const words = await page.locator('.ik-badge').allTextContents()
  expect(words).toEqual(['Pending', 'Not mailed', 'Expired', 'Pending', 'Pending'])
  expect(
    await page
      .locator('.ik-badge')
      .first()
      .evaluate((badge) => getComputedStyle(badge, '::before').content),
  ).toMatch(/^(""|none|normal)/)
  const times = page.locator('.ik-row time')
  expect(await times.count()).toBeGreaterThan(4)
  for (const time of await times.all()) {
    await expect(time).toHaveAttribute('datetime', /^\d{4}-\d\d-\d\dT/)
    await expect(time).toHaveText(/^\w{3} \d{1,2}, \d{4}$/)
    await expect(time).toBeVisible()
  }
  await expect(page.getByText(', estimate')).toBeVisible()
})

test('PendingInvitesTable 17: the box of the page has three states, and how many are selected is said politely', async ({
  page,
}) => {
  await open(page, 'filled')
  const all = page.getByLabel('Select all on this page')
  const mixed = () => all.evaluate((box: HTMLInputElement) => box.indeterminate)
  expect(await mixed()).toBe(false)
  for (const email of [ada, alan, 'barbara.liskov@example.com'])
    await page.getByLabel(`Select ${email}`).check()
  expect(await mixed()).toBe(true)
  await expect(page.locator('[aria-live=polite]')).toHaveText('3 selected')
  await all.check()
  expect(await mixed()).toBe(false)
  await expect(page.locator('[aria-live=polite]')).toHaveText('8 selected')
})

test('PendingInvitesTable 18: pages are turned in a nav, the focus stays, and where it is is said', async ({
  page,
}) => {
  await open(page, 'pages')
  const next = page.getByRole('navigation', { name: 'Pages' }).getByRole('button', { name: 'Next' })
  await next.press('Enter')
  await expect(status(page)).toHaveText('Page 3 of 6')
  await expect(next).toBeFocused()
})

test('PendingInvitesTable 19: at 320 px, and at 400 %, it scrolls one way; what scrolls by itself has a name and takes the focus', async ({
  page,
}) => {
  await page.setViewportSize({ width: 320, height: 256 })
  for (const story of ['filled', 'selected', 'not-allowed', 'five-hundred-rows']) {
    await open(page, story)
    const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    expect([story, over]).toEqual([story, 0])
  }
  const scroller = page.getByRole('group', { name: 'Pending invitations' })
  await scroller.focus()
  await expect(scroller).toBeFocused()
  expect(await scroller.evaluate((one) => one.scrollWidth - one.clientWidth)).toBe(0)
})

test('PendingInvitesTable 20: from right to left the table is mirrored, an address is not', async ({
  page,
}) => {
  await open(page, 'right-to-left')
  const header = page.getByRole('rowheader', { name: ada })
  const actions = row(page, ada).getByRole('cell').last()
  const [first, last] = [await header.boundingBox(), await actions.boundingBox()]
  expect(first?.x ?? 0).toBeGreaterThan(last?.x ?? 0)
  const address = header.locator('bdi').first()
  await expect(address).toHaveAttribute('dir', 'ltr')
  await expect(address).toHaveText(ada)
})

test('what cannot be loaded is said, and the next press tries again', async ({ page }) => {
  await page.route(/tableLater/, (route) => route.abort())
  await open(page, 'filled')
  await revokeOf(page, ada).click()
  await expect(status(page)).toContainText('This part could not be loaded')
  await expect(revokeOf(page, ada)).toBeFocused()
  const notice = page.getByRole('alert').filter({ hasText: 'This part could not be loaded' })
  await expect(notice).toBeVisible()
  await page.unroute(/tableLater/)
  await revokeOf(page, ada).click()
  await expect(page.getByRole('alertdialog', { name: 'Revoke this invitation?' })).toBeVisible()
  await expect(notice).toHaveCount(0)
})

test('what is around the rows and cannot be loaded is loaded again by its button, and the focus is kept', async ({
  page,
}) => {
  await page.route(/tableLater/, (route) => route.abort())
  await open(page, 'filled')
  await expect(revokeOf(page, ada)).toBeVisible()
  const again = page.getByRole('button', { name: 'Try again' })
  await expect(again).toBeVisible()
  await expect(page.getByRole('button', { name: 'Refresh' })).toHaveCount(0)
  await page.unroute(/tableLater/)
  await again.click()
  await expect(page.getByRole('button', { name: 'Refresh' })).toBeVisible()
  expect(await focusedName(page)).not.toBe('body')
})

test('a press brings what writes where that could not be loaded before, and its row is followed', async ({
  page,
}) => {
  await page.route(/writesLater/, (route) => route.abort())
  await open(page, 'filled')
  await button(page, `Resend invitation to ${ada}`).click()
  await expect(status(page)).toContainText('This part could not be loaded')
  await page.unroute(/writesLater/)
  await button(page, `Resend invitation to ${ada}`).click()
  await expect(status(page)).toHaveText(`Sent again to ${ada}`)
  await expect(row(page, ada).getByRole('button').first()).toHaveText(/^Resend in \d+ s$/)
})

test('a revoke that is pressed before its question is loaded leaves the focus on the button of the next row', async ({
  page,
}) => {
  const release = await hold(page, /tableLater/)
  await open(page, 'filled')
  await revokeOf(page, ada).click()
  release()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Revoke' }).click()
  await expect(row(page, ada)).toHaveCount(0)
  await expect(revokeOf(page, alan)).toBeFocused()
})

test('a long page that is scrolled before what follows the scrolling is loaded shows the rows there', async ({
  page,
}) => {
  const release = await hold(page, /tableLater/)
  await open(page, 'five-hundred-rows')
  const scroller = page.getByRole('group', { name: 'Pending invitations' })
  await scroller.evaluate((element) => element.scrollTo(0, 4000))
  await expect(page.getByRole('rowheader').first()).toContainText(ada)
  release()
  await expect(page.getByRole('rowheader').first()).not.toContainText(ada)
})

test('a long word that nothing matches is broken on a narrow screen, not cut off', async ({
  page,
}) => {
  await page.setViewportSize({ width: 320, height: 800 })
  await open(page, 'filled')
  await button(page, 'Refresh').waitFor()
  await page.getByRole('searchbox').fill('x'.repeat(80))
  for (const said of [page.locator('.ik-empty-title'), status(page)]) {
    // oxlint-disable-next-line no-await-in-loop
    await expect(said).toContainText('No invitation matches')
    // oxlint-disable-next-line no-await-in-loop
    expect(await said.evaluate((one) => one.scrollWidth - one.clientWidth)).toBe(0)
    // oxlint-disable-next-line no-await-in-loop
    expect((await said.boundingBox())?.width).toBeLessThan(288)
  }
})

test('in forced colours the focus has an outline', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' })
  await open(page, 'statuses')
  await revokeOf(page, ada).focus()
  const outline = await page.evaluate(() => {
    const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement ?? document.body)
    return { outlineStyle, wide: Number.parseFloat(outlineWidth) >= 2 }
  })
  expect(outline).toEqual({ outlineStyle: 'solid', wide: true })
})

test('on paper there are the rows, and nothing to press', async ({ page }) => {
  await open(page, 'pages')
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByRole('rowheader').first()).toBeVisible()
  await expect(page.locator('.ik-table :is(button, input, select):visible')).toHaveCount(
    await page.locator('.ik-sort:visible').count(),
  )
})
