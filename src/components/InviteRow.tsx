'use client'
import { memo, useId, useState } from 'react'
import type { PendingInvite } from '../hooks/usePendingInvites.js'
import type { TableFirstLabels } from '../locales/en.js'
import { say } from '../locales/say.js'
import type { Invite } from '../schema.js'
import { Countdown } from './Countdown.js'
import { errorText } from './errorText.js'
import type { InviteColumn } from './tableColumns.js'

/** What a press in a row opens. */
export interface RowPress {
  kind: 'revoke' | 'details'
  invite: Invite
}

export interface InviteRowProps {
  row: PendingInvite
  /** Of all that match, from 1; absent where all are there. */
  index: number | undefined
  columns: readonly InviteColumn[]
  labels: TableFirstLabels
  /** Why this person may not resend or revoke this one. */
  refusedResend: string | undefined
  refusedRevoke: string | undefined
  selected: boolean | undefined
  now: () => Date
  onSelect: (id: string) => void
  onResend?: ((invite: Invite) => void) | undefined
  revokes: boolean
  onPress: (press: RowPress) => void
}

/** One invite. Renders a `<tr>`, which narrow screens show as a card: hence the explicit roles. */
export const InviteRow = /*#__PURE__*/ memo(function InviteRow(props: InviteRowProps) {
  const { row, index, columns, labels, refusedResend, refusedRevoke, selected, now } = props
  const { onSelect, onResend, revokes, onPress } = props
  const { invite, pending, error, coolUntil = 0 } = row
  const [, renderAnew] = useState(0)
  const email = invite.email ?? labels.noEmail
  const reason = useId()
  const waits = coolUntil > now().getTime()
  const resting = pending !== undefined || waits || refusedResend !== undefined
  const refusals = [...new Set([refusedResend, refusedRevoke])].filter(Boolean).join(' ')
  return (
    <tr
      role="row"
      className="ik-row"
      aria-rowindex={index}
      data-pending={pending && ''}
      data-status={invite.status}
    >
      {selected !== undefined && (
        <td role="cell" className="ik-cell ik-cell-select">
          <input
            type="checkbox"
            data-action="select"
            aria-label={say(labels.select, { email })}
            checked={selected}
            onChange={() => onSelect(invite.id)}
          />
        </td>
      )}
      {columns.map(({ id, header, cell }, at) => {
        const content = cell(invite)
        return at === 0 ? (
          <th key={id} scope="row" role="rowheader" className="ik-cell ik-cell-email">
            {content}
            {error && <span className="ik-row-error">{errorText(labels.errors, error)}</span>}
          </th>
        ) : (
          <td key={id} role="cell" className="ik-cell" data-label={header}>
            {content}
          </td>
        )
      })}
      <td role="cell" className="ik-cell ik-cell-actions">
        {onResend && (
          <button
            type="button"
            className="ik-button"
            data-action="resend"
            aria-label={pending || waits ? undefined : say(labels.resendTo, { email })}
            aria-disabled={resting || undefined}
            aria-describedby={refusedResend ? reason : undefined}
            onClick={() => {
              if (!resting) onResend(invite)
            }}
          >
            {pending ? (
              labels.resending
            ) : waits ? (
              <Countdown
                until={coolUntil}
                sentence={labels.resendIn}
                locale={labels.locale}
                now={now}
                onEnd={() => renderAnew(coolUntil)}
              />
            ) : (
              labels.resend
            )}
          </button>
        )}
        {revokes && (
          <button
            type="button"
            className="ik-button ik-button-danger-quiet"
            data-action="revoke"
            aria-label={say(labels.revokeOf, { email })}
            aria-disabled={refusedRevoke === undefined ? undefined : true}
            aria-describedby={refusedRevoke ? reason : undefined}
            onClick={() => {
              if (refusedRevoke === undefined) onPress({ kind: 'revoke', invite })
            }}
          >
            {labels.revoke}
          </button>
        )}
        <button
          type="button"
          className="ik-button ik-button-more"
          data-action="details"
          aria-label={say(labels.detailsOf, { email })}
          aria-haspopup="dialog"
          onClick={() => onPress({ kind: 'details', invite })}
        />
        {refusals && (
          <span id={reason} className="ik-cell-note ik-muted">
            {refusals}
          </span>
        )}
      </td>
    </tr>
  )
})
