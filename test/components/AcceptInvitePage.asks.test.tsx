import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import { AcceptInviteView } from '../../src/components/AcceptInviteView.tsx'
import { InviteError } from '../../src/error.ts'
import { partOf } from '../../src/hooks/usePart.ts'
import { accept as labels } from '../../src/locales/en.ts'
import type { AcceptField, Viewer } from '../../src/schema.ts'
import { byPerson, press } from '../byPerson.ts'
import { renderWith } from '../render.tsx'

const later = partOf(() => import('../../src/components/AcceptContent.tsx'))
const email = 'ada@example.com'
const newUser: AcceptField[] = [
  { name: 'name', required: false, value: 'Ada Lovelace' },
  { name: 'username', required: true, value: 'ada' },
  { name: 'password', required: true, secret: 'new' },
]

async function open(
  asks: AcceptField[],
  { error, viewer = null }: { error?: InviteError; viewer?: Viewer | null } = {},
) {
  const accept = vi.fn()
  const view = (now?: InviteError) => (
    <AcceptInviteView
      labels={labels}
      later={later}
      state={{
        status: 'ready',
        accept,
        decline: undefined,
        error: now,
        viewer,
        preview: { status: 'pending', email, asks },
      }}
    />
  )
  const { rerender } = renderWith(view(error))
  await screen.findByRole('form')
  return { accept, refuse: (now: InviteError) => rerender(view(now)) }
}
const field = (name: string) => screen.getByLabelText(name, { selector: 'input' })
const accept = () => screen.getByRole('button', { name: 'Accept invitation' })
const refused = (fields: Record<string, string>) => new InviteError('invalid_input', { fields })

describe('what is asked', () => {
  it('is exactly what the provider asks, with what the invite knows filled in', async () => {
    await open(newUser)
    const inputs = [...document.querySelectorAll('input')]
    expect(
      inputs.map(({ name, value, autocomplete, type }) => [name, value, autocomplete, type]),
    ).toEqual([
      ['name', 'Ada Lovelace', 'name', 'text'],
      ['username', 'ada', 'username', 'text'],
      ['password', '', 'new-password', 'password'],
    ])
    expect(screen.getByText('Your account is made with what you fill in here.')).toBeVisible()
  })

  it.each([
    ['new', 'Choose a password', 'new-password'],
    ['current', 'Your password', 'current-password'],
    ['either', 'Password', 'current-password'],
    [undefined, 'Password', 'current-password'],
  ] as const)('of a password that is %s: %s', async (secret, label, autocomplete) => {
    await open([{ name: 'password', required: true, secret }])
    expect(field(label)).toHaveAttribute('autocomplete', autocomplete)
  })

  it('tells somebody who has an account that the password proves it', async () => {
    await open([{ name: 'password', required: true, secret: 'current' }])
    expect(screen.getByText(/^You have an account already/)).toBeVisible()
  })

  it('is no address that the viewer is not known to own; it is used where nothing else is filled in', async () => {
    const page = await open([{ name: 'username', required: true, value: email }])
    expect(document.documentElement.outerHTML).not.toContain(email)
    expect(field('User name')).toHaveValue('')
    expect(field('User name')).toHaveAttribute('placeholder', 'a•••@example.com')
    await press(accept())
    expect(page.accept).toHaveBeenLastCalledWith({ username: email })
    await userEvent.type(field('User name'), 'lovelace')
    await press(accept())
    expect(page.accept).toHaveBeenLastCalledWith({ username: 'lovelace' })
  })

  it('is the address for its owner', async () => {
    await open([{ name: 'username', required: true, value: email }], { viewer: { email } })
    expect(field('User name')).toHaveValue(email)
  })
})

describe('a password', () => {
  it('is shown and hidden by a button that says which', async () => {
    await open(newUser)
    const toggle = screen.getByRole('button', { name: 'Show password' })
    expect(toggle).toHaveAttribute('aria-pressed', 'false')
    await userEvent.click(toggle)
    expect(toggle).toHaveAttribute('aria-pressed', 'true')
    expect(field('Choose a password')).toHaveAttribute('type', 'text')
    await userEvent.click(toggle)
    expect(field('Choose a password')).toHaveAttribute('type', 'password')
  })

  it('may be pasted', async () => {
    await open(newUser)
    await userEvent.click(field('Choose a password'))
    await userEvent.paste('correct horse')
    expect(field('Choose a password')).toHaveValue('correct horse')
  })
})

describe('what was filled in', () => {
  it('goes with the press, by pointer or by Enter in a field', async () => {
    const page = await open(newUser)
    await userEvent.type(field('Choose a password'), 'correct horse')
    await press(accept())
    await byPerson(() => userEvent.type(field('Choose a password'), '{Enter}'))
    const answers = { name: 'Ada Lovelace', username: 'ada', password: 'correct horse' }
    expect(page.accept.mock.calls).toEqual([[answers], [answers]])
  })

  it('has to be all that is needed: what is missing is said on its field, which gets the focus', async () => {
    const page = await open(newUser)
    await userEvent.clear(field('User name'))
    await press(accept())
    expect(page.accept).not.toHaveBeenCalled()
    expect(field('User name')).toHaveAccessibleDescription('Fill in “User name”.')
    expect(field('Choose a password')).toHaveAccessibleDescription('Fill in “Choose a password”.')
    expect(field('User name')).toHaveFocus()
    expect(field('Your name')).toBeValid()
  })

  it('stays when it is refused; the reason stands on its field, which gets the focus', async () => {
    const page = await open(newUser)
    await userEvent.type(field('Choose a password'), 'short')
    page.refuse(refused({ password: 'Use 12 characters.' }))
    expect(field('Choose a password')).toHaveValue('short')
    expect(field('Choose a password')).toHaveAccessibleDescription('Use 12 characters.')
    expect(field('Choose a password')).toBeInvalid()
    expect(field('Choose a password')).toHaveFocus()
    expect(field('User name')).toBeValid()
  })

  it('is refused for what was not asked too: that stands in the summary', async () => {
    await open(newUser, { error: refused({ email: 'Not an address of ours.' }) })
    expect(screen.getByRole('alert')).toHaveTextContent('Not an address of ours.')
  })
})
