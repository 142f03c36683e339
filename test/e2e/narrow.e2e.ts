import { expect, test } from '@playwright/test'

/** States, and what is to be seen once they are reached. */
const states = [
  ['inviteform--known-before', 'Already invited'],
  ['inviteform--every-field', '23 of 25 seats'],
  ['inviteform--every-outcome', 'Download results'],
  ['inviteform--file-import', 'Add 2 people'],
  ['pendinginvitestable--filled', 'ada.lovelace@example.com'],
  ['pendinginvitestable--selected', 'Select all 57 that match'],
  ['pendinginvitestable--five-hundred-rows', 'Page 1 of 20'],
  ['pendinginvitestable--not-allowed', 'Only who invited somebody can withdraw it.'],
  ['pendinginvitestable--details', 'Copy link'],
] as const

for (const [story, seen] of states)
  test(`${story} does not scroll sideways at 320 px`, async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 800 })
    await page.goto(`/iframe.html?id=${story}&viewMode=story`)
    await expect(page.getByText(seen).first()).toBeVisible()
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
  })
