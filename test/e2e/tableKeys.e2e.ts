import { expect, test, type Page } from '@playwright/test'
import { handsOn } from './hands.ts'
import { hold } from './stories.ts'

const row = (page: Page, name: string) => page.getByRole('row', { name: new RegExp(name) })
const resend = (page: Page, name: string) =>
  page.getByRole('button', { name: `Resend invitation to ${name}@example.com` })
const revoke = (page: Page, name: string) =>
  page.getByRole('button', { name: `Revoke invitation of ${name}@example.com` })
const actions = (page: Page, name: string) =>
  page.getByRole('button', { name: `Actions for ${name}@example.com` })

const ada = 'ada.lovelace'
const alan = 'alan.turing'

test('keys 9, search, filter, sort and page', async ({ page }) => {
  const { press, reach, type, enter, hears } = await handsOn(page, 'pendinginvitestable--pages')
  await enter(page.getByRole('button', { name: 'Next' }))
  await hears('Page 3 of 6')
  await expect(page.getByRole('button', { name: 'Next' })).toBeFocused()
  await enter(page.getByRole('button', { name: 'Previous' }))
  await hears('Page 2 of 6')
  await reach(page.getByLabel('Search invitations'))
  await type('lovelace')
  await hears('6 invitations')
  await expect(page.getByLabel('Search invitations')).toBeFocused()
  await reach(page.getByLabel('Role', { exact: true }))
  await press('ArrowDown')
  await hears('2 invitations')
  await expect(page.getByLabel('Role', { exact: true })).toBeFocused()
  await enter(page.getByRole('button', { name: 'E-mail' }))
  await expect(page.getByRole('columnheader', { name: /E-mail/ })).toHaveAttribute(
    'aria-sort',
    'ascending',
  )
  await expect(page.getByRole('button', { name: 'E-mail' })).toBeFocused()
})

test('keys 10, resend: the focus stays', async ({ page }) => {
  const { enter, hears } = await handsOn(page, 'pendinginvitestable--filled')
  await enter(resend(page, ada))
  await hears('Sent again to ada.lovelace@example.com')
  await expect(row(page, ada).getByRole('button', { name: /^Resend in/ })).toBeFocused()
})

test('keys 11, revoke and keep: by Escape and by Keep, and the focus goes back', async ({
  page,
}) => {
  const { press, enter, hears } = await handsOn(page, 'pendinginvitestable--filled')
  const keep = page.getByRole('button', { name: 'Keep' })
  await enter(revoke(page, ada))
  await expect(keep).toBeFocused()
  await press('Escape')
  await expect(revoke(page, ada)).toBeFocused()
  await press('Enter')
  await expect(keep).toBeFocused()
  await press('Enter')
  await expect(revoke(page, ada)).toBeFocused()
  await expect(row(page, ada)).toBeVisible()
  await hears()
})

test('keys 12, revoke and confirm: the focus goes to the next row, and in the end to what is left', async ({
  page,
}) => {
  const { press, enter, hears } = await handsOn(page, 'pendinginvitestable--filled')
  await enter(revoke(page, ada))
  await expect(page.getByRole('button', { name: 'Keep' })).toBeFocused()
  await press('Tab', 'Enter')
  await hears('Invitation of ada.lovelace@example.com withdrawn')
  await expect(row(page, ada)).toHaveCount(0)
  await expect(revoke(page, alan)).toBeFocused()
})

test('keys 13, invite again', async ({ page }) => {
  const { press, enter, hears } = await handsOn(page, 'pendinginvitestable--filled')
  await enter(revoke(page, ada))
  await expect(page.getByRole('button', { name: 'Keep' })).toBeFocused()
  await press('Tab', 'Enter')
  await hears('Invitation of ada.lovelace@example.com withdrawn')
  await enter(page.getByRole('button', { name: 'Invite again' }))
  await hears('ada.lovelace@example.com is invited again')
  await expect(row(page, ada)).toBeVisible()
})

test('keys 14, select some, act on all of them, revoke them', async ({ page }) => {
  const { press, reach, enter, hears } = await handsOn(page, 'pendinginvitestable--filled')
  await reach(page.getByLabel('Select ada.lovelace@example.com'))
  await press('Space')
  await hears('1 selected')
  await reach(page.getByLabel('Select alan.turing@example.com'))
  await press('Space')
  await hears('2 selected')
  const bar = page.getByRole('group', { name: 'Actions' })
  await enter(bar.getByRole('button', { name: 'Resend' }))
  await hears('2 were sent again.')
  await reach(page.getByLabel('Select all on this page'))
  await press('Space')
  await hears('8 selected')
  await enter(bar.getByRole('button', { name: 'Revoke' }))
  await expect(page.getByRole('button', { name: 'Keep' })).toBeFocused()
  await press('Tab', 'Enter')
  await hears('8 were withdrawn.')
  await expect(page.getByText('No pending invitations')).toBeVisible()
})

test('a selection that is made before its bar is loaded is heard', async ({ page }) => {
  const release = await hold(page, /tableLater/)
  const { press, reach, hears } = await handsOn(page, 'pendinginvitestable--filled')
  await reach(page.getByLabel('Select ada.lovelace@example.com'))
  await press('Space')
  release()
  await hears('1 selected')
})

test('keys 15, details and change of role', async ({ page }) => {
  const { press, enter, hears } = await handsOn(page, 'pendinginvitestable--filled')
  await enter(actions(page, ada))
  await expect(page.getByRole('menuitem', { name: 'Resend' })).toBeFocused()
  await press('End', 'ArrowUp', 'ArrowUp')
  await expect(page.getByRole('menuitem', { name: 'Change role' })).toBeFocused()
  await press('Escape')
  await expect(actions(page, ada)).toBeFocused()
  await press('Enter', 'c', 'c', 'Enter')
  const dialog = page.getByRole('dialog', { name: 'Invitation' })
  await expect(dialog.getByRole('combobox')).toBeFocused()
  await press('ArrowDown')
  await enter(dialog.getByRole('button', { name: 'Change' }))
  await hears('Role of ada.lovelace@example.com changed')
  await expect(row(page, ada)).toContainText('Admin')
  await press('Escape')
  await expect(actions(page, ada)).toBeFocused()
})

test('keys 16, copy a link', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const { press, enter, hears } = await handsOn(page, 'pendinginvitestable--filled')
  await enter(actions(page, ada))
  await expect(page.getByRole('menuitem', { name: 'Resend' })).toBeFocused()
  await press('ArrowDown', 'Enter')
  await hears('Copied')
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('token-0')
  await expect(actions(page, ada)).toBeFocused()
})
