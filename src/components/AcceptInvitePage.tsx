'use client'
import { Suspense, useSyncExternalStore } from 'react'
import { useAcceptInvite, type AcceptInviteOptions } from '../hooks/useAcceptInvite.js'
import type { InviteLink } from '../input/token.js'
import type { AcceptFirstLabels, AcceptLabels } from '../locales/en.js'
import type { InviteTransport } from '../transport.js'
import type { AcceptActions } from './acceptActions.js'
import { AcceptInviteView, type AcceptPart } from './AcceptInviteView.js'
import { isFramed } from './isFramed.js'

export interface AcceptInvitePageProps extends AcceptInviteOptions, AcceptActions {
  transport: InviteTransport<'accept'>
  /** What the invite link carries: `inviteLink({ token })`. */
  link: InviteLink
  /** Sentences that replace the English ones. */
  labels?: Partial<AcceptLabels> | undefined
  className?: string | undefined
  /**
   * Whether `document.title` follows the heading; in the end it is put back.
   * @default true
   */
  documentTitle?: boolean | undefined
  /**
   * Whether the page is shown inside one that could trick people into a press. Then nothing is answered, and the
   * page says why.
   * @default whether it is inside a page of another origin
   */
  framed?: boolean | undefined
}

interface WordedPageProps<Labels> extends Omit<AcceptInvitePageProps, 'labels'> {
  labels: Labels
  later: AcceptPart<Labels>
}

/** The page, which brings no sentence of its own. */
export function AcceptInvitePage<Labels extends AcceptFirstLabels>(props: WordedPageProps<Labels>) {
  return (
    <>
      <meta name="referrer" content="no-referrer" />
      {/* Only a server waits here, and its HTML for what brings it to life. */}
      <Suspense fallback={<AcceptInviteView {...props} state={loading} />}>
        <Opened {...props} />
      </Suspense>
    </>
  )
}

function Opened<Labels extends AcceptFirstLabels>(props: WordedPageProps<Labels>) {
  const { transport, link, viewer, allowUnverified, onAccepted, onContinue, ...looks } = props
  const options = { viewer, allowUnverified, onAccepted, onContinue }
  const state = useAcceptInvite(transport, link, options)
  const framed = useSyncExternalStore(
    never,
    () => isFramed(),
    () => false,
  )
  return (
    <AcceptInviteView
      key={`${transport.key} ${link.handle}`}
      {...looks}
      state={state}
      framed={looks.framed ?? framed}
    />
  )
}

const loading = { status: 'loading', preview: undefined, viewer: undefined } as const
const never = () => () => undefined
