import { expect, test, type Page } from '@playwright/test'

const canary = 'protects-nothing'

async function open(page: Page, provider: string) {
  await page.goto(
    `/iframe.html?id=live-flow--live-flow&viewMode=story&globals=transport:${provider}`,
  )
}

async function enter(page: Page, email?: string) {
  if (email) {
    await page.getByLabel('Account e-mail').fill(email)
    await page.getByLabel('Account password').fill('a-password-of-theirs')
  }
  await page.getByRole('button', { name: 'Enter' }).click()
}

async function invite(page: Page, email: string) {
  await page.getByLabel('E-mail addresses').fill(email)
  await page.getByRole('button', { name: /^Send/ }).click()
  await expect(page.getByRole('row', { name: new RegExp(email) })).toBeVisible()
}

/** The link of the newest mail, once it is the one for that address. */
async function linkFor(page: Page, email: string) {
  const newest = page.getByRole('region', { name: 'Outbox' }).getByRole('listitem').first()
  await expect(newest).toContainText(email)
  return newest.getByRole('link')
}

for (const provider of ['server', 'better-auth']) {
  test(`${provider}: the owner invites, is told that the invite is another's, and the invitee accepts`, async ({
    page,
  }) => {
    const email = `ada.${provider}@example.com`
    const answers: string[] = []
    page.on('response', (response) => {
      if (response.url().includes('/api/'))
        void response.text().then(
          (text) => answers.push(text),
          () => undefined,
        )
    })
    await open(page, provider)
    await enter(page)
    await invite(page, email)
    await (await linkFor(page, email)).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(
      'This invitation is for another account',
    )
    await page.getByRole('button', { name: 'Use another account' }).click()
    await enter(page, email)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Join Analytical Engines')
    await expect(page.getByText(`This invitation is for ${email}.`)).toBeVisible()
    await page.getByRole('button', { name: /^Accept/ }).click()
    await expect(page.getByRole('main')).toHaveAttribute('data-status', 'accepted')
    await page.getByRole('button', { name: 'Sign out' }).click()
    await open(page, provider)
    await enter(page)
    await expect(page.getByRole('region', { name: 'Pending invitations' })).toBeVisible()
    await expect(page.getByRole('row', { name: new RegExp(email) })).toHaveCount(0)
    expect(answers.join()).not.toContain(canary)
  })

  test(`${provider}: an invite can be declined, and one revoked while its page is open cannot be accepted`, async ({
    browser,
  }) => {
    const owner = await browser.newPage()
    await open(owner, provider)
    await enter(owner)
    const visit = async (email: string) => {
      await invite(owner, email)
      const href = await (await linkFor(owner, email)).getAttribute('href')
      // A browser of its own for each guest.
      const guest = await browser.newPage()
      await open(guest, provider)
      await guest.evaluate((hash) => location.assign(hash ?? ''), href)
      await guest.getByRole('button', { name: 'Sign in' }).click()
      await enter(guest, email)
      await expect(guest.getByRole('main')).toHaveAttribute('data-status', 'ready')
      return guest
    }

    const alan = await visit(`alan.${provider}@example.com`)
    await alan.getByRole('button', { name: 'Decline' }).click()
    await expect(alan.getByRole('heading', { level: 1 })).toHaveText('Invitation declined')

    const late = `grace.${provider}@example.com`
    const grace = await visit(late)
    await owner.getByRole('button', { name: `Revoke invitation of ${late}` }).click()
    await owner.getByRole('alertdialog').getByRole('button', { name: 'Revoke' }).click()
    await expect(owner.getByText(`Invitation of ${late} withdrawn`)).toBeVisible()
    await grace.getByRole('button', { name: /^Accept/ }).click()
    await expect(grace.getByRole('heading', { level: 1 })).toHaveText(
      'This invitation is no longer valid',
    )
  })
}
