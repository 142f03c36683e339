import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import type { AcceptInvitePageProps } from '../../src/components/AcceptInvitePage.tsx'
import { AcceptInvitePage } from '../../src/english/AcceptInvitePage.tsx'
import { inviteLink } from '../../src/input/token.ts'
import type { InviteRef } from '../../src/schema.ts'
import type { InviteTransport } from '../../src/transport.ts'
import { press } from '../byPerson.ts'
import { json } from '../emulators/emulator.ts'
import { renderWith } from '../render.tsx'
import { bob, setUp as betterAuth, signedIn } from '../transports/betterAuthSetUp.ts'
import { invited, owner } from '../transports/enhanceSetUp.ts'
import { ana, setUp as grafana } from '../transports/grafanaSetUp.ts'
import { setUp as harness } from '../transports/harnessSetUp.ts'

let worlds = 0
/** Each test is a world of its own: what became of a press outlives the page. */
function open(
  transport: InviteTransport<'accept'>,
  ref: InviteRef,
  props: Partial<AcceptInvitePageProps> = {},
) {
  const own = { ...transport, key: `${transport.key} ${++worlds}` }
  return renderWith(<AcceptInvitePage transport={own} link={inviteLink(ref)} {...props} />)
}
const expectHeading = (name: string | RegExp) => screen.findByRole('heading', { level: 1, name })
const accept = async () => press(await screen.findByRole('button', { name: /^Accept/ }))
const fill = (name: string, value: string) =>
  userEvent.type(screen.getByLabelText(name, { selector: 'input' }), value)

describe('Grafana', () => {
  async function invite() {
    const all = grafana()
    const { invite: made } = await all.transport.create(ana)
    return { ...all, ref: { token: made?.id ?? '' } }
  }

  it('somebody new gets an account, with the name or the address as user name', async () => {
    const { transport, ref, state } = await invite()
    open(transport, ref)
    await expectHeading('Join Main Org.')
    await fill('Choose a password', 'S3cret pass!')
    await accept()
    await expectHeading('Welcome to Main Org.')
    expect(state.users[1]).toMatchObject({ login: 'ana@acme.test', email: 'ana@acme.test' })
  })

  it('a user name that is taken is refused on its field', async () => {
    const { transport, ref } = await invite()
    open(transport, ref)
    await expectHeading('Join Main Org.')
    await fill('User name', 'admin')
    await fill('Choose a password', 'S3cret pass!')
    await accept()
    const username = screen.getByLabelText('User name')
    await waitFor(() => expect(username).toBeInvalid())
    expect(username).toHaveFocus()
    expect(username).toHaveValue('admin')
  })

  it('what it answers 404 is no longer valid, whatever became of it', async () => {
    const { transport, ref } = await invite()
    await transport.revoke({ id: ref.token })
    open(transport, ref)
    await expectHeading('This invitation is no longer valid')
  })

  it('an invite that is withdrawn while the page is open was withdrawn', async () => {
    const { transport, ref } = await invite()
    open(transport, ref)
    await expectHeading('Join Main Org.')
    await transport.revoke({ id: ref.token })
    await fill('Choose a password', 'S3cret pass!')
    await accept()
    await expectHeading('This invitation was withdrawn')
  })
})

describe('better-auth', () => {
  async function invite(server = {}) {
    const all = betterAuth(server)
    const { invite: made } = await all.transport.create(bob)
    return { ...all, ref: { token: made?.id ?? '' } }
  }
  const switching = { allowUnverified: true, onSwitchAccount: vi.fn() }

  it('nobody signed in comes to sign in first', async () => {
    const { as, ref } = await invite()
    open(as('nobody'), ref, { onSignIn: vi.fn() })
    await expectHeading('Sign in to go on')
    expect(screen.getByRole('button')).toHaveTextContent('Sign in')
  })

  it('somebody else is told so by name, and gets no answer', async () => {
    const { as, ref, state } = await invite()
    open(as('eve'), ref, switching)
    await expectHeading('This invitation is for another account')
    expect(await screen.findByText(/You are signed in as/)).toHaveTextContent('eve@acme.test')
    expect(screen.getByRole('button')).toHaveTextContent('Use another account')
    expect(state.invitations[0]?.status).toBe('pending')
  })

  it('an address that is not verified stops it, also where the server would not mind', async () => {
    const { as, ref } = await invite()
    open(as('bob'), ref)
    await expectHeading('Verify your e-mail address first')
  })

  it('no seat left is said, and the invite stays', async () => {
    const { as, ref, state } = await invite({ membershipLimit: 1 })
    open(as('bob'), ref, switching)
    await expectHeading('Join Acme')
    await accept()
    await expectHeading('There is no room for you at the moment')
    expect(state.invitations[0]?.status).toBe('pending')
  })

  it('an answer that is lost after it was done is told as doubtful: there is nothing to read any more', async () => {
    const { as, ref, fetch, state } = await invite()
    const losing: typeof fetch = async (input, init) => {
      const request = new Request(input, init)
      const answer = await fetch(request)
      if (request.method === 'POST') throw new TypeError('Failed to fetch')
      return answer
    }
    open(as('bob', { fetch: signedIn(losing, 'bob') }), ref, { ...switching, onDone: vi.fn() })
    await expectHeading('Join Acme')
    await accept()
    await expectHeading('This invitation is no longer valid')
    expect(screen.getByText(/^Your answer may have arrived/)).toBeVisible()
    expect(screen.getByRole('button', { name: 'Continue' })).toBeVisible()
    expect(state.members.at(-1)).toMatchObject({ userId: 'user-bob' })
  })
})

describe('Enhance', () => {
  it('somebody new chooses a password, which is refused on its field', async () => {
    const { visitor, ref } = await invited()
    open(visitor(), ref)
    await screen.findByRole('form')
    expect(screen.getByText(/^This invitation is for/)).toHaveTextContent('a•••@acme.test')
    await fill('Password', 'short')
    await accept()
    const password = screen.getByLabelText('Password')
    await waitFor(() => expect(password).toBeInvalid())
    expect(password).toHaveAccessibleDescription('The password must have 8 characters at least')
    await fill('Password', ' S3cret pass!')
    await accept()
    await expectHeading(/^Welcome|joined/)
  })

  it('with the session of somebody else is the wrong account, by both addresses', async () => {
    const { visitor, ref, member } = await invited()
    open(visitor(owner), ref)
    await expectHeading('This invitation is for another account')
    expect(screen.getByText(/you are signed in as/)).toHaveTextContent(
      'It is for a•••@acme.test, but you are signed in as owner@acme.test.',
    )
    expect(member?.isActive).toBe(false)
  })
})

describe('Harness', () => {
  it('goes on by navigation, once, and not with the token in the page', async () => {
    const { transport, open: ref, outbox } = harness()
    await transport.create(ana)
    const onContinue = vi.fn()
    open(transport, ref(), { onContinue })
    await screen.findByRole('form')
    await accept()
    await expectHeading('One more step')
    expect(onContinue).toHaveBeenCalledExactlyOnceWith(outbox[0]?.url)
    expect(document.documentElement.outerHTML).not.toContain(ref().token)
  })

  it('with a credential that is refused cannot show it', async () => {
    const { over, open: ref, transport } = harness()
    await transport.create(ana)
    const fetch = async () => json({ status: 'ERROR', code: 'NOT_AUTHORIZED', message: 'x' }, 403)
    open(over({ fetch, accountIdentifier: 'other' }), ref())
    await expectHeading('You cannot use this invitation')
  })
})
