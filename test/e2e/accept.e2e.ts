import { expect, test, type BrowserContext, type Page } from '@playwright/test'
import { acceptButton, doubtful, expectStatus, hold, pressAll, title } from '../live/steps.ts'
import { startApp, type App, type World } from './accept/app.ts'
import { worlds, type Provider } from './accept/worlds.ts'

let app: App
test.beforeAll(async () => {
  app = await startApp()
})
test.afterAll(() => app.stop())

const providers = (Object.keys(worlds) as Provider[]).filter((name) => name !== 'enhanceKnown')
/** Those that answer for whoever is signed in; the others for whoever holds the link. */
const wantsSession: readonly Provider[] = ['authress', 'astronomer', 'betterAuth']
/** Those that tell what became of an invite. The others know no more than that it is not open. */
const tellsEnd: readonly Provider[] = ['memory']

const ready = (page: Page) => expectStatus(page, 'ready')
const accepted = (page: Page) => expectStatus(page, 'accepted')

/** A world, and the way to its provider's own page where it has one. */
async function live(context: BrowserContext, provider: Provider): Promise<World> {
  const world = await worlds[provider]()
  app.live(world)
  await context.route('https://app.harness.io/**', async (route) => {
    const location = app.origin + (await world.verify?.(route.request().url()))
    await route.fulfill({ status: 303, headers: { location } })
  })
  return world
}

/** Opens a link as somebody who is signed in, or as nobody. */
async function open(page: Page, link: string, who: string | null = null) {
  if (who) await page.context().addCookies([{ name: 'who', value: who, url: app.origin }])
  await page.goto(app.origin + link)
  await expect(page.getByRole('main')).toHaveAttribute('aria-busy', 'false')
}

/** The link, and who may answer it at once. */
async function openReady(page: Page, provider: Provider, world: World) {
  await open(
    page,
    (await world.verify?.()) ?? world.link,
    wantsSession.includes(provider) ? world.invited : null,
  )
  await ready(page)
  await fillIn(page)
}

/** Whatever is asked. */
async function fillIn(page: Page) {
  for (const [name, value] of [
    ['Your name', 'Ana Ruiz'],
    ['User name', 'ana'],
    ['Choose a password', 'Correct-horse-42'],
    ['Password', 'Correct-horse-42'],
  ] as const) {
    const field = page.getByLabel(name, { exact: true })
    if (await field.count()) await field.fill(value)
  }
}

/** Presses, twice as fast as can be; where the provider goes on by a page of its own, on the page after that again. */
async function accept(page: Page, provider: Provider) {
  await fillIn(page)
  await acceptButton(page).dblclick()
  if (provider === 'harness') {
    await page.getByLabel('Your name').fill('Ana Ruiz')
    await fillIn(page)
    await acceptButton(page).dblclick()
  }
  await accepted(page)
  await expect(title(page)).toBeFocused()
}

for (const provider of providers) {
  test(`${provider}: somebody new opens the link, signs in where that is wanted, presses twice and has joined once`, async ({
    page,
    context,
  }) => {
    const world = await live(context, provider)
    await open(page, world.link)
    if (wantsSession.includes(provider)) {
      app.signsIn(world.invited)
      await page.getByRole('button', { name: 'Sign in' }).click()
      await expect(page.getByText('You are signed in as')).toBeVisible()
      expect(new URL(page.url()).search).toBe('')
    }
    await ready(page)
    const reads = app.calls.filter((call) => call === 'lookup').length
    expect(reads).toBe(provider === 'betterAuth' || wantsSession.includes(provider) ? 2 : 1)
    await accept(page, provider)
    // Harness is asked where to go first, which writes nothing.
    expect(app.writes()).toEqual(provider === 'harness' ? ['accept', 'accept'] : ['accept'])
    await page.getByRole('link', { name: 'Continue' }).click()
    await expect(page).toHaveURL(`${app.origin}/home?from=invite`)
  })

  if (provider !== 'authress')
    test(`${provider}: the wrong account is named, and after the switch it is the same invite`, async ({
      page,
      context,
    }) => {
      const world = await live(context, provider)
      await open(page, world.link, provider === 'enhance' ? 'owner' : 'eve')
      await expect(title(page)).toHaveText('This invitation is for another account')
      const [text] = await page.locator('p.ik-accept-text').allInnerTexts()
      expect(text).toContain(provider === 'enhance' ? 'owner@acme.test' : 'eve@acme.test')
      // better-auth shows an invite to nobody but its owner.
      if (provider !== 'betterAuth') expect(text).toContain('a•••@acme.test')
      await expect(acceptButton(page)).toHaveCount(0)
      app.signsIn(provider === 'enhance' ? null : world.invited)
      await page.getByRole('button', { name: 'Use another account' }).click()
      await ready(page)
      await accept(page, provider)
    })

  test(`${provider}: a link past its time cannot be answered, and leads to a new one`, async ({
    page,
    context,
  }) => {
    const world = await live(context, provider)
    world.expire()
    await open(page, world.link, wantsSession.includes(provider) ? world.invited : null)
    await expect(title(page)).toHaveText(
      tellsEnd.includes(provider)
        ? 'This invitation has expired'
        : 'This invitation is no longer valid',
    )
    await expect(acceptButton(page)).toHaveCount(0)
    await page.getByRole('button', { name: 'Ask for a new invitation' }).click()
    await expect(page).toHaveURL(`${app.origin}/asked`)
    expect(app.writes()).toEqual([])
  })

  test(`${provider}: pressed in two tabs at once it is accepted once`, async ({
    page,
    context,
  }) => {
    const world = await live(context, provider)
    const other = await context.newPage()
    await openReady(page, provider, world)
    await openReady(other, provider, world)
    const release = await hold(context, '**/api/invites/accept')
    await acceptButton(page).click()
    await acceptButton(other).click()
    for (const tab of [page, other]) await expectStatus(tab, 'accepting')
    release()
    await accepted(page)
    // The other one reads before it writes.
    if (tellsEnd.includes(provider)) await accepted(other)
    else await expect(other.getByText(doubtful)).toBeVisible()
    expect(app.writes()).toEqual(['accept'])
  })

  test(`${provider}: an answer that is lost after it was done is looked up, not repeated`, async ({
    page,
    context,
  }) => {
    const world = await live(context, provider)
    await openReady(page, provider, world)
    app.losesAnswers()
    await acceptButton(page).click()
    if (tellsEnd.includes(provider)) await accepted(page)
    else await expect(page.getByText(doubtful)).toBeVisible()
    await expect(page.getByRole('link', { name: 'Continue' })).toBeVisible()
    expect(app.writes()).toEqual(['accept'])
  })

  test(`${provider}: a scanner that runs the scripts and waits writes nothing, and what is withdrawn then cannot be accepted`, async ({
    page,
    context,
    request,
  }) => {
    const world = await live(context, provider)
    const left: string[] = []
    page.on('request', (sent) => {
      if (!sent.url().startsWith('http://127.0.0.1')) left.push(sent.url())
    })
    await page.clock.install()
    app.signsIn(wantsSession.includes(provider) ? world.invited : null)
    await openReady(page, provider, world)
    await pressAll(page)
    await page.clock.runFor(10_000)
    await page.waitForLoadState('networkidle')
    for (const method of ['GET', 'HEAD'])
      for (const answer of ['accept', 'decline'])
        expect(
          (await request.fetch(`${app.origin}/api/invites/${answer}`, { method })).status(),
        ).toBe(405)
    expect(app.writes()).toEqual([])
    expect(left).toEqual([])

    // One of its presses may have led to sign-in and back.
    await ready(page)
    await fillIn(page)
    await world.revoke()
    await acceptButton(page).click()
    await expect(title(page)).toHaveText(
      // The refusal of Grafana tells it, though its lookup does not.
      provider === 'grafana' || tellsEnd.includes(provider)
        ? 'This invitation was withdrawn'
        : 'This invitation is no longer valid',
    )
    await expect(title(page)).toBeFocused()
    await expect(acceptButton(page)).toHaveCount(0)
  })
}

for (const [way, who, asked] of [
  ['the password of the account', null, 1],
  ['the session', 'owner', 0],
] as const)
  test(`enhance: somebody who has an account proves it by ${way}`, async ({ page }) => {
    const world = await worlds.enhanceKnown()
    app.live(world)
    await open(page, world.link, who)
    await expect(page.getByLabel('Password', { exact: true })).toHaveCount(asked)
    if (asked) {
      await page.getByLabel('Password', { exact: true }).fill('not-the-password')
      await acceptButton(page).click()
      const field = page.getByLabel('Password', { exact: true })
      await expect(field).toHaveAttribute('aria-invalid', 'true')
      await expect(field).toBeFocused()
      await field.fill('owner-pass')
    }
    await acceptButton(page).click()
    await accepted(page)
  })
