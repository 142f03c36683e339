import type { Page } from '@playwright/test'

interface Story {
  id: string
  title: string
  type: string
}

/** Every story of the build, by the index that Storybook writes. */
export async function stories(baseURL: string | undefined): Promise<Story[]> {
  const { entries } = (await (await fetch(`${baseURL}/index.json`)).json()) as {
    entries: Record<string, Story>
  }
  return Object.values(entries).filter(({ type }) => type === 'story')
}

/** Opens a story and waits until its script has been played. Storybook's own run of axe is left to the story tests. */
export async function openStory(
  page: Page,
  id: string,
  dir: 'ltr' | 'rtl' = 'ltr',
  theme: 'light' | 'dark' = 'light',
): Promise<void> {
  const globals = `dir:${dir};theme:${theme};a11y.manual:!true`
  await page.goto(`/iframe.html?id=${id}&viewMode=story&globals=${globals}`)
  await page.waitForFunction(() => {
    const { __STORYBOOK_PREVIEW__: preview } = globalThis as {
      __STORYBOOK_PREVIEW__?: { currentRender?: { phase?: string } }
    }
    const phase = preview?.currentRender?.phase ?? ''
    if (phase === 'errored') throw new Error('The story has failed.')
    return phase === 'finished'
  })
}

/** Holds a part of the kit back that is loaded later, until it is let go. */
export async function hold(page: Page, part: RegExp): Promise<() => void> {
  let release = () => {}
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  await page.route(part, async (route) => {
    await held
    await route.continue()
  })
  return release
}

/** The name of what has the focus; `body` where it is lost. */
export const focusedName = (page: Page) =>
  page.evaluate(() => {
    const element = document.activeElement
    if (!element || element === document.body) return 'body'
    return element.getAttribute('aria-label') ?? element.textContent ?? element.tagName
  })

/** Animations that run, by name. */
export const moving = (page: Page) =>
  page.evaluate(() =>
    document
      .getAnimations()
      .filter(({ playState }) => playState === 'running')
      .map((one) => (one instanceof CSSAnimation ? one.animationName : one.id)),
  )
