'use client'
import type { InviteError } from '../error.js'
import type { TableFirstLabels } from '../locales/en.js'
import { tableLater } from '../locales/enTableLater.js'
import type { RetryWait } from '../retryWrite.js'
import type { Invite } from '../schema.js'
import { failureText } from './failureText.js'
import { RetryNote } from './RetryNote.js'

export interface RowNoteProps {
  error: InviteError | undefined
  wait: RetryWait | undefined
  invite: Invite
  labels: TableFirstLabels
  now: () => Date
}

/** What is in the way of a row: why something was refused, or that it is done by itself in a moment. */
export function RowNote({ invite, error, wait, labels, now }: RowNoteProps) {
  if (wait)
    return (
      <RetryNote
        wait={wait}
        email={invite.email ?? labels.noEmail}
        labels={{ ...tableLater, ...labels }}
        now={now}
        around=".ik-row"
        heir="[data-action]"
      />
    )
  return error && <span className="ik-row-error">{failureText(error, labels)}</span>
}
