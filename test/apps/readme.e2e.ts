import { expect, test } from '@playwright/test'

test('the app of the README invites, and shows the invitee what it says', async ({ page }) => {
  await page.goto('/readme.html')
  const field = page.getByLabel('E-mail addresses')
  await field.fill('Grace <grace@example.com>, alan@example.com')
  await field.press('Enter')
  await page.getByRole('button', { name: 'Send 2 invitations' }).click()
  await expect(page.getByText('2 invitations sent.').first()).toBeVisible()
  await expect(page.getByRole('row', { name: /grace@example\.com/ })).toBeVisible()
  await expect(page.getByRole('row', { name: /ada@example\.com/ })).toBeVisible()

  await page.goto('about:blank')
  await page.goto('/readme.html#token=demo')
  await page.getByRole('button', { name: 'Accept invitation to Acme' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Welcome to Acme')
  expect(page.url()).not.toContain('demo')
})
