import { expect, test, type Page } from '@playwright/test'

const seen = 'policy-violations'
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; " +
  "require-trusted-types-for 'script'; frame-ancestors 'none'"

/** Counts what the policy refuses, from the first script on, in the window and in the console. */
async function watch(page: Page): Promise<string[]> {
  const refused: string[] = []
  await page.exposeFunction(seen, (what: string) => refused.push(what))
  await page.addInitScript((name) => {
    const tell = (globalThis as unknown as Record<string, (what: string) => void>)[name]
    addEventListener('securitypolicyviolation', ({ violatedDirective, sample, blockedURI }) =>
      tell?.(`${violatedDirective}: ${blockedURI} ${sample}`),
    )
  }, seen)
  page.on('pageerror', (error) => refused.push(error.message))
  return refused
}

async function play(page: Page, file: string, story = ''): Promise<string[]> {
  const response = await page.goto(`/?file=${file}&story=${story}`)
  expect(response?.headers()['content-security-policy']).toBe(policy)
  const root = page.locator('html[data-stories]')
  // Longer than a story waits for anything, so that its own words say what did not come.
  await expect(root).toHaveCount(1, { timeout: 60_000 })
  return ((await root.getAttribute('data-stories')) ?? '').split(' ')
}

for (const [file, least] of [
  ['InviteForm', 15],
  ['CsvImport', 3],
  ['PendingInvitesTable', 15],
  ['AcceptInvitePage', 15],
] as const)
  test(`the strictest page policy refuses nothing in any state of ${file}`, async ({ page }) => {
    test.setTimeout(300_000)
    const refused = await watch(page)
    const stories = await play(page, file)
    expect(stories.length).toBeGreaterThanOrEqual(least)
    for (const story of stories) {
      await test.step(story, () => play(page, file, story))
      expect([story, ...refused]).toEqual([story])
    }
  })

test('what the policy forbids is seen to be refused', async ({ page }) => {
  const refused = await watch(page)
  await play(page, 'InviteForm', 'Empty')
  await page.evaluate(() => {
    document.querySelector('form')?.setAttribute('style', 'color: red')
    try {
      document.body.insertAdjacentHTML('beforeend', '<b>Hello</b>')
    } catch {
      // The refusal is what is looked for.
    }
  })
  await expect
    .poll(() => refused.map((one) => one.split(':')[0]))
    .toEqual(['style-src-attr', 'require-trusted-types-for'])
})
