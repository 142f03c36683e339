import { expect, type Locator, type Page } from '@playwright/test'
import { focusedName, openStory } from './stories.ts'

/** Whatever a screen reader would be told by live regions, in order. */
function listen() {
  const live = '[role=status], [role=alert], [aria-live=polite], [aria-live=assertive]'
  const heard: string[] = []
  Object.assign(globalThis, { heard })
  new MutationObserver((changes) => {
    const regions = new Set<Element>()
    for (const { target, addedNodes } of changes) {
      const at = target instanceof Element ? target : target.parentElement
      const region = at?.closest(live)
      if (region) regions.add(region)
      for (const node of addedNodes)
        if (node instanceof Element) {
          if (node.matches('[role=alert]')) regions.add(node)
          for (const one of node.querySelectorAll('[role=alert]')) regions.add(one)
        }
    }
    // While a modal dialog is open, what is outside of it is told to nobody.
    const modal = [...document.querySelectorAll('dialog:modal')].at(-1)
    for (const region of regions) {
      if (modal && !modal.contains(region)) continue
      const text =
        region instanceof HTMLElement ? region.innerText.trim().replaceAll(/\s+/g, ' ') : ''
      if (text) heard.push(text)
    }
  }).observe(document, { subtree: true, childList: true, characterData: true })
}

const heardBy = (page: Page) =>
  page.evaluate(() => (globalThis as { heard?: string[] }).heard?.slice() ?? [])

/** Somebody with a keyboard alone, and ears, in a story. After each press something has the focus. */
export async function handsOn(page: Page, story: string, dir: 'ltr' | 'rtl' = 'ltr') {
  await page.addInitScript(listen)
  await openStory(page, story, dir)
  const press = async (...keys: string[]) => {
    for (const key of keys) {
      // oxlint-disable-next-line no-await-in-loop
      await page.keyboard.press(key)
      // oxlint-disable-next-line no-await-in-loop
      expect(await focusedName(page), `after ${key}`).not.toBe('body')
    }
  }
  /** As far as Tab takes it; past the end it begins anew. */
  const reach = async (target: Locator) => {
    await expect(target).toBeVisible()
    for (let steps = 0; steps < 100; steps++) {
      // oxlint-disable-next-line no-await-in-loop
      if (await target.evaluate((element) => element === document.activeElement)) return
      // oxlint-disable-next-line no-await-in-loop
      await page.keyboard.press('Tab')
    }
    await expect(target).toBeFocused()
  }
  /** What is said from now on is heard. */
  const forget = () =>
    page.evaluate(() => void (globalThis as { heard?: string[] }).heard?.splice(0))
  await forget()
  return {
    press,
    reach,
    type: (text: string) => page.keyboard.type(text),
    enter: async (target: Locator) => {
      await reach(target)
      await press('Enter')
    },
    /** Exactly this was said since the last time, and nothing has lost the focus meanwhile. */
    hears: async (...messages: string[]) => {
      await expect.poll(() => heardBy(page)).toEqual(messages)
      expect(await focusedName(page)).not.toBe('body')
      await forget()
    },
  }
}
