import { expect, test, type Page } from '@playwright/test'
import {
  acceptButton,
  doubtful,
  enter,
  expectStatus,
  flowPath,
  guestOf,
  hold,
  invite,
  pressAll,
  rowOf,
  title,
} from '../live/steps.ts'

const ready = (page: Page) => expectStatus(page, 'ready')
/** Where an invite is accepted, through the handler or directly. */
const accepting = '**/api/**/accept{,-invitation}'

/** Makes an invite as old as if its time were over, in the database. */
async function age(page: Page, link: string) {
  const id = new URLSearchParams(link.slice(1)).get('token')
  expect((await page.request.post('/api/live/expire', { data: { id } })).status()).toBe(204)
}

/** What becomes of an invite while the invitee looks at it. */
const ends = {
  'revoked by the owner': async (owner: Page, email: string) => {
    await owner.getByRole('button', { name: `Revoke invitation of ${email}` }).click()
    await owner.getByRole('alertdialog').getByRole('button', { name: 'Revoke' }).click()
    await expect(owner.getByText(`Invitation of ${email} withdrawn`)).toBeVisible()
  },
  'past its time': (owner: Page, _: string, link: string) => age(owner, link),
}

for (const provider of ['server', 'better-auth']) {
  const open = async (page: Page) => {
    await page.goto(flowPath(provider))
    await enter(page)
    await expect(page.getByRole('region', { name: 'Pending invitations' })).toBeVisible()
  }

  test(`${provider}: the owner invites, is told that the invite is another's, and the invitee accepts`, async ({
    page,
  }) => {
    const email = `ada.${provider}@example.com`
    await open(page)
    const link = await invite(page, email)
    await page
      .getByRole('link', { name: /^Open the link/ })
      .first()
      .click()
    await expect(title(page)).toHaveText('This invitation is for another account')
    expect(page.url()).not.toContain(link.slice(1))
    await page.getByRole('button', { name: 'Use another account' }).click()
    await enter(page, email)
    await expect(title(page)).toHaveText('Join Analytical Engines')
    await expect(page.getByText(`This invitation is for ${email}.`)).toBeVisible()
    await page.getByRole('button', { name: /^Accept/ }).click()
    await expect(page.getByRole('main')).toHaveAttribute('data-status', 'accepted')
    await page.getByRole('button', { name: 'Sign out' }).click()
    await open(page)
    await expect(rowOf(page, email)).toHaveCount(0)
  })

  test(`${provider}: somebody else with the link is told so, and gets no further`, async ({
    page,
    browser,
  }) => {
    const email = `barbara.${provider}@example.com`
    await open(page)
    const link = await invite(page, email)
    const mallory = await guestOf(
      browser,
      flowPath(provider) + link,
      `mallory.${provider}@example.com`,
    )
    await expect(title(mallory)).toHaveText('This invitation is for another account')
    await expect(mallory.getByRole('button', { name: /^(Accept|Decline)/ })).toHaveCount(0)
    await page.reload()
    await expect(rowOf(page, email)).toContainText('Pending')
  })

  test(`${provider}: an invite is declined, and leaves the table`, async ({ page, browser }) => {
    const email = `alan.${provider}@example.com`
    await open(page)
    const alan = await guestOf(browser, flowPath(provider) + (await invite(page, email)), email)
    await ready(alan)
    await alan.getByRole('button', { name: 'Decline' }).click()
    await expect(title(alan)).toHaveText('Invitation declined')
    await page.reload()
    await expect(page.getByRole('region', { name: 'Pending invitations' })).toBeVisible()
    await expect(rowOf(page, email)).toHaveCount(0)
  })

  test(`${provider}: an invite past its time is expired in the table, and its link no longer valid`, async ({
    page,
    browser,
  }) => {
    const email = `edsger.${provider}@example.com`
    await open(page)
    const link = await invite(page, email)
    await age(page, link)
    await page.reload()
    await expect(rowOf(page, email)).toContainText('Expired')
    const edsger = await guestOf(browser, flowPath(provider) + link, email)
    // better-auth tells invitees no more than that: not whether it expired, was withdrawn or never was.
    await expect(title(edsger)).toHaveText('This invitation is no longer valid')
    await expect(
      edsger.getByText(/^It may have been used, withdrawn or have expired/),
    ).toBeVisible()
    await expect(edsger.getByRole('button', { name: /^(Accept|Decline)/ })).toHaveCount(0)
  })

  for (const [fate, end] of Object.entries(ends))
    test(`${provider}: an invite that is ${fate} while its page is open cannot be accepted`, async ({
      page,
      browser,
    }) => {
      const email = `grace.${fate.split(' ')[0]}.${provider}@example.com`
      await open(page)
      const link = await invite(page, email)
      const grace = await guestOf(browser, flowPath(provider) + link, email)
      await ready(grace)
      await end(page, email, link)
      await grace.getByRole('button', { name: /^Accept/ }).click()
      await expect(title(grace)).toHaveText('This invitation is no longer valid')
      await expect(grace.getByRole('button', { name: /^Accept/ })).toHaveCount(0)
    })

  test(`${provider}: a scanner writes nothing, and a press in two tabs at once accepts once`, async ({
    page,
    browser,
  }) => {
    const email = `hedy.${provider}@example.com`
    await open(page)
    const link = await invite(page, email)
    const hedy = await guestOf(browser, flowPath(provider) + link, email)
    await ready(hedy)
    let writes = 0
    hedy.context().on('request', (request) => {
      if (/\/(accept|decline|accept-invitation|reject-invitation)$/.test(request.url())) writes++
    })
    const other = await hedy.context().newPage()
    await other.clock.install()
    await other.goto(flowPath(provider) + link)
    await ready(other)
    await pressAll(other)
    await other.clock.runFor(10_000)
    await ready(other)
    expect(writes).toBe(0)

    const release = await hold(hedy.context(), accepting)
    await acceptButton(hedy).dblclick()
    await acceptButton(other).click()
    for (const tab of [hedy, other]) await expectStatus(tab, 'accepting')
    release()
    await expectStatus(hedy, 'accepted')
    await expect(other.getByText(doubtful)).toBeVisible()
    expect(writes).toBe(1)
  })

  test(`${provider}: an answer that is lost after it was done is looked up, not repeated`, async ({
    page,
    browser,
  }) => {
    const email = `frances.${provider}@example.com`
    await open(page)
    const frances = await guestOf(browser, flowPath(provider) + (await invite(page, email)), email)
    await ready(frances)
    let writes = 0
    await frances.route(accepting, async (route) => {
      writes++
      // What the browser adds last is not told here.
      const headers = { ...(await route.request().allHeaders()), 'sec-fetch-site': 'same-origin' }
      const answer = await route.fetch({ headers })
      expect(answer.status()).toBe(200)
      await route.abort('connectionreset')
    })
    await acceptButton(frances).click()
    await expect(frances.getByText(doubtful)).toBeVisible()
    expect(writes).toBe(1)
    await page.reload()
    await expect(rowOf(page, email)).toHaveCount(0)
  })
}

test('the link in a mail leads to the page where it is answered, and stays out of its address', async ({
  page,
  browser,
}) => {
  const email = 'radia@example.com'
  await page.goto(flowPath('server'))
  await enter(page)
  const link = await invite(page, email)
  const radia = await guestOf(browser, `/invite${link}`, email)
  await ready(radia)
  expect(radia.url()).not.toContain(link.slice('#token='.length))
})
