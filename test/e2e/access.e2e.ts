import { createRequire } from 'node:module'
import { expect, test, type Page } from '@playwright/test'
import type axe from 'axe-core'
import type { AxeResults, Result, RunOptions } from 'axe-core'
import reviewed from './reviewed.json' with { type: 'json' }
import { states, storyId } from './states.ts'
import { moving, openStory, stories } from './stories.ts'

interface Mode {
  forcedColors?: 'active' | 'none'
  dark?: boolean
  dir?: 'ltr' | 'rtl'
}
const modes: Record<string, Mode> = {
  light: {},
  dark: { dark: true },
  'forced colours': { forcedColors: 'active' },
  'right to left': { dir: 'rtl' },
}

/** Without a reload: the state stays the one that was reached. */
async function enter(page: Page, { forcedColors = 'none', dark = false, dir = 'ltr' }: Mode) {
  await page.emulateMedia({ forcedColors })
  await page.evaluate(
    ([night, way]) => {
      const host = document.querySelector('.host')
      host?.classList.toggle('host-dark', night)
      host?.setAttribute('dir', way)
      // What stands under a header that sticks cannot be judged.
      document.documentElement.scrollTo(0, 0)
    },
    [dark, dir] as const,
  )
}

const script = createRequire(import.meta.url).resolve('axe-core/axe.min.js')
const options: RunOptions = {
  // Of what passes, only that it does.
  resultTypes: ['violations', 'incomplete'],
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

/** What axe finds, and what it leaves to a person. */
async function scan(page: Page): Promise<{ violations: string[]; open: string[] }> {
  const { violations, incomplete } = await page.evaluate<AxeResults, RunOptions>(
    (how) => (globalThis as { axe?: typeof axe }).axe!.run(document, how),
    options,
  )
  const said = (results: Result[]) =>
    results.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`))
  return { violations: said(violations), open: said(incomplete) }
}

for (const [component, shown] of Object.entries(states))
  test(`axe finds nothing in any state of ${component}, in four modes`, async ({
    page,
    baseURL,
  }) => {
    test.setTimeout(400_000)
    await page.emulateMedia({ reducedMotion: 'reduce' })
    const found: Record<string, string[]> = {}
    const note = (what: string, all: string[]) => {
      if (all.length > 0) found[what] = all
    }
    const all = (await stories(baseURL)).filter(({ title }) => title.startsWith(component))
    const named = Object.fromEntries(
      Object.values(shown).map(([story, seen]) => [storyId(component, story), seen]),
    )
    expect(Object.keys(named).filter((id) => !all.some((story) => story.id === id))).toEqual([])
    const mine = (story: string) => story.startsWith(component.toLowerCase())
    const unused = new Set(
      reviewed.flatMap(({ rule, stories: some }) => some.filter(mine).map((id) => `${id} ${rule}`)),
    )
    for (const { id } of all) {
      await openStory(page, id)
      const seen = named[id]
      if (seen) await expect(page.locator(seen).first(), id).toBeAttached()
      note(`${id}, moving`, await moving(page))
      await page.addScriptTag({ path: script })
      for (const [mode, how] of Object.entries(modes)) {
        await enter(page, how)
        const { violations, open } = await scan(page)
        note(`${id}, ${mode}`, violations)
        for (const what of open) {
          const [rule] = what.split(':')
          if (reviewed.some((one) => one.rule === rule && one.stories.includes(id)))
            unused.delete(`${id} ${rule}`)
          else note(`${id}, ${mode}, to be reviewed: ${rule}`, [what])
        }
      }
    }
    expect([...unused]).toEqual([])
    expect(found).toEqual({})
  })
