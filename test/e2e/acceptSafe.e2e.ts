import { expect, test, type Page } from '@playwright/test'
import { launchOptions } from '../browser.ts'
import { acceptButton, expectStatus, title } from '../live/steps.ts'
import { redactInviteUrl } from '../../src/input/redactInviteUrl.ts'
import { startApp, type App } from './accept/app.ts'
import { worlds, type Provider } from './accept/worlds.ts'
import { placesOf } from './canaryEvidence.ts'

// With the back/forward cache, as people have it.
const ignoreDefaultArgs = ['--disable-back-forward-cache']
test.use({ launchOptions: { ...launchOptions, ignoreDefaultArgs } })

let app: App
test.beforeAll(async () => {
  app = await startApp()
})
test.afterAll(() => app.stop())

const accepted = (page: Page) => expectStatus(page, 'accepted')

async function open(page: Page, provider: Provider): Promise<string> {
  const world = await worlds[provider]()
  app.live(world)
  await page.goto(app.origin + world.link)
  await expectStatus(page, 'ready')
  // The last of each link that has no name, or the value of the one that has.
  return /(?:token=|inviteId=|\/)([\w.-]{12,})(?:\?|$)/.exec(world.link)?.[1] ?? ''
}

// What the browser itself keeps of the address that a document was opened with, no page can take away. There is nothing
// of it in a document that is opened by a handle, which is good once: after a sign-in, or where the app opens it anew.
for (const [provider, opened, left] of [
  ['memory', 'by its link', ['performance']],
  ['grafana', 'by its link', ['performance']],
  ['memory', 'anew by its handle', []],
  ['grafana', 'anew by its handle', []],
  ['authress', 'after a sign-in', []],
] as const)
  test(`${provider}, ${opened}: analytics and an error reporter find no token but what the browser keeps, and that is redacted`, async ({
    page,
  }) => {
    app.opensAnew(opened === 'anew by its handle')
    const token = await open(page, provider)
    expect(token).not.toBe('')
    if (provider === 'authress') {
      app.signsIn('ana')
      await page.getByRole('button', { name: 'Sign in' }).click()
      await expect(page.getByText('You are signed in as')).toBeVisible()
      expect(await page.evaluate(() => sessionStorage.length)).toBe(0)
      app.evidence.length = 0
    }
    if (provider === 'grafana')
      await page.getByLabel('Choose a password', { exact: true }).fill('Correct-horse-42')
    await acceptButton(page).click()
    await accepted(page)
    await expect
      .poll(() => app.evidence.some(({ text }) => text.includes('You have accepted')))
      .toBe(true)
    expect(placesOf(token, app.evidence)).toEqual(left)
    const redacted = app.evidence.map(({ where, text }) => ({ where, text: redactInviteUrl(text) }))
    expect(placesOf(token, redacted)).toEqual([])

    // They do find what is there.
    const planted = 'planted-91d0-7f3a'
    app.evidence.length = 0
    await page.evaluate((text) => {
      sessionStorage.setItem('planted', text)
      history.replaceState({ text }, '', `?${text}`)
      Object.assign(window, { planted: { deep: [text] } })
      console.warn(new Error(text))
      performance.mark(text)
      document.body.dataset.planted = text
    }, planted)
    await expect
      .poll(() => placesOf(planted, app.evidence))
      .toEqual(['DOM', 'address', 'history state', 'performance', 'said', 'storage', 'window'])
    for (const place of ['React', 'query cache'])
      expect(
        placesOf(provider === 'authress' ? 'Editor' : 'ana@acme.test', app.evidence),
      ).toContain(place)
    await page.evaluate(() => {
      document.querySelector('meta[name=referrer]')?.remove()
      const meta = Object.assign(document.createElement('meta'), {
        name: 'referrer',
        content: 'unsafe-url',
      })
      document.head.append(meta)
      document.body.click()
    })
    await expect.poll(() => placesOf(planted, app.evidence)).toContain('referer')
  })

test('one read shows it, one write accepts it, and nothing else is asked', async ({ page }) => {
  await open(page, 'memory')
  expect(app.calls).toEqual(['lookup'])
  await acceptButton(page).click()
  await accepted(page)
  expect(app.calls).toEqual(['lookup', 'accept'])
})

test('inside a page of another origin it cannot be answered, and says why', async ({ page }) => {
  const world = await worlds.memory()
  app.live(world)
  await page.goto(`${app.elsewhere}/frame?of=${encodeURIComponent(app.origin + world.link)}`)
  const frame = page.frameLocator('iframe')
  const button = frame.getByRole('button', { name: /^Accept/ })
  await expect(button).toHaveAttribute('aria-disabled', 'true')
  await expect(button).toHaveAccessibleDescription(/^This page is shown inside another website/)
  // As somebody presses who was led to.
  await button.click({ force: true })
  await frame.getByRole('button', { name: 'Decline' }).click({ force: true })
  await button.press('Enter')
  await expect(frame.getByRole('main')).toHaveAttribute('data-status', 'ready')
  expect(app.writes()).toEqual([])
})

test('back from the app it is read anew, out of the back/forward cache too', async ({ page }) => {
  await open(page, 'memory')
  await acceptButton(page).click()
  await accepted(page)
  await page.evaluate(() => Object.assign(window, { kept: true }))
  await page.getByRole('link', { name: 'Continue' }).click()
  await expect(page).toHaveURL(/\/home/)
  // Out of that cache nothing is loaded, which it would wait for.
  await page.goBack({ waitUntil: 'commit' })
  await expect(title(page)).toHaveText('You have joined already')
  expect(await page.evaluate(() => Reflect.get(window, 'kept') as unknown)).toBe(true)
  expect(app.calls).toEqual(['lookup', 'accept', 'lookup'])
})

for (const part of ['AcceptContent', 'acceptLater'])
  test(`a part that cannot be loaded is said, and loaded by a press: ${part}`, async ({ page }) => {
    const world = await worlds.memory()
    app.live(world)
    await page.route(`**/${part}-*.js`, (route) => route.abort())
    await page.goto(app.origin + world.link)
    await expect(title(page)).toHaveText('Your invitation could not be opened')
    await expect(page.getByText('A part of this page could not be loaded.')).toBeVisible()
    await page.unrouteAll()
    await page.getByRole('button', { name: 'Try again' }).click()
    await expect(title(page)).toHaveText('Join Acme')
    await expect(title(page)).toBeFocused()
    await acceptButton(page).click()
    await accepted(page)
  })
