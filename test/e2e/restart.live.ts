import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { startDevServer } from '../live/devServer.ts'
import { ports } from './servers.ts'
import { enter, flowPath, guestOf, invite, rowOf } from '../live/steps.ts'

const port = ports.restart
test.use({ baseURL: `http://localhost:${port}` })

test('a restart of the server loses no invite, no mail and no session', async ({
  page,
  browser,
}) => {
  test.setTimeout(400_000)
  const folder = { LIVE_DATA: mkdtempSync(join(tmpdir(), 'invite-kit-restart-')) }
  const invited = [
    { provider: 'server', email: 'ada@example.com' },
    { provider: 'better-auth', email: 'alan@example.com' },
  ]

  const before = await startDevServer(port, folder)
  try {
    await page.goto(flowPath('server'))
    await enter(page)
    await expect(page.getByRole('region', { name: 'Pending invitations' })).toBeVisible()
    for (const { provider, email } of invited) {
      // One page does one thing after the other.
      // oxlint-disable no-await-in-loop
      await page.goto(flowPath(provider))
      await invite(page, email)
    }
    // An open page of the development server reloads by itself when that is back.
    await page.goto('about:blank')
  } finally {
    await before.stop()
  }
  await expect(page.request.get('/index.json')).rejects.toThrow('ECONNREFUSED')

  const after = await startDevServer(port, folder)
  try {
    for (const { provider, email } of invited) {
      // A development server that has just begun may still be at its modules, and then reloads its pages.
      await expect(async () => {
        await page.goto(flowPath(provider))
        await expect(rowOf(page, email)).toContainText('Pending', { timeout: 15_000 })
      }).toPass()
      const mail = page.getByRole('listitem').filter({ hasText: email })
      const link = await mail.getByRole('link').getAttribute('href')
      const guest = await guestOf(browser, flowPath(provider) + link, email)
      await guest.getByRole('button', { name: /^Accept/ }).click()
      await expect(guest.getByRole('main')).toHaveAttribute('data-status', 'accepted')
      await page.reload()
      await expect(page.getByRole('region', { name: 'Pending invitations' })).toBeVisible()
      await expect(rowOf(page, email)).toHaveCount(0)
    }
  } finally {
    await after.stop()
  }
})
