import { expect, test, type Page } from '@playwright/test'
import { acceptButton, hold, title } from '../live/steps.ts'
import { startApp, type App } from './accept/app.ts'
import { worlds, type Provider } from './accept/worlds.ts'

let app: App
test.beforeAll(async () => {
  app = await startApp()
})
test.afterAll(() => app.stop())

const main = (page: Page) => page.getByRole('main')
const decline = (page: Page) => page.getByRole('button', { name: 'Decline' })
const password = (page: Page) => page.getByLabel('Choose a password', { exact: true })

async function open(page: Page, provider: Provider = 'memory', who?: string): Promise<void> {
  const world = await worlds[provider]()
  app.live(world)
  if (who) await page.context().addCookies([{ name: 'who', value: who, url: app.origin }])
  await page.goto(app.origin + world.link)
  await expect(main(page)).toHaveAttribute('aria-busy', 'false')
}

const focused = (page: Page) => page.evaluate(() => document.activeElement?.tagName)

test('AcceptInvitePage 1, 2, 3: one main, one heading, the title of the document; the focus goes to the heading of what is new, but not at first', async ({
  page,
}) => {
  await open(page)
  await expect(main(page)).toHaveCount(1)
  await expect(title(page)).toHaveCount(1)
  await expect(page).toHaveTitle('Join Acme')
  expect(await focused(page)).toBe('BODY')
  await acceptButton(page).click()
  await expect(title(page)).toHaveText('Welcome to Acme')
  await expect(title(page)).toBeFocused()
  await expect(title(page)).toHaveAttribute('tabindex', '-1')
  await expect(page).toHaveTitle('Welcome to Acme')
  await expect(main(page)).toHaveCount(1)
  await expect(title(page)).toHaveCount(1)
})

test('AcceptInvitePage 4, 5, 13: the name stands apart; who is invited, who is signed in and until when is said before the button', async ({
  page,
}) => {
  await open(page, 'memory', 'ana')
  await expect(title(page).locator('bdi')).toHaveText('Acme')
  const text = await main(page).innerText()
  const order = [
    'This invitation is for ana@acme.test.',
    'You are signed in as ana@acme.test.',
    'It is valid until',
    'Accept invitation to Acme',
  ].map((part) => text.indexOf(part))
  expect(order).not.toContain(-1)
  expect(order).toEqual(order.toSorted((a, b) => a - b))
  const until = page.getByText(/^It is valid until/).locator('time')
  await expect(until).toHaveText(/^\w+ \d+, \d{4} at \d+:\d\d\s[AP]M [A-Z]/)
  await expect(until).toHaveAttribute('datetime', /^\d{4}-\d\d-\d\dT/)
})

test('AcceptInvitePage 6: the buttons are named, equally far, and Decline asks nothing twice', async ({
  page,
}) => {
  await open(page)
  await expect(acceptButton(page)).toHaveText('Accept invitation to Acme')
  await page.keyboard.press('Tab')
  await expect(acceptButton(page)).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(decline(page)).toBeFocused()
  const [one, two] = await Promise.all(
    [acceptButton(page), decline(page)].map((it) => it.boundingBox()),
  )
  expect(one?.height).toBe(two?.height)
  expect(Math.min(one?.height ?? 0, two?.width ?? 0)).toBeGreaterThanOrEqual(24)
  await page.keyboard.press('Enter')
  await expect(title(page)).toHaveText('Invitation declined')
  expect(app.writes()).toEqual(['decline'])
})

test('AcceptInvitePage 7: the wrong account is told both addresses, and may change or stay', async ({
  page,
}) => {
  await open(page, 'memory', 'eve')
  await expect(page.locator('p.ik-accept-text')).toHaveText(
    'It is for a•••@acme.test, but you are signed in as eve@acme.test.',
  )
  await expect(page.getByRole('button')).toHaveText(['Use another account', 'Stay signed in'])
})

test('AcceptInvitePage 8: nothing leads on by itself; there is a link', async ({ page }) => {
  await page.clock.install()
  await open(page)
  await acceptButton(page).click()
  await expect(title(page)).toHaveText('Welcome to Acme')
  await page.clock.runFor(120_000)
  await expect(title(page)).toHaveText('Welcome to Acme')
  await expect(page.getByRole('link', { name: 'Continue' })).toBeVisible()
})

test('AcceptInvitePage 9: while it goes on the button says so, can be reached, and keeps the focus', async ({
  page,
}) => {
  await open(page)
  const release = await hold(page, '**/api/invites/accept')
  await acceptButton(page).focus()
  await page.keyboard.press('Enter')
  const busy = page.getByRole('button', { name: 'Accepting…' })
  await expect(busy).toBeFocused()
  await expect(busy).toHaveAttribute('aria-disabled', 'true')
  expect(await busy.evaluate((one: HTMLButtonElement) => one.disabled)).toBe(false)
  await page.keyboard.press('Enter')
  release()
  await expect(title(page)).toHaveText('Welcome to Acme')
  expect(app.writes()).toEqual(['accept'])
})

test('AcceptInvitePage 10: a refusal is an alert, with what to do next, and can be tried again', async ({
  page,
}) => {
  await open(page)
  await page.route('**/api/invites/accept', (route) =>
    route.fulfill({ status: 429, json: { code: 'rate_limited', message: 'x' } }),
  )
  await expect(page.getByRole('alert')).toHaveCount(0)
  await acceptButton(page).click()
  await expect(page.getByRole('alert')).toHaveText('Too many tries. Wait a moment and try again.')
  await expect(acceptButton(page)).not.toHaveAttribute('aria-disabled')
  await page.unrouteAll()
  await acceptButton(page).click()
  await expect(title(page)).toHaveText('Welcome to Acme')
})

test('AcceptInvitePage 11: what the invite knows has not to be typed', async ({ page }) => {
  await open(page, 'grafana', 'ana')
  await expect(page.getByRole('textbox', { name: /e-mail/i })).toHaveCount(0)
  await expect(page.getByLabel('User name')).toHaveValue('ana@acme.test')
  await password(page).fill('Correct-horse-42')
  await page.keyboard.press('Enter')
  await expect(title(page)).toHaveText('Welcome to Main Org.')
})

test('AcceptInvitePage 12: a password may be pasted, shown and filled in by a password manager', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await open(page, 'grafana')
  await expect(password(page)).toHaveAttribute('autocomplete', 'new-password')
  await expect(password(page)).toHaveAttribute('type', 'password')
  await expect(page.getByLabel('User name')).toHaveAttribute('autocomplete', 'username')
  await page.evaluate(() => navigator.clipboard.writeText('Correct-horse-42'))
  await password(page).focus()
  await page.keyboard.press('ControlOrMeta+v')
  await expect(password(page)).toHaveValue('Correct-horse-42')
  const toggle = page.getByRole('button', { name: 'Show password' })
  await expect(toggle).toHaveAttribute('aria-pressed', 'false')
  await toggle.click()
  await expect(toggle).toHaveAttribute('aria-pressed', 'true')
  await expect(password(page)).toHaveAttribute('type', 'text')
  await expect(password(page)).toHaveValue('Correct-horse-42')
})

test('AcceptInvitePage 14: at 400 % nothing is cut off or scrolls in two ways', async ({
  page,
}) => {
  await page.setViewportSize({ width: 320, height: 256 })
  for (const provider of ['memory', 'grafana', 'enhance'] as const) {
    await open(page, provider)
    const wide = await page.evaluate(() => ({
      page: document.documentElement.scrollWidth,
      cut: [...document.querySelectorAll('main *')]
        .filter((one) => one.scrollWidth > one.clientWidth + 1 && one.clientWidth > 0)
        .filter((one) => getComputedStyle(one).overflowX !== 'visible' || one.scrollWidth > 320)
        .map(({ outerHTML }) => outerHTML.slice(0, 80)),
    }))
    expect(wide).toEqual({ page: 320, cut: [] })
    await acceptButton(page).scrollIntoViewIfNeeded()
    await expect(acceptButton(page)).toBeInViewport({ ratio: 1 })
  }
})

test('AcceptInvitePage 15: with reduced motion nothing moves, and waiting is said in words', async ({
  page,
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  const moving = () =>
    page.evaluate(
      () => document.getAnimations().filter(({ playState }) => playState === 'running').length,
    )
  const answer = await hold(page, '**/api/invites/lookup')
  const world = await worlds.memory()
  app.live(world)
  await page.goto(app.origin + world.link)
  await expect(title(page)).toHaveText('Opening your invitation…')
  await expect(main(page)).toHaveAttribute('aria-busy', 'true')
  expect(await moving()).toBe(0)
  answer()
  const release = await hold(page, '**/api/invites/accept')
  await acceptButton(page).click()
  await expect(page.getByRole('button', { name: 'Accepting…' })).toBeVisible()
  expect(await moving()).toBe(0)
  release()
})

test.describe('AcceptInvitePage 16', () => {
  test.use({ javaScriptEnabled: false })
  test('without JavaScript nothing happens, and the page has a sentence for it', async ({
    page,
  }) => {
    const world = await worlds.memory()
    app.live(world)
    const response = await page.goto(app.origin + world.link)
    expect(await response?.text()).toMatch(/<noscript>To answer your invitation, turn on/)
    expect(app.calls).toEqual([])
  })
})
