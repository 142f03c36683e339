import { expect, test, type Locator, type Page } from '@playwright/test'

const providers = [
  'memory',
  'grafana',
  'harness',
  'authress',
  'astronomer',
  'enhance',
  'betterAuth',
] as const
type Provider = (typeof providers)[number]

/** How a person presses things: by pointer, or by Tab and Enter alone. */
const hands = {
  mouse: (_: Page, target: Locator) => target.click(),
  keyboard: async (page: Page, target: Locator) => {
    await expect(target).toBeVisible()
    for (let steps = 0; steps < 60; steps++) {
      if (await target.evaluate((element) => element === document.activeElement)) break
      await page.keyboard.press('Tab')
    }
    await expect(target).toBeFocused()
    await page.keyboard.press('Enter')
  },
}

async function open(page: Page, provider: Provider) {
  await page.goto(
    `/iframe.html?id=live-flow--live-flow&viewMode=story&globals=transport:${provider}`,
  )
  await expect(page.getByRole('heading', { name: 'Outbox' })).toBeVisible()
}

/** Anything that a page should not have to say. */
function troublesOf(page: Page): string[] {
  const troubles: string[] = []
  page.on('pageerror', (error) => troubles.push(error.message))
  page.on('console', (message) => {
    const { url } = message.location()
    if (message.type() === 'error' && !url.endsWith('/favicon.ico'))
      troubles.push(`${message.text()} ${url}`)
  })
  return troubles
}

/** What each provider asks of a new person, in the order of the page. */
async function fillIn(page: Page, provider: Provider, press: (target: Locator) => Promise<void>) {
  if (['memory', 'authress', 'astronomer', 'betterAuth'].includes(provider)) return
  if (provider === 'harness') {
    await press(page.getByRole('button', { name: 'Accept invitation' }))
    await page.getByLabel('Your name').fill('Ada Lovelace')
  }
  if (provider === 'grafana') {
    // The invited address is used where nothing is filled in, but shown to nobody before it is known to be theirs.
    await expect(page.getByLabel('User name')).toHaveAttribute('placeholder', 'a•••@example.com')
    await page.getByLabel('User name').fill('ada')
  }
  await page
    .getByLabel(provider === 'enhance' ? 'Password' : 'Choose a password', { exact: true })
    .fill('Correct-horse-42')
}

for (const provider of providers)
  for (const [hand, pressWith] of Object.entries(hands))
    test(`${provider}, by ${hand}: invite two, resend one, revoke the other, open the link, accept, the row goes`, async ({
      page,
    }) => {
      const troubles = troublesOf(page)
      const press = (target: Locator) => pressWith(page, target)
      const row = (name: string) =>
        page.getByRole('row', { name: new RegExp(`${name}@example.com`) })
      const outbox = page.getByRole('region', { name: 'Outbox' })
      await open(page, provider)

      await page.getByLabel('E-mail addresses').focus()
      await page.keyboard.type('Ada Lovelace <ada@example.com>, Alan Turing <alan@example.com>')
      await press(page.getByRole('button', { name: /^Send/ }))
      await expect(page.getByRole('form').getByRole('status')).toHaveText('2 invitations sent.')
      await expect(row('ada')).toBeVisible()
      await expect(row('alan')).toBeVisible()
      await expect(outbox.getByRole('listitem')).toHaveCount(2)

      await press(page.getByRole('button', { name: 'Resend invitation to ada@example.com' }))
      // better-auth does not tell whether it has mailed.
      await expect(
        page.getByText(
          provider === 'betterAuth'
            ? 'Renewed for ada@example.com. Whether an e-mail went out is not known.'
            : 'Sent again to ada@example.com',
        ),
      ).toBeVisible()
      await expect(outbox.getByRole('listitem')).toHaveCount(3)
      await expect(row('ada')).toBeVisible()

      await press(page.getByRole('button', { name: 'Revoke invitation of alan@example.com' }))
      await press(page.getByRole('alertdialog').getByRole('button', { name: 'Revoke' }))
      await expect(row('alan')).toHaveCount(0)
      await expect(page.getByText('Invitation of alan@example.com withdrawn')).toBeVisible()
      expect(await page.evaluate(() => document.activeElement === document.body)).toBe(false)

      await page.reload()
      await expect(row('ada')).toBeVisible()
      await expect(row('alan')).toHaveCount(0)

      await press(outbox.getByRole('link').first())
      await expect(page.getByRole('main')).toHaveAttribute('data-status', 'ready')
      await fillIn(page, provider, press)
      await press(page.getByRole('button', { name: /^Accept invitation/ }))
      await expect(page.getByRole('main')).toHaveAttribute('data-status', 'accepted')
      await expect(page.getByRole('heading', { level: 1 })).toBeFocused()

      await press(page.getByRole('button', { name: 'Continue' }))
      await expect(page.getByText('No pending invitations')).toBeVisible()
      expect(troubles).toEqual([])
    })

for (const provider of providers)
  test(`${provider}: a link that was revoked says so, or that it is no longer valid, and cannot be accepted`, async ({
    page,
  }) => {
    await open(page, provider)
    await page.getByLabel('E-mail addresses').fill('Ada Lovelace <ada@example.com>')
    await page.getByRole('button', { name: /^Send/ }).click()
    await page.getByRole('button', { name: 'Revoke invitation of ada@example.com' }).click()
    await page.getByRole('alertdialog').getByRole('button', { name: 'Revoke' }).click()
    await expect(page.getByText('Invitation of ada@example.com withdrawn')).toBeVisible()
    await page.getByRole('region', { name: 'Outbox' }).getByRole('link').first().click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(
      provider === 'memory'
        ? 'This invitation was withdrawn'
        : 'This invitation is no longer valid',
    )
    await expect(page.getByRole('button', { name: /^Accept/ })).toHaveCount(0)
  })

for (const provider of providers)
  test(`${provider}: an open link waits for a person, whatever scripts do`, async ({ page }) => {
    await open(page, provider)
    await page.getByLabel('E-mail addresses').fill('Ada Lovelace <ada@example.com>')
    await page.getByRole('button', { name: /^Send/ }).click()
    await page.getByRole('region', { name: 'Outbox' }).getByRole('link').first().click()
    await expect(page.getByRole('main')).toHaveAttribute('data-status', 'ready')
    await page.evaluate(() => {
      for (const button of document.querySelectorAll('button')) if (button.form) button.click()
      document.querySelector('form')?.requestSubmit()
    })
    await expect(page.getByRole('main')).toHaveAttribute('data-status', 'ready')
    await page.getByRole('button', { name: 'Back to the inviter' }).click()
    await expect(page.getByRole('row', { name: /ada@example.com/ })).toBeVisible()
  })

test('the first press of Send counts, though the addresses become chips under it', async ({
  page,
}) => {
  await open(page, 'memory')
  await page
    .getByLabel('E-mail addresses')
    .fill(
      'Ada Lovelace <ada@example.com>; Alan Turing <alan@example.com>, grace.hopper@example.com',
    )
  await page.getByRole('button', { name: /^Send/ }).click()
  await expect(page.getByRole('form').getByRole('status')).toHaveText('3 invitations sent.')
})
