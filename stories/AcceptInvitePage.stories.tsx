import { fn } from 'storybook/test'
import preview from '../.storybook/preview.tsx'
import { AcceptInviteView } from '../src/components/AcceptInviteView.tsx'
import { InviteError } from '../src/error.ts'
import type { AcceptInvite, AcceptStop } from '../src/hooks/useAcceptInvite.ts'
import { accept as labels } from '../src/locales/en.ts'
import type { InvitePreview } from '../src/schema.ts'

const preview_: InvitePreview = {
  status: 'pending',
  email: 'ada@example.com',
  organization: 'Analytical Engines',
  invitedBy: 'Charles Babbage',
  role: 'Admin',
  expiresAt: '2026-03-09T09:30:00Z',
  asks: [],
}
const nobody = { preview: preview_, viewer: null }
const ready = { ...nobody, accept: fn(), decline: fn(), error: undefined }
const ada = { email: 'ada@example.com', name: 'Ada Lovelace' }

const meta = preview.meta({
  title: 'AcceptInvitePage',
  component: AcceptInviteView,
  args: {
    labels,
    state: { status: 'ready', ...ready } as AcceptInvite,
    onSignIn: fn(),
    onSwitchAccount: fn(),
    onDone: fn(),
    onAskAgain: fn(),
  },
})

const state = (value: AcceptInvite) => ({ args: { state: value } })
const stop = (status: AcceptStop, error?: InviteError) =>
  state({ status, error, retry: fn(), preview: undefined, viewer: undefined })

export const Loading = meta.story(
  state({ status: 'loading', preview: undefined, viewer: undefined }),
)
export const ReadySignedOut = meta.story()
export const ReadySignedIn = meta.story(state({ ...ready, status: 'ready', viewer: ada }))
export const ReadyUnknown = meta.story(
  state({ ...ready, status: 'ready', preview: undefined, viewer: undefined, decline: undefined }),
)

const asking: InvitePreview = {
  ...preview_,
  asks: [
    { name: 'name', required: false, value: 'Ada Lovelace' },
    { name: 'username', required: true, value: 'ada@example.com' },
    { name: 'password', required: true, secret: 'new' },
  ],
}
export const NeedsDetails = meta.story(
  state({ ...ready, status: 'ready', preview: asking, decline: undefined }),
)
export const DetailsRefused = meta.story(
  state({
    ...ready,
    status: 'ready',
    preview: asking,
    decline: undefined,
    error: new InviteError('invalid_input', {
      fields: { password: 'Use at least 12 characters.' },
    }),
  }),
)
export const NetworkLostOnAccept = meta.story(
  state({ ...ready, status: 'ready', error: new InviteError('network', { outcome: 'unknown' }) }),
)

export const Accepting = meta.story(state({ ...ready, status: 'accepting' }))
export const Declining = meta.story(state({ ...ready, status: 'declining' }))
export const Accepted = meta.story(state({ status: 'accepted', url: undefined, ...nobody }))
export const Continuing = meta.story(state({ status: 'continuing', ...nobody }))
export const Declined = meta.story(state({ status: 'declined', ...nobody }))
export const WrongAccount = meta.story(
  state({
    status: 'wrong_account',
    error: undefined,
    retry: fn(),
    preview: preview_,
    viewer: { email: 'charles@example.com' },
  }),
)
export const SignInFirst = meta.story(stop('unauthenticated'))
export const Unverified = meta.story(stop('email_unverified'))
export const Expired = meta.story(stop('expired'))
export const Revoked = meta.story(stop('revoked'))
export const AlreadyAccepted = meta.story(stop('already_accepted'))
export const NoLongerValid = meta.story(stop('not_found'))
export const Forbidden = meta.story(stop('forbidden'))
export const LimitReached = meta.story(stop('limit_reached'))
export const TooManyTries = meta.story(stop('rate_limited'))
export const Offline = meta.story(stop('offline'))
export const NetworkFailure = meta.story(stop('failed', new InviteError('network')))
export const UnreadableAnswer = meta.story(stop('failed', new InviteError('invalid_response')))

export const Dark = meta.story({ globals: { theme: 'dark' }, args: NeedsDetails.input.args })
export const RightToLeft = meta.story({ globals: { dir: 'rtl' }, args: NeedsDetails.input.args })
