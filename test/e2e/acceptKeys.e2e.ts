import { expect, test, type Page } from '@playwright/test'
import { handsOn } from './hands.ts'

const heading = (page: Page) => page.getByRole('heading', { level: 1 })
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name })

test('keys 17, accept: the new heading has the focus', async ({ page }) => {
  const { enter } = await handsOn(page, 'acceptinvitepage--ready')
  await enter(button(page, 'Accept invitation to Analytical Engines'))
  await expect(heading(page)).toHaveText('Welcome to Analytical Engines')
  await expect(heading(page)).toBeFocused()
})

test('keys 18, decline', async ({ page }) => {
  const { enter } = await handsOn(page, 'acceptinvitepage--ready')
  await enter(button(page, 'Decline'))
  await expect(heading(page)).toHaveText('Invitation declined')
  await expect(heading(page)).toBeFocused()
})

test('keys 19, wrong account: change it, and answer', async ({ page }) => {
  const { enter } = await handsOn(page, 'journeys--switch-account')
  await enter(button(page, 'Use another account'))
  await expect(heading(page)).toHaveText('Join Analytical Engines')
  await expect(heading(page)).toBeFocused()
  await enter(button(page, /^Accept/))
  await expect(heading(page)).toHaveText('Welcome to Analytical Engines')
  await expect(heading(page)).toBeFocused()
})

test('keys 20, fill in what the provider asks: what is missing has the focus, the password can be seen', async ({
  page,
}) => {
  const { press, reach, type, enter } = await handsOn(page, 'journeys--fill-in')
  const password = page.getByLabel('Choose a password', { exact: true })
  await enter(button(page, /^Accept/))
  await expect(password).toBeFocused()
  await expect(password).toHaveAccessibleDescription('Fill in “Choose a password”.')
  await type('Correct-horse-42')
  await reach(button(page, 'Show password'))
  await press('Space')
  await expect(password).toHaveAttribute('type', 'text')
  await expect(button(page, 'Show password')).toBeFocused()
  await reach(password)
  await press('Enter')
  await expect(heading(page)).toHaveText('Welcome to Analytical Engines')
  await expect(heading(page)).toBeFocused()
})

test('keys 21, ask for a new one', async ({ page }) => {
  const { enter, hears } = await handsOn(page, 'journeys--ask-again')
  await expect(heading(page)).toHaveText('This invitation has expired')
  await enter(button(page, 'Ask for a new invitation'))
  await hears('Katherine Johnson has been asked.')
})

test('keys 22, an error, and a second try', async ({ page }) => {
  const { enter, hears } = await handsOn(page, 'journeys--accepted-at-last')
  const accept = button(page, /^Accept/)
  await enter(accept)
  await expect(page.getByRole('alert')).toBeVisible()
  await expect(accept).toBeFocused()
  await hears('You are offline. Nothing was sent. Try again when you are back.')
  await enter(accept)
  await expect(heading(page)).toHaveText('Welcome to Analytical Engines')
  await enter(button(page, 'Continue'))
  await hears('You are in.')
})
