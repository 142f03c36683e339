import { expect, test } from '@playwright/test'
import { openStory, stories } from './stories.ts'

test('no story scrolls sideways at 320 px, in either direction of writing', async ({
  page,
  baseURL,
}) => {
  test.setTimeout(180_000)
  await page.setViewportSize({ width: 320, height: 640 })
  const wide: string[] = []
  const all = await stories(baseURL)
  expect(all.length).toBeGreaterThan(50)
  for (const [index, { id }] of all.entries()) {
    await openStory(page, id, index % 2 ? 'rtl' : 'ltr')
    const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    if (over > 0) wide.push(`${id}: ${over} px`)
  }
  expect(wide).toEqual([])
})

test('in forced colours every button can be read', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' })
  for (const id of [
    'inviteform--empty',
    'acceptinvitepage--ready-signed-out',
    'pendinginvitestable--asked-before-revoke',
  ]) {
    await page.goto(`/iframe.html?id=${id}&viewMode=story`)
    await page.getByRole('button').first().waitFor()
    const same = await page.getByRole('button').evaluateAll((buttons) =>
      buttons
        .map((button) => [button.textContent, getComputedStyle(button)] as const)
        .filter(([, { color, backgroundColor }]) => color === backgroundColor)
        .map(([text]) => text),
    )
    expect(same).toEqual([])
  }
})
