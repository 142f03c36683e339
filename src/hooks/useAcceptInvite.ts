'use client'
import { skipToken, useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useSyncExternalStore } from 'react'
import type { InviteLink } from '../input/token.js'
import { inviteKeys } from '../inviteKeys.js'
import { lookupInviteOptions, viewerOptions } from '../query.js'
import { can, type InviteTransport } from '../transport.js'
import type { AcceptInviteOptions } from './acceptInviteOptions.js'
import type { AcceptInvite, AcceptKnown } from './acceptState.js'
import { partOf, usePart } from './usePart.js'

export type { AcceptAnswers, AcceptInvite, AcceptStop } from './acceptState.js'
export type { AcceptInviteOptions } from './acceptInviteOptions.js'

const laterPart = /*#__PURE__*/ partOf(() => import('./acceptLater.js'))

/**
 * The accept page without its looks: reads the invite behind a link, says whose it is, and answers it on a press.
 * One press at a time for each link, over all components and tabs; what it comes to outlives the component.
 *
 * Over a server's HTML it suspends until the part that judges is there, if the server has read the invite before.
 */
export function useAcceptInvite(
  transport: InviteTransport<'accept'>,
  link: InviteLink,
  options: AcceptInviteOptions = {},
): AcceptInvite {
  const { viewer } = options
  const client = useQueryClient()
  const name = `${transport.key} ${link.handle}`
  const read = can(transport, 'lookup') ? lookupInviteOptions(transport, link) : undefined
  const lookup = useQuery(
    read ?? { queryKey: inviteKeys.lookup(transport, link), queryFn: skipToken },
  )
  const told = typeof viewer === 'function' ? undefined : viewer
  const asked =
    typeof viewer === 'function'
      ? async () => viewer()
      : told === undefined && can(transport, 'viewer')
        ? transport.viewer
        : undefined
  const ask = asked && { ...viewerOptions({ key: transport.key, viewer: asked }), gcTime: 0 }
  const signedIn = useQuery(ask ?? { queryKey: inviteKeys.viewer(transport), queryFn: skipToken })
  const known: AcceptKnown = {
    preview: lookup.data,
    viewer: told === undefined ? signedIn.data : told,
  }

  const reading = Boolean((read && lookup.isPending) || (ask && signedIn.isPending))
  const later = usePart(laterPart, !reading)
  const watch = useCallback(
    (changed: () => void) => later?.watchAnswer(name, changed) ?? nothing,
    [later, name],
  )
  const now = () => later?.answerOf(name)
  const answer = useSyncExternalStore(watch, now, now)
  const retry = () => {
    void laterPart.load()
    later?.forget(name)
    void client.resetQueries({ queryKey: inviteKeys.lookup(transport, link) })
    if (ask) void client.resetQueries({ queryKey: inviteKeys.viewer(transport) })
  }
  const judged =
    answer &&
    later?.judgeInvite({
      client,
      transport,
      link,
      options,
      name,
      answer,
      known,
      failure: lookup.error,
      reading,
      ask,
      retry,
    })

  useEffect(() => judged?.tell?.())
  useEffect(() => {
    const shown = ({ persisted }: PageTransitionEvent) => {
      if (persisted) retry()
    }
    addEventListener('pageshow', shown)
    return () => removeEventListener('pageshow', shown)
  })
  if (judged) return judged.state
  if (later === null) return { status: 'failed', error: undefined, retry, ...known }
  return { status: 'loading', ...known }
}

const nothing = () => undefined
