import { expect, test, type Page } from '@playwright/test'
import { difference, layGround, pictureOf } from './pictures.ts'
import { openStory } from './stories.ts'

// Fonts differ from machine to machine, so nothing here is compared with a picture that was kept: only with what is on the
// same page.

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
const open = async (page: Page, story: string, theme: 'light' | 'dark' = 'light') => {
  await openStory(page, `theming-recipes--${story}`, 'ltr', theme)
  await expect(page.locator('.app-page')).toContainClass(theme)
  await expect(page.locator('.ik-row')).toHaveCount(5)
  // The last part of the table, which comes after the rows.
  await expect(page.getByRole('button', { name: 'Refresh' })).toBeVisible()
  await expect(page.locator('.ik-accept h1')).toBeVisible()
}

const hosts = ['plain-css', 'tailwind-4', 'shadcn-ui', 'mui', 'radix-themes']
const themes = ['light', 'dark'] as const

/** Of 255 in each colour of each pixel: what two ways of mixing the same colour may be apart. */
const tolerance = 2

for (const host of hosts)
  for (const theme of themes)
    test(`${host}, ${theme}: button, field and select have the pixels of the host's own`, async ({
      page,
    }) => {
      await open(page, host, theme)
      const send = page.locator('.ik-form [type=submit]')
      const save = page.locator('.app-button')
      const role = page.locator('.ik-form select').first()
      const own = page.locator('.app-select')
      const search = page.locator('.ik-table-search')
      const name = page.locator('input.app-input')
      // A browser may set the text of a search field a pixel higher.
      await search.evaluate((input) => input.setAttribute('type', 'text'))
      // All have the same to say.
      for (const one of [search, name]) {
        await one.fill('Northwind')
        await one.blur()
      }
      const label = await send.textContent()
      await save.evaluate((button, text) => (button.textContent = text), label)
      await own.evaluate((select) => select.append(new Option('Member', '', true, true)))
      await layGround(page)
      for (const [ours, theirs] of [
        [send, save],
        [search, name],
        [role, own],
      ] as const) {
        const pictures = [await pictureOf(page, ours), await pictureOf(page, theirs)] as const
        expect(await difference(page, pictures, tolerance)).toEqual([])
      }
    })

for (const host of hosts)
  for (const theme of themes)
    test(`${host}, ${theme}: button, field, card and words are as those of the host`, async ({
      page,
    }) => {
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
      // Text of another size, so its colour alone. The app of plain CSS has none for danger.
      const words = [['.ik-form .ik-hint', '.app-hint']]
      if (host !== 'plain-css') words.push(['.ik-button-danger-quiet', '.app-danger'])
      for (const [ours = '', theirs = ''] of words)
        expect(await looks(page, ours, ['color'])).toEqual(await looks(page, theirs, ['color']))
    })

test('dark follows the system, or a class', async ({ page }) => {
  await open(page, 'dark-by-color-scheme')
  const light = await looks(page, '.ik-form', paint)
  await open(page, 'dark-by-class', 'dark')
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
