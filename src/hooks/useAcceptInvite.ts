'use client'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useRef } from 'react'
import { InviteError, type InviteErrorCode } from '../error.js'
import { sameAddress } from '../input/sameAddress.js'
import type { InviteLink } from '../input/token.js'
import { acceptInviteMutationOptions, declineInviteMutationOptions } from '../mutations.js'
import { lookupInviteOptions, viewerOptions } from '../query.js'
import type { AcceptFieldName, AcceptOutcome, InvitePreview, Viewer } from '../schema.js'
import { can, type InviteTransport } from '../transport.js'

/** What the invitee filled in, by the names of {@link InvitePreview.asks}. */
export type AcceptAnswers = Partial<Record<AcceptFieldName, string>>

export interface AcceptInviteOptions {
  /** Who is signed in: null for nobody, absent to ask the transport where it knows. */
  viewer?: Viewer | null | undefined
  /** Called once acceptance is confirmed. */
  onAccepted?: ((outcome: { url?: string | undefined }) => void) | undefined
  /**
   * Goes on to a provider that accepts by navigation. The URL carries the token.
   * @default `location.assign`
   */
  onContinue?: ((url: string) => void) | undefined
}

/** What is known beside the status, in every state. Without a lookup nothing is known before the answer. */
interface Known {
  preview: InvitePreview | undefined
  viewer: Viewer | null | undefined
}

interface Answering extends Known {
  accept: (answers?: AcceptAnswers) => void
  /** Absent where the transport cannot. */
  decline: (() => void) | undefined
  /** Why the last press was refused; `fields` names what to correct. */
  error: InviteError | undefined
}

interface Stopped extends Known {
  error: InviteError | undefined
  /** Reads the invite again. */
  retry: () => void
}

/** Where the acceptance of an invite stands. Nothing is written before `accept` or `decline` is called. */
export type AcceptInvite =
  | ({ status: 'loading' } & Known)
  | ({ status: 'ready' | 'accepting' | 'declining' } & Answering)
  | ({ status: 'accepted'; url: string | undefined } & Known)
  /** The provider goes on by navigation, which has begun. */
  | ({ status: 'continuing' } & Known)
  | ({ status: 'declined' } & Known)
  | ({ status: AcceptStop } & Stopped)

/** Why an invite cannot be answered. */
export type AcceptStop =
  | 'unauthenticated'
  | 'wrong_account'
  | 'email_unverified'
  | 'expired'
  | 'revoked'
  | 'already_accepted'
  | 'not_found'
  | 'forbidden'
  | 'limit_reached'
  | 'rate_limited'
  | 'offline'
  | 'failed'

/** Refusals of the press that end it; all others leave the page as it is, with what was typed, and an error. */
const ends: Partial<Record<InviteErrorCode, AcceptStop>> = {
  unauthenticated: 'unauthenticated',
  wrong_account: 'wrong_account',
  email_unverified: 'email_unverified',
  expired: 'expired',
  revoked: 'revoked',
  already_accepted: 'already_accepted',
  already_member: 'already_accepted',
  not_found: 'not_found',
  forbidden: 'forbidden',
  limit_reached: 'limit_reached',
}

/** The same for reading the invite, where nothing can be lost. */
const unread: Partial<Record<InviteErrorCode, AcceptStop>> = {
  ...ends,
  rate_limited: 'rate_limited',
  offline: 'offline',
  // There is nothing in a lookup but the token: the link was mangled on its way.
  invalid_input: 'not_found',
}

const settled: Partial<Record<InvitePreview['status'], AcceptStop | 'declined'>> = {
  expired: 'expired',
  revoked: 'revoked',
  accepted: 'already_accepted',
  declined: 'declined',
}

/**
 * The accept page without its looks: reads the invite behind a link, says whose it is, and answers it on a press.
 * A second press while one is under way does nothing.
 */
export function useAcceptInvite(
  transport: InviteTransport<'accept'>,
  link: InviteLink,
  options: AcceptInviteOptions = {},
): AcceptInvite {
  const canRead = can(transport, 'lookup')
  const reader = can(transport, 'lookup') ? transport : { key: transport.key, lookup: cannot }
  const lookup = useQuery({ ...lookupInviteOptions(reader, link), enabled: canRead })
  const asksViewer = can(transport, 'viewer') && options.viewer === undefined
  const knower = can(transport, 'viewer') ? transport : { key: transport.key, viewer: cannot }
  const signedIn = useQuery({ ...viewerOptions(knower), enabled: asksViewer })
  const accepting = useMutation(acceptInviteMutationOptions(transport))
  const canDecline = can(transport, 'decline')
  const declining = useMutation(canDecline ? declineInviteMutationOptions(transport) : {})
  // A ref, since two presses can come before the next render.
  const pressed = useRef(false)

  const preview = lookup.data
  const viewer = options.viewer === undefined ? signedIn.data : options.viewer
  const known: Known = { preview, viewer }

  const retry = () => {
    accepting.reset()
    declining.reset()
    void lookup.refetch()
    if (asksViewer) void signedIn.refetch()
  }
  const press = (write: () => Promise<unknown>) => {
    if (pressed.current) return
    pressed.current = true
    void write()
      // The mutation keeps the error, and the state below tells it.
      .catch(() => undefined)
      .finally(() => {
        pressed.current = false
      })
  }
  const accept = (answers: AcceptAnswers = {}) =>
    press(async () => {
      declining.reset()
      const outcome = await accepting.mutateAsync(() => ({
        ...answers,
        ...link.read(),
        // The provider's word on whose invite it is, before the link's.
        ...(preview?.email && { email: preview.email }),
      }))
      finish(outcome, options)
    })
  const decline = () =>
    press(() => {
      accepting.reset()
      return declining.mutateAsync(() => link.read())
    })

  if (accepting.data?.status === 'accepted')
    return { status: 'accepted', url: accepting.data.url, ...known }
  if (accepting.data?.status === 'continue') return { status: 'continuing', ...known }
  if (declining.isSuccess) return { status: 'declined', ...known }

  const refusal = accepting.error ?? declining.error
  const error = refusal ? InviteError.from(refusal) : undefined
  const stop = error && ends[error.code]
  if (stop) return { status: stop, error, retry, ...known }

  if (canRead && !preview) {
    if (!lookup.error) return { status: 'loading', ...known }
    const reason = InviteError.from(lookup.error)
    return { status: unread[reason.code] ?? 'failed', error: reason, retry, ...known }
  }
  const done = preview && settled[preview.status]
  if (done === 'declined') return { status: 'declined', ...known }
  if (done) return { status: done, error: undefined, retry, ...known }
  if (viewer?.email && preview?.email && !sameAddress(viewer.email, preview.email))
    return { status: 'wrong_account', error: undefined, retry, ...known }

  return {
    status: accepting.isPending ? 'accepting' : declining.isPending ? 'declining' : 'ready',
    accept,
    decline: canDecline ? decline : undefined,
    error,
    ...known,
  }
}

function finish(outcome: AcceptOutcome, { onAccepted, onContinue }: AcceptInviteOptions): void {
  if (outcome.status === 'accepted') onAccepted?.({ url: outcome.url })
  else (onContinue ?? ((url) => globalThis.location.assign(url)))(outcome.url)
}

const cannot = () => Promise.reject(new InviteError('unsupported'))
