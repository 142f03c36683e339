import { screen, waitFor } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import { AcceptInvitePage } from '../../src/components/AcceptInvitePage.tsx'
import { AcceptInviteView } from '../../src/components/AcceptInviteView.tsx'
import type { AcceptInvite, AcceptStop } from '../../src/hooks/useAcceptInvite.ts'
import { inviteLink } from '../../src/input/token.ts'
import { accept as labels } from '../../src/locales/en.ts'
import { memory, type MemoryInvite } from '../../src/transports/index.ts'
import { renderWith } from '../render.tsx'

const invite: MemoryInvite = {
  id: 'canary-id',
  token: 'canary-token',
  email: 'ada@example.com',
  role: 'Admin',
  status: 'pending',
  expiresAt: '2099-01-01T00:00:00.000Z',
}
const link = inviteLink({ token: invite.token })

describe('AcceptInvitePage', () => {
  it('says whose invite it is and who is signed in, before the button', async () => {
    renderWith(
      <AcceptInvitePage
        transport={memory({ seed: [invite], organization: 'Acme' })}
        link={link}
        viewer={{ email: 'ada@example.com' }}
      />,
    )
    expect(await screen.findByRole('heading', { level: 1, name: 'Join Acme' })).toBeVisible()
    expect(screen.getByText(/This invitation is for/)).toHaveTextContent(
      'This invitation is for ada@example.com.',
    )
    expect(screen.getByText(/You are signed in as/)).toHaveTextContent(
      'You are signed in as ada@example.com.',
    )
    expect(screen.getByRole('button', { name: 'Accept invitation to Acme' })).toBeVisible()
    expect(screen.getByRole('main')).toBeVisible()
  })

  it('does nothing on what a script does: click, submit, request to submit', async () => {
    const inner = memory({ seed: [invite] })
    const accept = vi.fn(inner.accept)
    const decline = vi.fn(inner.decline)
    const transport = { ...inner, accept, decline }
    renderWith(<AcceptInvitePage transport={transport} link={link} />)
    const button = await screen.findByRole('button', { name: 'Accept invitation' })
    button.click()
    screen.getByRole('button', { name: 'Decline' }).click()
    screen.getByRole<HTMLFormElement>('form').requestSubmit()
    expect(accept).not.toHaveBeenCalled()
    expect(decline).not.toHaveBeenCalled()
  })

  it('puts neither token nor id into the document or the address', async () => {
    renderWith(<AcceptInvitePage transport={memory({ seed: [invite] })} link={link} />)
    await screen.findByRole('button', { name: 'Accept invitation' })
    expect(document.documentElement.outerHTML + location.href).not.toContain('canary')
  })

  it('shows names from others as text, apart from the sentence around them', async () => {
    const organization = '<img src=x onerror=alert(1)> $& {role}'
    renderWith(
      <AcceptInvitePage transport={memory({ seed: [invite], organization })} link={link} />,
    )
    await screen.findByRole('form')
    const heading = screen.getByRole('heading', { level: 1 })
    expect(heading).toHaveTextContent(`Join ${organization}`)
    expect(heading.querySelector('bdi')).toHaveTextContent(organization)
    expect(document.querySelector('img')).toBeNull()
  })

  it('does not take the focus on first sight', async () => {
    renderWith(<AcceptInvitePage transport={memory({ seed: [invite] })} link={link} />)
    await screen.findByRole('button', { name: 'Accept invitation' })
    expect(document.body).toHaveFocus()
  })
})

const known = { preview: undefined, viewer: undefined }
const view = (state: AcceptInvite, actions = {}) => (
  <AcceptInviteView state={state} labels={labels} {...actions} />
)

describe('AcceptInviteView', () => {
  const stops: AcceptStop[] = [
    'unauthenticated',
    'wrong_account',
    'email_unverified',
    'expired',
    'revoked',
    'already_accepted',
    'not_found',
    'forbidden',
    'limit_reached',
    'rate_limited',
    'offline',
    'failed',
  ]

  it('has another heading for each state that ends it', () => {
    const headings = stops.map((status) => {
      const { unmount } = renderWith(view({ status, error: undefined, retry: vi.fn(), ...known }))
      const text = screen.getByRole('heading', { level: 1 }).textContent
      unmount()
      return text
    })
    expect(new Set(headings).size).toBe(stops.length)
  })

  it('moves the focus to the heading when the state changes', async () => {
    const ready: AcceptInvite = {
      status: 'ready',
      accept: vi.fn(),
      decline: undefined,
      error: undefined,
      ...known,
    }
    const { rerender } = renderWith(view(ready))
    rerender(view({ ...ready, status: 'accepting' }))
    expect(document.body).toHaveFocus()
    rerender(view({ status: 'accepted', url: undefined, ...known }))
    await waitFor(() => expect(screen.getByRole('heading', { level: 1 })).toHaveFocus())
  })

  it('shows a button only where the app can do what it says', () => {
    const expired: AcceptInvite = { status: 'expired', error: undefined, retry: vi.fn(), ...known }
    const { rerender } = renderWith(view(expired))
    expect(screen.queryByRole('button')).toBeNull()
    const onAskAgain = vi.fn()
    rerender(view(expired, { onAskAgain }))
    screen.getByRole('button', { name: 'Ask for a new invitation' }).click()
    expect(onAskAgain).toHaveBeenCalledOnce()
  })

  it('names both accounts where it is the wrong one', () => {
    renderWith(
      view({
        status: 'wrong_account',
        error: undefined,
        retry: vi.fn(),
        preview: { status: 'pending', email: 'ada@example.com', asks: [] },
        viewer: { email: 'mallory@example.com' },
      }),
    )
    expect(screen.getByText(/you are signed in as/)).toHaveTextContent(
      'It is for ada@example.com, but you are signed in as mallory@example.com.',
    )
  })

  it('asks exactly what the provider asks, as password managers expect it', () => {
    renderWith(
      view({
        status: 'ready',
        accept: vi.fn(),
        decline: undefined,
        error: undefined,
        viewer: null,
        preview: {
          status: 'pending',
          asks: [
            { name: 'username', required: true, value: 'ada' },
            { name: 'password', required: true, secret: 'new' },
          ],
        },
      }),
    )
    expect(screen.getByLabelText('User name')).toHaveAttribute('autocomplete', 'username')
    expect(screen.getByLabelText('User name')).toHaveValue('ada')
    const password = screen.getByLabelText('Choose a password')
    expect(password).toHaveAttribute('autocomplete', 'new-password')
    expect(password).toHaveAttribute('type', 'password')
    expect(screen.queryByLabelText('Your name')).toBeNull()
  })
})
