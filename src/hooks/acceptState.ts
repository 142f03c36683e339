import type { InviteError } from '../error.js'
import type { RetryWait } from '../retryWrite.js'
import type { AcceptFieldName, InvitePreview, Viewer } from '../schema.js'

/** What the invitee filled in, by the names of {@link InvitePreview.asks}. */
export type AcceptAnswers = Partial<Record<AcceptFieldName, string>>

/** What is known beside the status, in every state. Without a lookup nothing is known before the answer. */
export interface AcceptKnown {
  preview: InvitePreview | undefined
  /** Who is signed in: null for nobody, undefined if it is not known. */
  viewer: Viewer | null | undefined
}

interface Ready extends AcceptKnown {
  accept: (answers?: AcceptAnswers) => void
  /** Absent where the transport cannot. */
  decline?: (() => void) | undefined
  /** Why the last press was refused; `fields` names what to correct. `outcome: 'unknown'`: its answer was lost. */
  error: InviteError | undefined
}

interface UnderWay extends AcceptKnown {
  /** Whether the transport can, so that a page keeps the button where it is. */
  declines: boolean
  /** The provider wants a break, after which the press is repeated once, unless that is called off. */
  wait?: RetryWait | undefined
}

interface Stopped extends AcceptKnown {
  /** Of `already_accepted`: by the viewer, or by a press here. Otherwise by somebody, who may be the viewer. */
  mine?: boolean | undefined
  /** The provider's refusal; absent where the invite itself or the viewer says it. */
  error: InviteError | undefined
  /** Forgets the refusal and reads invite and viewer again. */
  retry: () => void
}

/** Why an invite cannot be answered. */
export type AcceptStop =
  | 'unauthenticated'
  /** Without an error and an address in `preview`: it is another account than the page was opened with. */
  | 'wrong_account'
  | 'email_unverified'
  | 'expired'
  | 'revoked'
  | 'already_accepted'
  /** No longer valid, why is not told. With `error.outcome` unknown an answer was lost before, which may be why. */
  | 'not_found'
  | 'forbidden'
  | 'limit_reached'
  | 'rate_limited'
  | 'offline'
  /** Without an error it is a part of this package that could not be loaded. */
  | 'failed'

/** Where the acceptance of an invite stands. Nothing is written before `accept` or `decline` is called. */
export type AcceptInvite =
  | ({ status: 'loading' } & AcceptKnown)
  | ({ status: 'ready' } & Ready)
  | ({ status: 'accepting' } & UnderWay)
  | ({ status: 'declining' } & UnderWay)
  | ({ status: 'accepted'; url: string | undefined } & AcceptKnown)
  /** The provider goes on by navigation, which has begun; `proceed` begins it again. */
  | ({ status: 'continuing'; proceed: () => void } & AcceptKnown)
  | ({ status: 'declined' } & AcceptKnown)
  | ({ status: AcceptStop } & Stopped)
