import { fn } from 'storybook/test'
import preview from '../.storybook/preview.tsx'
import { AcceptInvitePage } from '../src/english/AcceptInvitePage.tsx'
import { AcceptInviteView } from '../src/components/AcceptInviteView.tsx'
import { InviteError } from '../src/error.ts'
import { partOf } from '../src/hooks/usePart.ts'
import type { AcceptInvite, AcceptStop } from '../src/hooks/useAcceptInvite.ts'
import { inviteLink } from '../src/input/token.ts'
import { accept as labels } from '../src/locales/en.ts'
import type { InvitePreview } from '../src/schema.ts'
import { memory } from '../src/transports/memory.ts'
import { invite, now } from './samples.ts'

const actions = {
  onSignIn: fn(),
  onSignOut: fn(),
  onSwitchAccount: fn(),
  onStay: fn(),
  onDone: fn(),
  onAskAgain: fn(),
}

const meta = preview.meta({
  title: 'AcceptInvitePage',
  component: AcceptInvitePage,
  args: {
    transport: memory({ seed: [invite(0)], now, organization: 'Analytical Engines' }),
    link: inviteLink({ token: 'token-0' }),
    ...actions,
  },
})

const later = partOf(() => import('../src/components/AcceptContent.tsx'))

/** A state that only a person's press, or a provider's refusal, leads to. */
const state = (value: AcceptInvite) => ({
  render: () => <AcceptInviteView state={value} labels={labels} later={later} {...actions} />,
})
const stop = (status: AcceptStop, error?: InviteError) =>
  state({ status, error, retry: fn(), preview: undefined, viewer: undefined })

const pending: InvitePreview = {
  status: 'pending',
  email: 'ada@example.com',
  organization: 'Analytical Engines',
  invitedBy: 'Charles Babbage',
  role: 'Admin',
  expiresAt: '2026-03-09T09:30:00Z',
  asks: [],
}
const asking: InvitePreview = {
  ...pending,
  asks: [
    { name: 'name', required: false, value: 'Ada Lovelace' },
    { name: 'username', required: true, value: 'ada@example.com' },
    { name: 'password', required: true, secret: 'new' },
  ],
}
const nobody = { preview: pending, viewer: null }
const ready = { ...nobody, status: 'ready', accept: fn(), decline: fn(), error: undefined } as const
const needsDetails = state({ ...ready, preview: asking, decline: undefined })

export const Ready = meta.story()
export const Loading = meta.story(
  state({ status: 'loading', preview: undefined, viewer: undefined }),
)
export const ReadySignedOut = meta.story(state(ready))
export const ReadySignedIn = meta.story(
  state({ ...ready, viewer: { email: 'ada@example.com', name: 'Ada Lovelace' } }),
)
export const ReadyUnknown = meta.story(
  state({ ...ready, preview: undefined, viewer: undefined, decline: undefined }),
)
export const NeedsDetails = meta.story(needsDetails)
export const ExistingUser = meta.story(
  state({
    ...ready,
    preview: { ...pending, asks: [{ name: 'password', required: true, secret: 'current' }] },
    decline: undefined,
  }),
)
/** Names that others wrote, with what has carried fraud elsewhere. */
export const SuspiciousNames = meta.story(
  state({
    ...ready,
    preview: {
      ...pending,
      organization: 'Win at https://prize.example/ now',
      invitedBy: 'Cһarles Babbage',
    },
  }),
)
/** Shown inside a page of another origin. */
export const Framed = meta.story({ args: { framed: true } })
export const DetailsRefused = meta.story(
  state({
    ...ready,
    preview: asking,
    decline: undefined,
    error: new InviteError('invalid_input', {
      fields: { password: 'Use at least 12 characters.' },
    }),
  }),
)
export const NetworkLostOnAccept = meta.story(
  state({ ...ready, error: new InviteError('network', { outcome: 'unknown' }) }),
)
export const Accepting = meta.story(state({ ...nobody, status: 'accepting', declines: true }))
/** The provider asks for a break: the press is repeated by itself. */
export const Waiting = meta.story(
  state({
    ...nobody,
    status: 'accepting',
    declines: true,
    wait: { until: Date.now() + 42_000, cancel: fn() },
  }),
)
export const Declining = meta.story(state({ ...nobody, status: 'declining', declines: true }))
export const Accepted = meta.story(state({ status: 'accepted', url: undefined, ...nobody }))
export const Continuing = meta.story(state({ status: 'continuing', proceed: fn(), ...nobody }))
export const Declined = meta.story(state({ status: 'declined', ...nobody }))
export const WrongAccount = meta.story(
  state({
    status: 'wrong_account',
    error: undefined,
    retry: fn(),
    preview: pending,
    viewer: { email: 'charles@example.com' },
  }),
)
export const AccountChanged = meta.story(
  state({
    status: 'wrong_account',
    error: undefined,
    retry: fn(),
    preview: { ...pending, email: undefined },
    viewer: { email: 'charles@example.com' },
  }),
)
export const SignInFirst = meta.story(stop('unauthenticated'))
export const Unverified = meta.story(stop('email_unverified'))
export const Expired = meta.story(stop('expired'))
export const Revoked = meta.story(stop('revoked'))
export const AlreadyAccepted = meta.story(stop('already_accepted'))
export const AlreadyMine = meta.story(
  state({ ...nobody, status: 'already_accepted', mine: true, error: undefined, retry: fn() }),
)
export const NoLongerValid = meta.story(stop('not_found'))
/** An answer was lost, and the provider knows the invite no more: it may have arrived. */
export const Doubtful = meta.story(
  stop('not_found', new InviteError('not_found', { outcome: 'unknown' })),
)
export const Forbidden = meta.story(stop('forbidden'))
export const LimitReached = meta.story(stop('limit_reached'))
export const TooManyTries = meta.story(stop('rate_limited'))
export const TooManyTriesFor = meta.story(
  stop('rate_limited', new InviteError('rate_limited', { retryAfter: 30_000 })),
)
export const Offline = meta.story(stop('offline'))
export const NetworkFailure = meta.story(stop('failed', new InviteError('network')))
export const UnreadableAnswer = meta.story(stop('failed', new InviteError('invalid_response')))
export const Dark = meta.story({ ...needsDetails, globals: { theme: 'dark' } })
export const RightToLeft = meta.story({ ...needsDetails, globals: { dir: 'rtl' } })
