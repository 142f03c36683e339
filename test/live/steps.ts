import { expect, type Browser, type BrowserContext, type Page } from '@playwright/test'

/** What the invitees of the tests type. */
export const password = 'a-password-of-theirs'

/** The flow, in a page of its own beside Storybook's frame. */
export const flowPath = (provider: string) =>
  `/iframe.html?id=live-flow--live-flow&viewMode=story&globals=transport:${provider}`

/** Signs in: as the owner, whom the form knows, or as somebody else. */
export async function enter(page: Page, email?: string, secret = password) {
  if (email) {
    await page.getByLabel('Account e-mail').fill(email)
    await page.getByLabel('Account password').fill(secret)
  }
  await page.getByRole('button', { name: 'Enter' }).click()
}

/** Invites, and reads the link in the newest mail once it is the one for that address. */
export async function invite(page: Page, email: string): Promise<string> {
  await page.getByLabel('E-mail addresses').fill(email)
  await page.getByRole('button', { name: /^Send/ }).click()
  await expect(rowOf(page, email)).toBeVisible()
  const newest = page.getByRole('region', { name: 'Outbox' }).getByRole('listitem').first()
  await expect(newest).toContainText(email)
  return (await newest.getByRole('link').getAttribute('href')) ?? ''
}

export const rowOf = (page: Page, email: string) =>
  page.getByRole('row', { name: new RegExp(email.replaceAll('.', '\\.')) })

export const title = (page: Page) => page.getByRole('heading', { level: 1 })

export const acceptButton = (page: Page) => page.getByRole('button', { name: /^Accept/ })

/** Where the accept page stands. */
export const expectStatus = (page: Page, status: string) =>
  expect(page.getByRole('main')).toHaveAttribute('data-status', status)

/** What a scanner does that runs scripts: presses whatever there is, and sends every form. */
export const pressAll = (page: Page) =>
  page.evaluate(() => {
    for (const form of document.forms) {
      for (const button of form.querySelectorAll('button')) button.click()
      form.requestSubmit()
    }
  })

/** Requests to a path wait until what this gives is called. */
export async function hold(context: BrowserContext | Page, path: string): Promise<() => void> {
  let release = () => undefined as void
  const held = new Promise<void>((resolve) => (release = resolve))
  await context.route(path, async (route) => {
    await held
    await route.continue()
  })
  return release
}

/** What is said where an answer may have arrived, and nobody tells. */
export const doubtful = /^Your answer may have arrived all the same/

/** Somebody in a browser of their own, who opens a link and signs in behind it. */
export async function guestOf(browser: Browser, at: string, email: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage()
  await page.goto(at)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await enter(page, email)
  return page
}
