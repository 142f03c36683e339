'use client'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useSyncExternalStore } from 'react'
import { InviteError } from '../error.js'
import type { InviteLink } from '../input/token.js'
import { inviteKeys } from '../inviteKeys.js'
import { lookupInviteOptions, viewerOptions } from '../query.js'
import type { Viewer } from '../schema.js'
import { can, type InviteTransport } from '../transport.js'
import type { AcceptAnswers, AcceptInvite, AcceptKnown, AcceptStop } from './acceptState.js'
import { accountStop, ends, isOwner, settled, unread } from './acceptStops.js'
import type { Said } from './answerInvite.js'
import { answerOf, forget, isWatched, putAnswer, watchAnswer } from './answers.js'

export type { AcceptAnswers, AcceptInvite, AcceptStop } from './acceptState.js'

export interface AcceptInviteOptions {
  /**
   * Who is signed in: null for nobody. A function is asked when the page opens and again right before each answer.
   * Absent, the transport is asked in the same way, where it knows.
   */
  viewer?: Viewer | null | (() => Viewer | null | Promise<Viewer | null>) | undefined
  /**
   * Lets an account answer whose address is not verified (`emailVerified: false`), if the provider allows it. Whoever
   * registers with an address that is not theirs could then take its invites (CVE-2026-53514).
   * @default false
   */
  allowUnverified?: boolean | undefined
  /** Called once acceptance is confirmed, by the provider's answer or by reading the invite after a lost one. */
  onAccepted?: ((outcome: { url?: string | undefined }) => void) | undefined
  /**
   * Goes on to a provider that accepts by navigation. The URL carries the token.
   * @default `location.assign`
   */
  onContinue?: ((url: string) => void) | undefined
}

/** What is needed once it is pressed. */
const loadAnswering = () => import('./answerInvite.js')

/**
 * The accept page without its looks: reads the invite behind a link, says whose it is, and answers it on a press.
 * One press at a time for each link, over all components and tabs; what it comes to outlives the component.
 */
export function useAcceptInvite(
  transport: InviteTransport<'accept'>,
  link: InviteLink,
  options: AcceptInviteOptions = {},
): AcceptInvite {
  const { viewer: given, allowUnverified, onAccepted } = options
  const client = useQueryClient()
  const name = `${transport.key} ${link.handle}`
  const now = () => answerOf(name)
  const watch = useCallback((changed: () => void) => watchAnswer(name, changed), [name])
  const answer = useSyncExternalStore(watch, now, now)

  const reader = can(transport, 'lookup') ? transport : undefined
  const lookup = useQuery({
    ...lookupInviteOptions(reader ?? { key: transport.key, lookup: cannot }, link),
    enabled: Boolean(reader),
  })
  const told = given !== undefined && typeof given !== 'function'
  const asksApp = typeof given === 'function'
  const asks = asksApp || (given === undefined && can(transport, 'viewer'))
  const asking = {
    ...viewerOptions({
      key: transport.key,
      viewer: asksApp ? async () => given() : can(transport, 'viewer') ? transport.viewer : cannot,
    }),
    gcTime: 0,
  }
  const signedIn = useQuery({ ...asking, enabled: asks })
  const known: AcceptKnown = { preview: lookup.data, viewer: told ? given : signedIn.data }

  const retry = () => {
    forget(name)
    void client.resetQueries({ queryKey: inviteKeys.lookup(transport, link) })
    if (asks) void client.resetQueries({ queryKey: inviteKeys.viewer(transport) })
  }
  const press = (answers?: AcceptAnswers) => {
    // The store and not the state: two presses can come before the next render.
    const { status, lost = false, mine } = now()
    if (status !== 'open') return
    putAnswer(name, { status: answers ? 'accepting' : 'declining', lost, mine })
    const ask = asks
      ? () => client.fetchQuery({ ...asking, staleTime: 0, retry: false })
      : undefined
    const call = { client, transport, link, known, ask, lost, allowUnverified }
    void loadAnswering()
      .then(({ answerInvite }) => answerInvite(call, answers), notLoaded)
      .then((said) =>
        putAnswer(name, {
          lost,
          mine,
          // Nobody is led away from where they have gone meanwhile.
          told: said.status === 'continuing' && !isWatched(name),
          ...said,
          status: said.status ?? 'open',
        }),
      )
  }
  const proceed = () => {
    const url = answer.target?.()
    if (url) (options.onContinue ?? ((to) => location.assign(to)))(url)
  }

  const { status, url } = answer
  useEffect(() => {
    // Asked again, since several may watch.
    if ((status !== 'accepted' && status !== 'continuing') || now().told) return
    putAnswer(name, { ...now(), told: true })
    if (status === 'accepted') onAccepted?.({ url })
    else proceed()
  })
  useEffect(() => {
    const shown = ({ persisted }: PageTransitionEvent) => {
      if (persisted) retry()
    }
    addEventListener('pageshow', shown)
    return () => removeEventListener('pageshow', shown)
  })
  useEffect(() => {
    // Needed soon, but not before it is shown what the press is about.
    if (lookup.data) void loadAnswering().catch(() => undefined)
  }, [lookup.data])

  const stopped = (stop: AcceptStop, error?: InviteError): AcceptInvite => {
    const mine = answer.mine || error?.code === 'already_member' || isOwner(known)
    return { status: stop, mine: stop === 'already_accepted' && mine, error, retry, ...known }
  }
  if (status === 'accepted') return { status, url, ...known }
  if (status === 'continuing') return { status, proceed, ...known }
  const declines = can(transport, 'decline')
  if (status === 'declined') return { status, ...known }
  if (status !== 'open') return { status, declines, ...known }

  if (answer.changed) return stopped('wrong_account')
  const refusal = answer.error && ends[answer.error.code]
  if (refusal) return stopped(refusal, answer.error)

  const { preview, viewer } = known
  const failure = !preview && lookup.error ? InviteError.from(lookup.error) : undefined
  // Where the provider knows a used invite no more.
  if (answer.mine && (failure?.code === 'not_found' || !reader)) return stopped('already_accepted')
  if (failure) return stopped(unread[failure.code] ?? 'failed', failure)
  if ((reader && !preview) || (asks && signedIn.isPending)) return { status: 'loading', ...known }
  const done = preview && settled[preview.status]
  if (done === 'declined') return { status: done, ...known }
  const stop = done ?? accountStop({ preview, viewer }, allowUnverified)
  if (stop) return stopped(stop)

  return {
    status: 'ready',
    accept: (answers = {}) => press(answers),
    decline: declines ? () => press() : undefined,
    error: answer.error,
    ...known,
  }
}

const notLoaded = (): Said => ({
  error: new InviteError('network', {
    message: 'The part that answers could not be loaded, nothing was sent. Reload the page.',
    outcome: 'not_sent',
  }),
})

const cannot = () => Promise.reject(new InviteError('unsupported'))
