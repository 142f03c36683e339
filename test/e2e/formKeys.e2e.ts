import { expect, test, type Page } from '@playwright/test'
import { handsOn } from './hands.ts'
import { focusedName } from './stories.ts'

const field = (page: Page) => page.getByLabel('E-mail addresses')
const remove = (page: Page, email: string) =>
  page.getByRole('button', { name: `Remove ${email}`, exact: true })
/** Its name tells how many there are. */
const send = (page: Page) => page.getByRole('button', { name: /^Send/ })

test('keys 1, invite one: type, Send, and the focus stays in the form', async ({ page }) => {
  const { reach, type, enter, hears } = await handsOn(page, 'inviteform--empty')
  await reach(field(page))
  await type('ada@example.com')
  await reach(send(page))
  await hears('1 address added.')
  await enter(send(page))
  await hears('1 invitation sent.')
  expect(await page.evaluate(() => document.activeElement?.closest('form') !== null)).toBe(true)
})

for (const [dir, forward, backward] of [
  ['ltr', 'ArrowRight', 'ArrowLeft'],
  ['rtl', 'ArrowLeft', 'ArrowRight'],
] as const) {
  test(`keys 2, invite a list, ${dir}: paste, walk, change one, turn the pages, send`, async ({
    page,
    context,
  }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    const { press, reach, type, enter, hears } = await handsOn(page, 'inviteform--empty', dir)
    await page.evaluate(() =>
      navigator.clipboard.writeText(
        Array.from({ length: 150 }, (_, index) => `p${index}@example.com`).join('; '),
      ),
    )
    await reach(field(page))
    await press('Control+V')
    await hears('150 addresses added.')
    await press('Backspace')
    await expect(remove(page, 'p99@example.com')).toBeFocused()
    await press('Home', forward)
    await expect(remove(page, 'p1@example.com')).toBeFocused()
    await press(backward, 'F2')
    await expect(page.getByLabel('Change p0@example.com')).toBeFocused()
    await type('ada@example.com')
    await press('Enter')
    await expect(remove(page, 'ada@example.com')).toBeFocused()
    await press('F2')
    await expect(page.getByLabel('Change ada@example.com')).toBeFocused()
    await type('nonsense')
    await press('Escape')
    await expect(remove(page, 'ada@example.com')).toBeFocused()
    await enter(page.getByRole('button', { name: 'and 50 more' }))
    await expect(remove(page, 'p100@example.com')).toBeFocused()
    await expect(page.getByRole('button', { name: /^Remove p/ })).toHaveCount(50)
    await enter(send(page))
    await hears('150 invitations sent.')
    expect(await focusedName(page)).toBe('Send invitations')
  })

  test(`keys 4, remove and undo, ${dir}: arrows, Delete, Backspace, Control+Z, Undo`, async ({
    page,
  }) => {
    const { press, reach, type, enter, hears } = await handsOn(page, 'inviteform--empty', dir)
    await reach(field(page))
    await type('ada@example.com alan@example.com grace@example.com')
    await press('Enter')
    await hears('3 addresses added.')
    await press('Backspace', backward)
    await expect(remove(page, 'alan@example.com')).toBeFocused()
    await press('Delete')
    await hears('Removed alan@example.com, 2 left')
    await expect(remove(page, 'grace@example.com')).toBeFocused()
    await press('Control+z')
    await hears('The last change was taken back.')
    await press('Home', forward)
    await expect(remove(page, 'alan@example.com')).toBeFocused()
    await press('Backspace')
    await hears('Removed alan@example.com, 2 left')
    await enter(page.getByRole('button', { name: 'Undo' }))
    await hears('The last change was taken back.')
    await expect(remove(page, 'alan@example.com')).toBeVisible()
  })
}

test('keys 3, mend one that is refused: the summary leads to it, F2 changes it', async ({
  page,
}) => {
  const { press, reach, type, enter, hears } = await handsOn(page, 'inviteform--empty')
  await reach(field(page))
  await type('ada@example.com, alan@')
  await press('Enter')
  await hears('1 address added.', '1 cannot be sent.')
  await enter(send(page))
  await hears('There is a problem 1 entry cannot be sent. Correct or remove it.')
  await expect(page.getByRole('alert').locator('..')).toBeFocused()
  await enter(page.getByRole('alert').locator('..').getByRole('link').first())
  await expect(remove(page, 'alan@')).toBeFocused()
  await press('F2')
  await expect(page.getByLabel('Change alan@')).toBeFocused()
  await press('End')
  await type('example.com')
  await press('Enter')
  await expect(remove(page, 'alan@example.com')).toBeFocused()
  await enter(send(page))
  await hears('2 invitations sent.')
})

test('keys 5, choose a role: for all, and another one for one of them', async ({ page }) => {
  const { press, reach, type, enter, hears } = await handsOn(page, 'inviteform--empty')
  await reach(page.getByLabel('Role'))
  await press('ArrowDown')
  await expect(page.getByLabel('Role')).toHaveValue('admin')
  await expect(page.getByLabel('Role')).toBeFocused()
  await reach(field(page))
  await type('ada@example.com, alan@example.com')
  await press('Enter')
  await hears('1 address added.', '1 address added.')
  await press('Backspace', 'F2')
  const own = page.getByRole('listitem').getByLabel('Role')
  await reach(own)
  await press('End')
  await expect(own).toHaveValue('billing')
  await press('Enter')
  await expect(remove(page, 'alan@example.com')).toBeFocused()
  await enter(send(page))
  await hears('2 invitations sent.')
})

test('keys 6, import a file and mend a row', async ({ page }) => {
  const { reach, type, enter, hears, press } = await handsOn(page, 'inviteform--empty')
  // Asked for early, since the browser has to be told before it opens a dialog of its own.
  const choosing = page.waitForEvent('filechooser')
  await reach(page.getByRole('button', { name: 'Import a file' }))
  await press('Enter')
  await (
    await choosing
  ).setFiles({
    name: 'people.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('Name;E-Mail\nAda;ada@example.com\nAlan;alan@\n'),
  })
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByRole('button', { name: 'Add 1 person' })).toBeVisible()
  expect(await focusedName(page)).not.toBe('body')
  await hears('1 can be invited. 1 has a problem.')
  await reach(page.getByLabel('E-mail, row 3'))
  await press('End')
  await type('example.com')
  await press('Tab')
  await hears('2 can be invited.')
  await enter(dialog.getByRole('button', { name: 'Add 2 people' }))
  await expect(dialog).toHaveCount(0)
  await hears('2 addresses added.')
  await expect(remove(page, 'alan@example.com')).toBeVisible()
})

test('keys 7, stop a sending: what was not sent is still there', async ({ page }) => {
  const { enter, hears } = await handsOn(page, 'inviteform--waiting')
  await enter(page.getByRole('button', { name: 'Stop' }))
  await hears('25 were not sent.')
  await expect(page.getByRole('list', { name: 'Recipients, 25' })).toBeVisible()
})

test('keys 8, results and retry: one failed, and is sent by a second press', async ({ page }) => {
  const { reach, type, enter, hears } = await handsOn(page, 'journeys--sent-at-last')
  await reach(field(page))
  await type('alan@example.com')
  await reach(send(page))
  await hears('1 address added.')
  await enter(send(page))
  await hears('1 was not sent.')
  await enter(page.getByRole('button', { name: 'Try 1 again' }))
  await hears('1 invitation sent.')
})
