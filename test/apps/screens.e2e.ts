import { expect, test } from '@playwright/test'

test('invites, shows who was invited, opens the link and accepts, and the console stays empty', async ({
  page,
}) => {
  const troubles: string[] = []
  page.on('pageerror', (error) => troubles.push(error.message))
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) troubles.push(message.text())
  })
  const row = page.getByRole('row', { name: /ada@example\.com/ })

  await page.goto('/')
  await page.getByLabel('E-mail addresses').fill('Ada Lovelace <ada@example.com>')
  await page.getByRole('button', { name: /^Send/ }).click()
  await expect(page.getByText('Invitation sent.')).toBeVisible()
  await expect(row).toBeVisible()

  await page.getByRole('link', { name: 'Mail to ada@example.com' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Join Acme')
  await page.getByRole('button', { name: /^Accept/ }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Welcome to Acme')
  await page.getByRole('button', { name: 'Continue' }).click()
  await expect(page.getByRole('heading', { name: 'Pending invitations' })).toBeVisible()
  await expect(row).toHaveCount(0)
  expect(troubles).toEqual([])
})
