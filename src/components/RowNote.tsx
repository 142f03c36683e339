'use client'
import type { InviteError } from '../error.js'
import type { TableLabels } from '../locales/en.js'
import type { RetryWait } from '../retryWrite.js'
import type { Invite } from '../schema.js'
import { failureText } from './failureText.js'
import { RetryNote } from './RetryNote.js'

export interface RowNoteProps {
  error: InviteError | undefined
  wait: RetryWait | undefined
  invite: Invite
  labels: TableLabels
  now: () => Date
}

/** What is in the way of a row: why something was refused, or that it is done by itself in a moment. */
export function RowNote({ invite, error, wait, labels, now }: RowNoteProps) {
  if (wait)
    return (
      <RetryNote
        wait={wait}
        email={invite.email ?? labels.noEmail}
        labels={labels}
        now={now}
        around=".ik-row"
        heir="[data-action]"
      />
    )
  return error && <span className="ik-row-error">{failureText(error, labels)}</span>
}
