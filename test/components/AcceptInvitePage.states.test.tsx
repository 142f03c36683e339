import { screen } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import { AcceptInviteView } from '../../src/components/AcceptInviteView.tsx'
import { InviteError } from '../../src/error.ts'
import { partOf } from '../../src/hooks/usePart.ts'
import type { AcceptInvite } from '../../src/hooks/useAcceptInvite.ts'
import { accept as labels } from '../../src/locales/en.ts'
import type { InvitePreview } from '../../src/schema.ts'
import { stopped } from '../acceptSetUp.ts'
import { renderWith } from '../render.tsx'

const preview: InvitePreview = { status: 'pending', email: 'ada@example.com', asks: [] }
const mallory = { email: 'mallory@example.com' }
const nothing = { preview: undefined, viewer: undefined }
const ready: AcceptInvite = {
  status: 'ready',
  accept: vi.fn(),
  decline: vi.fn(),
  error: undefined,
  ...nothing,
}

const app = () => ({
  onSignIn: vi.fn(),
  onSignOut: vi.fn(),
  onSwitchAccount: vi.fn(),
  onStay: vi.fn(),
  onAskAgain: vi.fn(),
  onDone: vi.fn(),
})
const later = partOf(() => import('../../src/components/AcceptContent.tsx'))
const view = (state: AcceptInvite, actions = {}) => (
  <AcceptInviteView state={state} labels={labels} later={later} {...actions} />
)
const heading = () => screen.getByRole('heading', { level: 1 })
const buttons = () => screen.queryAllByRole('button').map(({ textContent }) => textContent)

/** What a state says and offers to an app that can do everything. */
async function seen(state: AcceptInvite, actions = {}) {
  const { unmount } = renderWith(view(state, actions))
  await vi.waitFor(() => expect(screen.getByRole('main')).toHaveAttribute('aria-busy', 'false'))
  const all = {
    heading: heading().textContent,
    text: document.querySelector('p.ik-accept-text')?.textContent,
    buttons: buttons(),
    title: document.title,
  }
  unmount()
  return all
}

const states: [name: string, state: AcceptInvite, heading: string, buttons: string[]][] = [
  [
    'wrong account',
    { ...stopped('wrong_account', new InviteError('wrong_account')), viewer: mallory },
    labels.wrongAccount,
    ['Use another account', 'Sign out', 'Stay signed in'],
  ],
  [
    'another account than before',
    { ...stopped('wrong_account'), viewer: mallory },
    labels.changed,
    ['Use another account', 'Sign out', 'Go on with this account'],
  ],
  ['not verified', stopped('email_unverified'), labels.unverified, ['I have verified it']],
  ['signed out', stopped('unauthenticated'), labels.unauthenticated, ['Sign in']],
  ['expired', stopped('expired'), labels.expired, ['Ask for a new invitation']],
  ['revoked', stopped('revoked'), labels.revoked, ['Ask for a new invitation']],
  [
    'accepted by me',
    { ...stopped('already_accepted'), mine: true },
    labels.alreadyMine,
    ['Continue'],
  ],
  ['accepted by somebody', stopped('already_accepted'), labels.used, ['Continue', 'Sign in']],
  ['gone', stopped('not_found'), labels.gone, ['Ask for a new invitation']],
  ['forbidden', stopped('forbidden'), labels.forbidden, ['Use another account', 'Sign out']],
  ['limit reached', stopped('limit_reached'), labels.limit, ['Try again']],
  ['too many tries', stopped('rate_limited'), labels.slowDown, ['Try again']],
  ['offline', stopped('offline'), labels.offline, ['Try again']],
  ['not read', stopped('failed', new InviteError('network')), labels.trouble, ['Try again']],
  ['declined', { status: 'declined', ...nothing }, labels.declined, []],
  [
    'one more step',
    { status: 'continuing', proceed: vi.fn(), ...nothing },
    labels.continuing,
    ['Go to the provider'],
  ],
  [
    'accepted',
    { status: 'accepted', url: undefined, ...nothing },
    labels.acceptedUnknown,
    ['Continue'],
  ],
]

describe('each state', () => {
  it.each(states)(
    '%s: has its heading, its title, its sentence and its next step',
    async (_, state, title, next) => {
      const all = await seen(state, app())
      expect(all.heading).toBe(title)
      expect(all.title).toBe(title)
      expect(all.text).toBeTruthy()
      expect(all.buttons).toEqual(next)
    },
  )

  it('says something else than all others', async () => {
    const said: unknown[] = []
    // oxlint-disable-next-line no-await-in-loop
    for (const [, state] of states) said.push((await seen(state)).text)
    expect(new Set(said).size).toBe(states.length)
  })

  it.each(['network', 'timeout', 'unavailable', 'invalid_response', 'config'] as const)(
    'that is read in vain says why: %s',
    async (code) => {
      const { text } = await seen(stopped('failed', new InviteError(code)))
      expect(text?.trim()).toBe(labels.errors[code])
    },
  )

  it('is one main region with one heading that can have the focus', () => {
    renderWith(view(ready))
    expect(screen.getByRole('main')).toHaveAccessibleName(labels.titleUnknown)
    expect(screen.getAllByRole('heading')).toEqual([heading()])
    expect(heading()).toHaveAttribute('tabindex', '-1')
  })

  it('gets the focus when it takes the place of another one, but not of loading', async () => {
    const { rerender } = renderWith(view({ status: 'loading', ...nothing }))
    expect(heading()).toHaveTextContent(labels.loading)
    expect(screen.getByRole('main')).toHaveAttribute('aria-busy', 'true')
    rerender(view(ready))
    expect(document.body).toHaveFocus()
    rerender(view({ status: 'accepting', declines: true, ...nothing }))
    expect(document.body).toHaveFocus()
    rerender(view(stopped('expired')))
    await vi.waitFor(() => expect(heading()).toHaveTextContent(labels.expired))
    expect(heading()).toHaveFocus()
  })
})

describe('the next step', () => {
  it.each(['expired', 'revoked', 'not_found'] as const)(
    '%s: a new invitation is asked for by the app, or not offered',
    async (status) => {
      expect((await seen(stopped(status))).buttons).toEqual([])
      const { onAskAgain } = app()
      renderWith(view(stopped(status), { onAskAgain }))
      ;(await screen.findByRole('button', { name: 'Ask for a new invitation' })).click()
      expect(onAskAgain).toHaveBeenCalledOnce()
    },
  )

  it.each([
    ['Use another account', 'onSwitchAccount'],
    ['Sign out', 'onSignOut'],
    ['Stay signed in', 'onStay'],
  ] as const)('of the wrong account, %s, is the app’s %s', async (name, action) => {
    const actions = app()
    renderWith(view({ ...stopped('wrong_account'), preview, viewer: mallory }, actions))
    ;(await screen.findByRole('button', { name })).click()
    expect(actions[action]).toHaveBeenCalledOnce()
  })

  it('without the app is to read again, where that can help', async () => {
    expect((await seen(stopped('unauthenticated'))).buttons).toEqual(['Try again'])
    const retry = vi.fn()
    renderWith(view(stopped('wrong_account', new InviteError('wrong_account'), retry)))
    ;(await screen.findByRole('button', { name: 'Try again' })).click()
    expect(retry).toHaveBeenCalledOnce()
  })

  it('of one more step is to go there again, without the address in the page', async () => {
    const proceed = vi.fn()
    renderWith(view({ status: 'continuing', proceed, ...nothing }))
    ;(await screen.findByRole('button', { name: 'Go to the provider' })).click()
    expect(proceed).toHaveBeenCalledOnce()
    expect(screen.queryByRole('link')).toBeNull()
  })
})

describe('what is told', () => {
  it('of the wrong account: both addresses, the invited one in part', async () => {
    const { text } = await seen({ ...stopped('wrong_account'), preview, viewer: mallory })
    expect(text).toBe('It is for a•••@example.com, but you are signed in as mallory@example.com.')
  })

  it('of a wait: how long, counted in words', async () => {
    const wait = (retryAfter: number) =>
      seen(stopped('rate_limited', new InviteError('rate_limited', { retryAfter })))
    expect((await wait(30_000)).text).toBe('Try again in 30 seconds.')
    expect((await wait(900)).text).toBe('Try again in 1 second.')
  })

  it('where the provider tells nothing: no more than that', async () => {
    const gone = await seen(stopped('not_found'))
    expect([gone.heading, gone.text]).toEqual([labels.gone, labels.goneText])
    const doubtful = new InviteError('not_found', { outcome: 'unknown' })
    const after = await seen(stopped('not_found', doubtful), app())
    expect(after.text).toBe(labels.goneAfterAnswer)
    expect(after.buttons).toEqual(['Continue', 'Sign in', 'Ask for a new invitation'])
  })

  it('in the words of the app, where it has some', async () => {
    const replaced = { ...labels, expired: 'Zu spät', askAgain: 'Neu' }
    const all = await seen(stopped('expired'), { labels: replaced, onAskAgain: vi.fn() })
    expect(all).toMatchObject({ heading: 'Zu spät', buttons: ['Neu'], text: labels.expiredText })
  })
})
