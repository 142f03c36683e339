import { createRequire } from 'node:module'
import { expect, test, type Page } from '@playwright/test'
import type axe from 'axe-core'
import type { AxeResults, RunOptions } from 'axe-core'
import { openStory, stories } from './stories.ts'

const modes: Record<string, (page: Page) => Promise<unknown>> = {
  light: () => Promise.resolve(),
  'forced colours': (page) => page.emulateMedia({ forcedColors: 'active' }),
  dark: async (page) => {
    await page.emulateMedia({ forcedColors: 'none' })
    await page.evaluate(() => document.querySelector('.host')?.classList.add('host-dark'))
  },
  'right to left': (page) =>
    page.evaluate(() => document.querySelector('.host')?.setAttribute('dir', 'rtl')),
}

const script = createRequire(import.meta.url).resolve('axe-core/axe.min.js')
const options: RunOptions = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  rules: {
    'target-size': { enabled: true },
    // A story is a part of a page: regions and the order of headings are the app's.
    region: { enabled: false },
    'heading-order': { enabled: false },
    'page-has-heading-one': { enabled: false },
    'landmark-one-main': { enabled: false },
  },
}

async function scan(page: Page): Promise<string[]> {
  const { violations } = await page.evaluate<AxeResults, RunOptions>(
    (how) => (globalThis as { axe?: typeof axe }).axe!.run(document, how),
    options,
  )
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))
}

for (const [component, states] of [
  ['InviteForm', 20],
  ['PendingInvitesTable', 15],
  ['AcceptInvitePage', 18],
] as const)
  test(`axe finds nothing in any state of ${component}, in four modes`, async ({
    page,
    baseURL,
  }) => {
    test.setTimeout(400_000)
    await page.emulateMedia({ reducedMotion: 'reduce' })
    const found: Record<string, string[]> = {}
    const all = (await stories(baseURL)).filter(({ title }) => title.startsWith(component))
    expect(all.length).toBeGreaterThanOrEqual(states)
    for (const { id } of all) {
      await page.emulateMedia({ forcedColors: 'none' })
      await openStory(page, id)
      await page.addScriptTag({ path: script })
      for (const [mode, enter] of Object.entries(modes)) {
        await enter(page)
        const violations = await scan(page)
        if (violations.length > 0) found[`${id}, ${mode}`] = violations
      }
    }
    expect(found).toEqual({})
  })
