import { expect, test, type Page } from '@playwright/test'
import { focusedName, moving, openStory } from './stories.ts'

const field = (page: Page) => page.getByLabel('E-mail addresses')
const status = (page: Page) => page.getByRole('status')
const remove = (page: Page, email: string) =>
  page.getByRole('button', { name: `Remove ${email}`, exact: true })

/** Three people, the focus in the input. */
async function three(page: Page): Promise<void> {
  await openStory(page, 'inviteform--empty')
  await field(page).fill('ada@example.com, alan@example.com, grace@example.com')
  await field(page).press('Enter')
  await expect(remove(page, 'grace@example.com')).toBeVisible()
}

test('InviteForm 1, 2: the form has the name of its heading, the recipients their label and their number', async ({
  page,
}) => {
  await three(page)
  await expect(page.getByRole('form', { name: 'Invite people' })).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Invite people' })).toBeVisible()
  await expect(page.locator('label', { hasText: 'E-mail addresses' })).toBeVisible()
  await expect(page.getByRole('list', { name: 'Recipients, 3' })).toBeVisible()
  await expect(page.getByRole('listbox', { includeHidden: true })).toHaveCount(0)
})

test('InviteForm 3: a recipient has the address as text, left to right, and a real button', async ({
  page,
}) => {
  await three(page)
  const chip = page.getByRole('listitem').first()
  await expect(chip.locator('bdi[dir=ltr]')).toHaveText('ada@example.com')
  await expect(chip.locator('button')).toHaveAccessibleName('Remove ada@example.com')
})

for (const [dir, forward, backward] of [
  ['ltr', 'ArrowRight', 'ArrowLeft'],
  ['rtl', 'ArrowLeft', 'ArrowRight'],
] as const)
  test(`InviteForm 4: the recipients are one stop of Tab, arrows go between them, ${dir}`, async ({
    page,
  }) => {
    await three(page)
    await page.evaluate(
      (way) => document.querySelector('.host')?.setAttribute('dir', way),
      dir as string,
    )
    await field(page).press('Shift+Tab')
    await expect(remove(page, 'ada@example.com')).toBeFocused()
    for (const [key, email] of [
      [forward, 'alan'],
      ['End', 'grace'],
      [backward, 'alan'],
      ['Home', 'ada'],
    ] as const) {
      await page.keyboard.press(key)
      await expect(remove(page, `${email}@example.com`)).toBeFocused()
    }
    await page.keyboard.press('Tab')
    await expect(field(page)).toBeFocused()
  })

test('InviteForm 5: Backspace in the empty input leads to the last one, a second press removes it, a held key no more', async ({
  page,
}) => {
  await three(page)
  await field(page).press('Backspace')
  await expect(remove(page, 'grace@example.com')).toBeFocused()
  await expect(page.getByRole('list', { name: 'Recipients, 3' })).toBeVisible()
  await page.keyboard.down('Backspace')
  for (let repeats = 0; repeats < 5; repeats++) await page.keyboard.down('Backspace')
  await page.keyboard.up('Backspace')
  await expect(page.getByRole('list', { name: 'Recipients, 2' })).toBeVisible()
})

test('InviteForm 6: after a removal the focus is on the next one, else the one before, else in the input', async ({
  page,
}) => {
  await three(page)
  await remove(page, 'alan@example.com').click()
  await expect(remove(page, 'grace@example.com')).toBeFocused()
  await expect(status(page)).toHaveText('Removed alan@example.com, 2 left')
  await page.keyboard.press('Delete')
  await expect(remove(page, 'ada@example.com')).toBeFocused()
  await page.keyboard.press('Delete')
  await expect(field(page)).toBeFocused()
})

test('InviteForm 7: what was removed comes back, by a button and by a key', async ({ page }) => {
  await three(page)
  await remove(page, 'alan@example.com').click()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(remove(page, 'alan@example.com')).toBeVisible()
  await expect(status(page)).toHaveText('The last change was taken back.')
  await remove(page, 'ada@example.com').click()
  await page.keyboard.press('Control+z')
  await expect(remove(page, 'ada@example.com')).toBeVisible()
})

test('InviteForm 8: Enter, comma and semicolon take an address, Tab leaves, and nothing that was typed is dropped', async ({
  page,
}) => {
  await openStory(page, 'inviteform--empty')
  await field(page).pressSequentially('ada@example.com,alan@example.com;grace@example.com')
  await field(page).press('Enter')
  await expect(page.getByRole('list', { name: 'Recipients, 3' })).toBeVisible()
  await field(page).pressSequentially('not yet')
  await field(page).press('Tab')
  await expect(field(page)).not.toBeFocused()
  await expect(field(page)).toHaveValue('not yet')
  await field(page).fill('barbara@example.com')
  await field(page).press('Tab')
  await expect(remove(page, 'barbara@example.com')).toBeVisible()
})

test('InviteForm 9: nothing is taken while an input method composes', async ({ page }) => {
  await openStory(page, 'inviteform--empty')
  await field(page).fill('ada@example.com')
  for (const init of [{ isComposing: true }, { keyCode: 229 }])
    await field(page).dispatchEvent('keydown', { key: 'Enter', bubbles: true, ...init })
  await expect(field(page)).toHaveValue('ada@example.com')
  await field(page).press('Enter')
  await expect(field(page)).toHaveValue('')
})

test('InviteForm 10: a paste says how many came, how many were there, and what could not be read', async ({
  page,
}) => {
  await three(page)
  await field(page).evaluate((input) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text', 'ada@example.com, edsger@example.com, hello there, @nobody')
    input.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    )
  })
  await expect(status(page)).toContainText('1 address added.')
  await expect(status(page)).toContainText('1 was there already.')
  await expect(status(page)).toContainText('1 cannot be sent.')
  await expect(status(page)).toContainText('Left out: hello there')
})

test('InviteForm 11: what cannot be sent says why in words, beside it and to its button', async ({
  page,
}) => {
  await openStory(page, 'inviteform--invalid-recipient')
  const button = remove(page, 'ada@')
  await expect(button).toHaveAccessibleDescription('Not a whole e-mail address')
  await expect(page.getByRole('listitem').filter({ has: button })).toContainText(
    'Not a whole e-mail address',
  )
})

test('InviteForm 12: the input takes lists and addresses of any script, without help that harms', async ({
  page,
}) => {
  await openStory(page, 'inviteform--empty')
  for (const [name, value] of [
    ['type', 'text'],
    ['inputmode', 'email'],
    ['autocomplete', 'off'],
    ['autocapitalize', 'none'],
    ['spellcheck', 'false'],
  ] as const)
    await expect(field(page)).toHaveAttribute(name, value)
})

test('InviteForm 13, 14: the role is a native select; the message is counted, and told at 90 % and at the limit only', async ({
  page,
}) => {
  await openStory(page, 'inviteform--every-field')
  expect(await page.getByLabel('Role').evaluate(({ tagName }) => tagName)).toBe('SELECT')
  const message = page.getByLabel('Message')
  const told = async (length: number) => {
    await message.fill('x'.repeat(length))
    return (await status(page).textContent()) ?? ''
  }
  const before = await told(500)
  expect(await told(800)).toBe(before)
  await expect.poll(() => told(900)).toContain('900 of 1,000')
  await message.fill('x'.repeat(950))
  await expect(status(page)).toContainText('900 of 1,000')
  await message.fill('x'.repeat(1000))
  await expect(status(page)).toContainText('1,000 of 1,000')
})

test('InviteForm 15: the button that sends can always be reached, and says what goes on', async ({
  page,
}) => {
  await openStory(page, 'inviteform--sending')
  const button = page.getByRole('button', { name: 'Sending 2 invitations…' })
  await expect(button).toHaveAttribute('aria-disabled', 'true')
  expect(await button.evaluate((one: HTMLButtonElement) => one.disabled)).toBe(false)
  await expect(button).toBeFocused()
})

test('InviteForm 16: a press that cannot be done leads to a summary, and its line to the recipient', async ({
  page,
}) => {
  await openStory(page, 'inviteform--invalid-recipient')
  await page.getByRole('button', { name: /^Send/ }).click()
  const summary = page.getByRole('alert').locator('..')
  await expect(summary).toBeFocused()
  await expect(summary).toHaveAttribute('tabindex', '-1')
  await expect(summary).toContainText('There is a problem')
  await summary.getByRole('link').click()
  await expect(remove(page, 'ada@')).toBeFocused()
})

test('InviteForm 17: one status is there from the start, and is told one thing for each action', async ({
  page,
}) => {
  await openStory(page, 'inviteform--empty')
  await expect(status(page)).toHaveCount(1)
  await expect(page.getByRole('alert')).toHaveCount(0)
  await status(page).evaluate((node) => {
    const told: string[] = []
    Object.assign(globalThis, { told })
    new MutationObserver(() => {
      if (node.textContent) told.push(node.textContent)
    }).observe(node, { childList: true, characterData: true, subtree: true })
  })
  await field(page).fill('ada@example.com, alan@example.com')
  await field(page).press('Enter')
  await remove(page, 'ada@example.com').click()
  await page.getByRole('button', { name: 'Send invitation', exact: true }).click()
  await expect(status(page)).toHaveText('1 invitation sent.')
  expect(await page.evaluate(() => (globalThis as { told?: string[] }).told)).toEqual([
    '2 addresses added.',
    'Removed ada@example.com, 1 left',
    '1 invitation sent.',
  ])
})

test('InviteForm 18, 19: after a sending the focus is in the form, and each person has an outcome in words', async ({
  page,
}) => {
  await openStory(page, 'inviteform--partial-failure')
  expect(await page.evaluate(() => document.activeElement?.closest('form') !== null)).toBe(true)
  expect(await focusedName(page)).not.toBe('body')
  const group = page.getByRole('group')
  await expect(group.filter({ hasText: 'ada.lovelace@example.com' })).toContainText(
    'Already invited',
  )
  await expect(group.filter({ hasText: 'alan@example.com' })).toContainText('Invited')
})

test('InviteForm 20: everything that can be pressed is 24 by 24, or has room around it', async ({
  page,
}) => {
  for (const id of ['inviteform--every-field', 'inviteform--every-outcome', 'inviteform--folded']) {
    await openStory(page, id)
    const small = await page
      .locator('.ik-form')
      .locator('button, select, input:not([type=file]), textarea, summary')
      .evaluateAll((all) =>
        all
          .map((one) => [one, one.getBoundingClientRect()] as const)
          .filter(([one]) => one.checkVisibility() && !one.closest('label'))
          .filter(([, { width, height }]) => width > 0 && (width < 24 || height < 24))
          .map(([one, { width, height }]) => `${one.outerHTML.slice(0, 80)} ${width}×${height}`),
      )
    expect(small).toEqual([])
  }
})

test('InviteForm 21: with reduced motion nothing moves', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await openStory(page, 'inviteform--sending')
  expect(await moving(page)).toEqual([])
})

test('InviteForm 22: in forced colours recipients have a border, and the focus an outline', async ({
  page,
}) => {
  await page.emulateMedia({ forcedColors: 'active' })
  await three(page)
  const style = (property: string) =>
    page.evaluate(
      (name) =>
        getComputedStyle(document.querySelector('.ik-chip') ?? document.body).getPropertyValue(
          name,
        ),
      property,
    )
  expect(await style('border-top-style')).toBe('solid')
  expect(Number.parseFloat(await style('border-top-width'))).toBeGreaterThan(0)
  await field(page).press('Shift+Tab')
  const outline = await page.evaluate(() => {
    const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement ?? document.body)
    return { outlineStyle, wide: Number.parseFloat(outlineWidth) >= 2 }
  })
  expect(outline).toEqual({ outlineStyle: 'solid', wide: true })
})
