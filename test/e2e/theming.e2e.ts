import { expect, test, type Page } from '@playwright/test'
import { openStory } from './stories.ts'

/** Fonts differ from machine to machine, so nothing here is compared with a picture: only with the page around it. */
const looks = (page: Page, selector: string, properties: string[]) =>
  page
    .locator(selector)
    .first()
    .evaluate((element, names) => {
      const style = getComputedStyle(element)
      return names.map((name) => `${name}: ${style.getPropertyValue(name)}`)
    }, properties)

const paint = ['background-color', 'color']
const box = ['border-top-left-radius', 'height', 'font-family']
const open = async (page: Page, story: string, theme = 'light') => {
  await openStory(page, `theming-recipes--${story}&globals=theme:${theme}`)
  await expect(page.locator('.ik-row')).toHaveCount(5)
  await expect(page.locator('.ik-accept h1')).toBeVisible()
}

for (const host of ['plain-css', 'tailwind-4', 'shadcn-ui', 'mui', 'radix-themes'])
  for (const theme of ['light', 'dark'])
    test(`${host}, ${theme}: button, field and card are as those of the host`, async ({ page }) => {
      await open(page, host, theme)
      const button = [...paint, ...box, 'font-size', 'text-transform']
      expect(await looks(page, '.ik-form [type=submit]', button)).toEqual(
        await looks(page, '.app-button', button),
      )
      const field = [...paint, ...box, 'border-top-color', 'border-top-width']
      expect(await looks(page, '.ik-form select', field)).toEqual(
        await looks(page, '.app-input', field),
      )
      const card = [...paint, 'border-top-color', 'font-family']
      for (const ours of ['.ik-form', '.ik-table', '.ik-accept-card'])
        expect(await looks(page, ours, card)).toEqual(await looks(page, '.app-card', card))
    })

test('dark follows the system, or a class', async ({ page }) => {
  await open(page, 'dark-by-color-scheme')
  const light = await looks(page, '.ik-form', paint)
  await open(page, 'dark-by-class')
  const byClass = await looks(page, '.ik-form', paint)
  await page.emulateMedia({ colorScheme: 'dark' })
  await open(page, 'dark-by-color-scheme')
  const dark = await looks(page, '.ik-form', paint)
  expect(dark).not.toEqual(light)
  expect(byClass).toEqual(dark)
})

test('compact is smaller all over, and each target still large enough', async ({ page }) => {
  const sizes = () =>
    page
      .locator('.ik-row, .ik-form, .ik-form select, .ik-table button')
      .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().height))
  await open(page, 'dark-by-color-scheme')
  const usual = await sizes()
  await open(page, 'compact')
  const compact = await sizes()
  expect(compact).toHaveLength(usual.length)
  expect(Math.min(...compact)).toBeGreaterThanOrEqual(24)
  expect(compact.filter((size, at) => size > 24 && size >= (usual[at] ?? 0))).toEqual([])
})

test('a page that resets every element changes nothing in the components', async ({ page }) => {
  await open(page, 'dark-by-color-scheme')
  const usual = await everything(page)
  expect(usual.length).toBeGreaterThan(300)
  await open(page, 'hostile-reset')
  const reset = await everything(page)
  const changed = reset.flatMap((one, at) => {
    const before = usual[at] ?? []
    return one.filter((value, which) => value !== before[which]).map((value) => [one[0], value])
  })
  expect(changed).toEqual([])
  expect(reset).toHaveLength(usual.length)
})

/** Of each element, and of what stands before it, all that is set and does not follow from the length of a text. */
const everything = (page: Page) =>
  page.locator('.ik-form, .ik-table, .ik-accept').evaluateAll((roots) => {
    const names =
      'display position float opacity visibility color background-color box-shadow transform cursor ' +
      'font-size font-weight font-style line-height letter-spacing text-transform text-align text-decoration-line ' +
      'white-space list-style-type appearance outline-style ' +
      'padding-top padding-bottom padding-left padding-right border-top-width border-bottom-width border-left-width ' +
      'border-top-color border-top-style border-top-left-radius'
    const say = (element: Element, before?: string) => {
      const style = getComputedStyle(element, before)
      return [
        `${element.tagName} ${element.getAttribute('class')} ${before}`,
        ...names.split(' ').map((name) => `${name}: ${style.getPropertyValue(name)}`),
      ]
    }
    return roots.flatMap((root) =>
      [root, ...root.querySelectorAll(':not(svg *)')].flatMap((one) => [
        say(one),
        say(one, '::before'),
      ]),
    )
  })
