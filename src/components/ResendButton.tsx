'use client'
import { useEffect, useState } from 'react'
import type { PendingInvite } from '../hooks/usePendingInvites.js'
import type { TableLabels } from '../locales/en.js'
import type { Invite } from '../schema.js'
import { say } from '../locales/say.js'

interface ResendButtonProps {
  row: PendingInvite
  /** The id of the reason why this person may not. */
  refusedBy: string | undefined
  labels: TableLabels
  now: () => Date
  onResend: (invite: Invite) => void
}

/** Mails an invite again, not twice within a while. The seconds tick for the eye alone. */
export function ResendButton({ row, refusedBy, labels, now, onResend }: ResendButtonProps) {
  const { invite, pending, coolUntil = 0 } = row
  const left = () => Math.ceil((coolUntil - now().getTime()) / 1000)
  const [, tick] = useState(0)
  const seconds = left()
  const waits = seconds > 0
  useEffect(() => {
    if (!waits) return undefined
    const timer = setInterval(() => tick((count) => count + 1), 1000)
    return () => clearInterval(timer)
  }, [waits])

  const busy = pending !== undefined
  const text = busy
    ? labels.resending
    : waits
      ? say(labels.resendIn, { seconds }, labels.locale)
      : labels.resend
  return (
    <button
      type="button"
      className="ik-button"
      aria-label={
        busy || waits ? undefined : say(labels.resendTo, { email: invite.email ?? labels.noEmail })
      }
      aria-disabled={busy || waits || refusedBy !== undefined ? true : undefined}
      aria-describedby={refusedBy}
      onClick={() => {
        if (!busy && left() <= 0 && refusedBy === undefined) onResend(invite)
      }}
    >
      {text}
    </button>
  )
}
