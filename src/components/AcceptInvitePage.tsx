'use client'
import { useAcceptInvite, type AcceptInviteOptions } from '../hooks/useAcceptInvite.js'
import type { InviteLink } from '../input/token.js'
import { accept as english, type AcceptLabels } from '../locales/en.js'
import type { InviteTransport } from '../transport.js'
import { AcceptInviteView } from './AcceptInviteView.js'
import type { AcceptActions } from './AcceptMessage.js'

export interface AcceptInvitePageProps extends AcceptInviteOptions, AcceptActions {
  transport: InviteTransport<'accept'>
  /** What the invite link carries: `inviteLink({ token })`. */
  link: InviteLink
  /** Sentences that replace the English ones. */
  labels?: Partial<AcceptLabels> | undefined
  className?: string | undefined
}

/**
 * The page behind an invite link. It says whose invite it is, and accepts or declines on a person's press, never
 * before. Renders a `<main>` with one `<h1>`.
 *
 * Styling hooks: `.ik-accept`, `.ik-accept[data-status]`.
 */
export function AcceptInvitePage({
  transport,
  link,
  viewer,
  onAccepted,
  onContinue,
  labels,
  ...rest
}: AcceptInvitePageProps) {
  const state = useAcceptInvite(transport, link, { viewer, onAccepted, onContinue })
  return (
    <AcceptInviteView
      key={link.handle}
      state={state}
      labels={{ ...english, ...labels }}
      {...rest}
    />
  )
}
