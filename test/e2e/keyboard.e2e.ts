import { expect, test, type Page } from '@playwright/test'
import { focusedName as focused } from './stories.ts'

const open = async (page: Page, story: string, dir = 'ltr') => {
  await page.goto(`/iframe.html?id=${story}&viewMode=story&globals=dir:${dir}`)
}

for (const dir of ['ltr', 'rtl'])
  test(`the form, by keyboard alone, ${dir}: paste, walk, change, remove, undo, turn the pages, send`, async ({
    page,
    context,
  }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    const [forward, backward] =
      dir === 'ltr' ? ['ArrowRight', 'ArrowLeft'] : ['ArrowLeft', 'ArrowRight']
    const press = async (key: string) => {
      await page.keyboard.press(key)
      expect(await focused(page)).not.toBe('body')
    }
    await open(page, 'inviteform--empty', dir)
    const field = page.getByLabel('E-mail addresses')
    await expect(field).toBeVisible()
    await page.evaluate(() =>
      navigator.clipboard.writeText(
        Array.from({ length: 150 }, (_, index) => `p${index}@example.com`).join('; '),
      ),
    )
    await page.keyboard.press('Tab')
    await expect(field).toBeFocused()
    await press('Control+V')
    await expect(page.getByRole('status')).toHaveText('150 addresses added.')

    await press('Backspace')
    expect(await focused(page)).toBe('Remove p99@example.com')
    await press('Home')
    expect(await focused(page)).toBe('Remove p0@example.com')
    await press(forward)
    expect(await focused(page)).toBe('Remove p1@example.com')
    await press(backward)
    await press('F2')
    await expect(page.getByLabel('Change p0@example.com')).toBeFocused()
    await page.keyboard.type('ada@example.com')
    await press('Enter')
    expect(await focused(page)).toBe('Remove ada@example.com')
    await press('F2')
    await page.keyboard.type('nonsense')
    await press('Escape')
    expect(await focused(page)).toBe('Remove ada@example.com')
    await press('Delete')
    expect(await focused(page)).toBe('Remove p1@example.com')
    await expect(page.getByRole('status')).toHaveText('Removed ada@example.com, 149 left')
    await press('Control+z')
    await expect(page.getByRole('button', { name: 'Remove ada@example.com' })).toBeVisible()

    const more = page.getByRole('button', { name: 'and 50 more' })
    for (
      let steps = 0;
      steps < 5 && !(await more.evaluate((one) => one === document.activeElement));
      steps++
    )
      await press('Tab')
    await press('Enter')
    expect(await focused(page)).toBe('Remove p100@example.com')
    await expect(page.getByRole('button', { name: /^Remove p/ })).toHaveCount(50)

    const send = page.getByRole('button', { name: 'Send 150 invitations' })
    for (
      let steps = 0;
      steps < 20 && !(await send.evaluate((one) => one === document.activeElement));
      steps++
    )
      await press('Tab')
    await press('Enter')
    await expect(page.getByRole('status')).toHaveText('150 invitations sent.')
    expect(await focused(page)).toBe('Send invitations')
  })

test('the summary of the form takes the focus, and its lines lead to what they speak of', async ({
  page,
}) => {
  await open(page, 'inviteform--empty')
  await page.getByLabel('E-mail addresses').fill('ada@example.com, alan@')
  await page.getByLabel('E-mail addresses').press('Enter')
  await page.getByRole('button', { name: /^Send/ }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('alert')).toBeVisible()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  expect(await focused(page)).toBe('Remove alan@')
})

test('the table, by keyboard alone: sort, filter, select, resend, revoke, invite again, details', async ({
  page,
}) => {
  await open(page, 'pendinginvitestable--filled')
  await expect(page.getByRole('table')).toBeVisible()
  const reach = async (role: 'button' | 'checkbox' | 'combobox', name: string | RegExp) => {
    const target = page.getByRole(role, { name }).first()
    await expect(target).toBeVisible()
    for (let steps = 0; steps < 80; steps++) {
      if (await target.evaluate((one) => one === document.activeElement)) break
      await page.keyboard.press('Tab')
    }
    await expect(target).toBeFocused()
  }
  await reach('button', 'E-mail')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('columnheader', { name: /E-mail/ })).toHaveAttribute(
    'aria-sort',
    'ascending',
  )
  await reach('checkbox', 'Select ada.lovelace@example.com')
  await page.keyboard.press('Space')
  await expect(page.getByRole('group', { name: 'Actions' })).toContainText('1 selected')
  await reach('button', 'Resend invitation to ada.lovelace@example.com')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('status')).toHaveText('Sent again to ada.lovelace@example.com')
  expect(await focused(page)).not.toBe('body')
  await reach('button', 'Revoke invitation of ada.lovelace@example.com')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Keep' })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(
    page.getByRole('button', { name: 'Revoke invitation of ada.lovelace@example.com' }),
  ).toBeFocused()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('status')).toHaveText(
    'Invitation of ada.lovelace@example.com withdrawn',
  )
  expect(await focused(page)).toBe('Revoke invitation of alan.turing@example.com')
  await reach('button', 'Invite again')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('status')).toHaveText('ada.lovelace@example.com is invited again')
  expect(await focused(page)).not.toBe('body')
  await reach('button', /^Details of the invitation of/)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog', { name: 'Invitation' })).toBeVisible()
  await page.keyboard.press('Escape')
  expect(await focused(page)).toMatch(/^Details of the invitation of/)
})
