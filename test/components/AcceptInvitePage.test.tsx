import { act, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import type { AcceptInvitePageProps } from '../../src/components/AcceptInvitePage.tsx'
import { AcceptInvitePage } from '../../src/english/AcceptInvitePage.tsx'
import { inviteLink } from '../../src/input/token.ts'
import { ada, link, recorded, world } from '../acceptSetUp.ts'
import { byPerson, press } from '../byPerson.ts'
import { renderWith } from '../render.tsx'

const viewer = { email: 'ada@example.com' }
const button = (name: string | RegExp) => screen.findByRole('button', { name })
const heading = (name: string | RegExp) => screen.findByRole('heading', { level: 1, name })

function open(props: Partial<AcceptInvitePageProps> = {}) {
  return renderWith(<AcceptInvitePage transport={world()} link={link} viewer={viewer} {...props} />)
}

describe('before an answer', () => {
  it('says who invites to what until when, and who is signed in, before the buttons', async () => {
    open()
    await heading('Join Acme')
    const { textContent } = screen.getByRole('main')
    const said = [
      'Charles Babbage has invited you.',
      'This invitation is for ada@example.com.',
      'You are signed in as ada@example.com.',
      'You will join as Admin.',
      'It is valid until January 1, 2099',
      'Accept invitation to Acme',
      'Decline',
    ].map((sentence) => textContent.indexOf(sentence))
    expect(said).not.toContain(-1)
    expect(said).toEqual(said.toSorted((a, b) => a - b))
  })

  it('says when it ends with hour and zone', async () => {
    open()
    expect(await screen.findByText(/^January 1, 2099/)).toHaveTextContent(
      /\d:\d\d.* [A-Z+\d:]{2,}$/,
    )
  })

  it('shows the invited address in part until its owner is known to look', async () => {
    open({ viewer: null })
    expect(await screen.findByText(/This invitation is for/)).toHaveTextContent('a•••@example.com')
    expect(screen.getByText('You are not signed in.')).toBeVisible()
    expect(document.documentElement.outerHTML).not.toContain('ada@')
  })

  it('leads those who are signed out to sign in, and others to another account, where the app can', async () => {
    const app = { onSignIn: vi.fn(), onSwitchAccount: vi.fn() }
    const { unmount } = open({ viewer: null, ...app })
    ;(await button('Sign in')).click()
    expect(app.onSignIn).toHaveBeenCalledOnce()
    expect(screen.queryByRole('button', { name: 'Use another account' })).toBeNull()
    unmount()
    const nameless = world({ seed: [{ ...ada, email: undefined }] })
    const second = open({ transport: nameless, ...app })
    ;(await button('Use another account')).click()
    expect(app.onSwitchAccount).toHaveBeenCalledOnce()
    second.unmount()
    open(app)
    await button('Decline')
    expect(screen.getAllByRole('button')).toHaveLength(2)
  })

  it('puts neither token nor id into the document, its title or the address', async () => {
    open()
    await button(/^Accept/)
    expect(document.documentElement.outerHTML + location.href).not.toContain('canary')
  })

  it('keeps the address of the page from other sites', async () => {
    open()
    await button(/^Accept/)
    expect(document.querySelector('meta[name=referrer]')).toHaveAttribute('content', 'no-referrer')
  })

  it('names the document after its heading, and gives the title back', async () => {
    document.title = 'The app'
    const { unmount } = open()
    await waitFor(() => expect(document.title).toBe('Join Acme'))
    unmount()
    expect(document.title).toBe('The app')
    open({ documentTitle: false })
    await button(/^Accept/)
    expect(document.title).toBe('The app')
  })

  it('does not take the focus on first sight', async () => {
    open()
    await button(/^Accept/)
    expect(document.body).toHaveFocus()
  })
})

describe('nothing happens by accident', () => {
  it('on what a script does: click, submit, request to submit, Enter', async () => {
    const { transport, calls } = recorded()
    open({ transport })
    ;(await button(/^Accept/)).click()
    ;(await button('Decline')).click()
    screen.getByRole<HTMLFormElement>('form').requestSubmit()
    screen.getByRole('form').dispatchEvent(new SubmitEvent('submit', { bubbles: true }))
    act(() => screen.getByRole('button', { name: 'Decline' }).focus())
    await userEvent.keyboard('{Enter}')
    expect(calls.filter((call) => call !== 'lookup')).toEqual([])
    expect(screen.getByRole('main')).toHaveAttribute('data-status', 'ready')
  })

  it('on a person: one press, or five, are one acceptance', async () => {
    const { transport, calls } = recorded({ latency: 5 })
    open({ transport })
    const accept = await button(/^Accept/)
    await byPerson(() => Promise.all([1, 2, 3, 4, 5].map(() => userEvent.click(accept))))
    await heading('Welcome to Acme')
    expect(calls.filter((call) => call !== 'lookup')).toEqual(['accept'])
  })

  it('while it goes on: the button says so, keeps the focus, and takes no second press', async () => {
    const { transport, calls } = recorded({ latency: 20 })
    open({ transport })
    const accept = await button(/^Accept/)
    act(() => accept.focus())
    await press(accept)
    expect(accept).toHaveTextContent('Accepting…')
    expect(accept).toHaveFocus()
    expect(accept).toHaveAttribute('aria-disabled', 'true')
    expect(accept).toHaveProperty('disabled', false)
    await press(screen.getByRole('button', { name: 'Decline' }))
    await heading('Welcome to Acme')
    expect(calls.at(-1)).toBe('accept')
  })

  it('while it goes on: nobody is led away to another account', async () => {
    const nameless = world({ seed: [{ ...ada, email: undefined }], latency: 20 })
    const onSwitchAccount = vi.fn()
    open({ transport: nameless, onSwitchAccount })
    await press(await button(/^Accept/))
    const other = screen.getByRole('button', { name: 'Use another account' })
    expect(other).toHaveAttribute('aria-disabled', 'true')
    await press(other)
    await heading('Welcome to Acme')
    expect(onSwitchAccount).not.toHaveBeenCalled()
  })

  it('inside a page of another origin: the buttons refuse, and say why', async () => {
    const { transport, calls } = recorded()
    open({ transport, framed: true })
    const accept = await button(/^Accept/)
    expect(accept).toHaveAccessibleDescription(/inside another website/)
    await press(accept)
    await press(await button('Decline'))
    expect(calls).not.toContain('accept')
    expect(calls).not.toContain('decline')
  })
})

describe('after an answer', () => {
  it('accepted: the heading has the focus, and the way on is a link that nothing presses', async () => {
    const onAccepted = vi.fn()
    open({ onAccepted, redirectTo: '/team?tab=people' })
    await press(await button(/^Accept/))
    await waitFor(async () => expect(await heading('Welcome to Acme')).toHaveFocus())
    expect(screen.getByRole('link', { name: 'Continue' })).toHaveAttribute(
      'href',
      `${location.origin}/team?tab=people`,
    )
    expect(onAccepted).toHaveBeenCalledOnce()
    expect(document.title).toBe('Welcome to Acme')
  })

  it.each([
    'https://evil.example/',
    '//evil.example',
    'javascript:alert(1)',
    String.raw`/\evil`,
    '',
  ])('a target that leads away leads to the start page: %s', async (redirectTo) => {
    open({ redirectTo })
    await press(await button(/^Accept/))
    const onward = await screen.findByRole('link', { name: 'Continue' })
    expect(onward).toHaveAttribute('href', `${location.origin}/`)
  })

  it('the app may go on itself, and is not called before it is pressed', async () => {
    const onDone = vi.fn()
    open({ onDone })
    await press(await button(/^Accept/))
    const onward = await button('Continue')
    expect(onDone).not.toHaveBeenCalled()
    onward.click()
    expect(onDone).toHaveBeenCalledOnce()
  })

  it('refused: nobody is led on, the reason is heard, and what to do next', async () => {
    const onAccepted = vi.fn()
    open({ transport: world({ faults: { accept: 'rate_limited' } }), onAccepted })
    await press(await button(/^Accept/))
    expect(await screen.findByRole('alert')).toHaveTextContent('Too many tries. Wait a moment')
    expect(onAccepted).not.toHaveBeenCalled()
    expect(await button(/^Accept/)).not.toHaveAttribute('aria-disabled')
  })

  it('lost and not found again: says that it is not known, and that a repeat is safe', async () => {
    open({ transport: world({ faults: { accept: 'timeout' } }) })
    await press(await button(/^Accept/))
    expect(await screen.findByRole('alert')).toHaveTextContent(
      /is not known .* nothing is done twice/,
    )
  })

  it('declined: says so, with nothing left to press', async () => {
    open()
    await press(await button('Decline'))
    await waitFor(async () => expect(await heading('Invitation declined')).toHaveFocus())
    expect(screen.queryByRole('button')).toBeNull()
  })
})

it('another link on the same page starts anew', async () => {
  const second = { ...ada, id: 'second', token: 'second', invitedBy: 'Grace Hopper' }
  const transport = world({ seed: [ada, second] })
  const { rerender } = renderWith(<AcceptInvitePage {...{ transport, link, viewer }} />)
  await press(await button(/^Accept/))
  await heading('Welcome to Acme')
  rerender(<AcceptInvitePage {...{ transport, viewer }} link={inviteLink({ token: 'second' })} />)
  await heading('Join Acme')
  expect(screen.getByText(/Grace Hopper/)).toBeVisible()
})
