'use client'
import { memo, useId } from 'react'
import type { PendingInvite } from '../hooks/usePendingInvites.js'
import type { TableLabels } from '../locales/en.js'
import { say } from '../locales/say.js'
import type { Invite } from '../schema.js'
import { errorText } from './errorText.js'
import { ResendButton } from './ResendButton.js'
import type { InviteColumn } from './tableColumns.js'

export interface InviteRowProps {
  row: PendingInvite
  /** Of all that match, from 1; absent where all are there. */
  index: number | undefined
  columns: readonly InviteColumn[]
  labels: TableLabels
  /** Why this person may not resend or revoke this one. */
  refusedResend: string | undefined
  refusedRevoke: string | undefined
  selected: boolean | undefined
  /** Under way in a bulk. */
  busy: boolean
  now: () => Date
  onSelect: (id: string) => void
  onResend?: ((invite: Invite) => void) | undefined
  onRevoke?: ((invite: Invite, button: HTMLElement) => void) | undefined
  onMore: (invite: Invite, button: HTMLElement) => void
}

/** One invite. Renders a `<tr>`, which narrow screens show as a card: hence the explicit roles. */
export const InviteRow = /*#__PURE__*/ memo(function InviteRow(props: InviteRowProps) {
  const { row, index, columns, labels, refusedResend, refusedRevoke, selected, busy, now } = props
  const { onSelect, onResend, onRevoke, onMore } = props
  const { invite, pending, error } = row
  const email = invite.email ?? labels.noEmail
  const reason = useId()
  return (
    <tr
      role="row"
      className="ik-row"
      aria-rowindex={index}
      data-pending={pending || busy ? '' : undefined}
      data-status={invite.status}
    >
      {selected !== undefined && (
        <td role="cell" className="ik-cell ik-cell-select">
          <input
            type="checkbox"
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
          <ResendButton
            row={row}
            refusedBy={refusedResend === undefined ? undefined : reason}
            labels={labels}
            now={now}
            onResend={onResend}
          />
        )}
        {onRevoke && (
          <button
            type="button"
            className="ik-button ik-button-danger-quiet"
            data-action="revoke"
            aria-label={say(labels.revokeOf, { email })}
            aria-disabled={refusedRevoke === undefined ? undefined : true}
            aria-describedby={refusedRevoke === undefined ? undefined : reason}
            onClick={(event) => {
              if (refusedRevoke === undefined) onRevoke(invite, event.currentTarget)
            }}
          >
            {labels.revoke}
          </button>
        )}
        <button
          type="button"
          className="ik-button ik-button-more"
          aria-label={say(labels.detailsOf, { email })}
          aria-haspopup="dialog"
          onClick={(event) => onMore(invite, event.currentTarget)}
        />
        {(refusedResend ?? refusedRevoke) !== undefined && (
          <span id={reason} className="ik-cell-note ik-muted">
            {[...new Set([refusedResend, refusedRevoke])].filter(Boolean).join(' ')}
          </span>
        )}
      </td>
    </tr>
  )
})
