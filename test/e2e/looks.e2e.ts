import { expect, test } from '@playwright/test'
import { openStory, stories } from './stories.ts'

const parts = 4
for (let part = 1; part <= parts; part++)
  test(`no story scrolls sideways at 320 px, in either direction of writing: part ${part} of ${parts}`, async ({
    page,
    baseURL,
  }) => {
    test.setTimeout(180_000)
    await page.setViewportSize({ width: 320, height: 640 })
    const wide: string[] = []
    const all = (await stories(baseURL)).filter((_, at) => at % parts === part - 1)
    expect(all.length).toBeGreaterThan(20)
    for (const { id } of all) {
      await openStory(page, id)
      // An app's own part may be as wide as it likes: one of them has an input of 600 px.
      await page.addStyleTag({ content: '.app-card { display: none !important }' })
      for (const dir of ['ltr', 'rtl']) {
        await page.evaluate((way) => document.querySelector('.host')?.setAttribute('dir', way), dir)
        // A host's style sheet may come after the story has been played.
        await page
          .waitForFunction(() => document.documentElement.scrollWidth <= innerWidth, null, {
            timeout: 5000,
          })
          .catch(() => wide.push(`${id}, ${dir}`))
      }
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
