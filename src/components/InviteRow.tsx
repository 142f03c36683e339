'use client'
import { memo, useId, useState, type ComponentType, type ReactNode } from 'react'
import type { PendingInvite } from '../hooks/usePendingInvites.js'
import type { Selection } from '../hooks/useSelection.js'
import type { TableFirstLabels, TableLabels } from '../locales/en.js'
import { say } from '../locales/say.js'
import type { Invite } from '../schema.js'
import type { RowNoteProps } from './RowNote.js'
import type { RowWaitProps } from './RowWait.js'
import { SelectBox } from './SelectBox.js'
import type { InviteColumn } from './tableColumns.js'

/** What was pressed in a row. */
export interface RowPress {
  kind: 'resend' | 'revoke' | 'menu' | 'details' | 'role'
  invite: Invite
  /** What was pressed: the focus goes back there. */
  button: HTMLElement
}

/** What a row needs once something was done with it. */
export interface RowLater {
  labels: TableLabels
  RowNote: ComponentType<RowNoteProps>
  RowWait: ComponentType<RowWaitProps>
}

export interface InviteRowProps extends PendingInvite {
  /** Of all that match, from 1; absent where all are there. */
  index: number | undefined
  columns: readonly InviteColumn[]
  labels: TableFirstLabels
  /** Whether this person may resend or revoke this one, or why not; absent where the transport cannot. */
  mayResend: true | string | undefined
  mayRevoke: true | string | undefined
  /** Absent until something was done with the row, and this is loaded. */
  later: RowLater | undefined
  /** Absent where there is nothing to select for. */
  selection: Selection | undefined
  now: () => Date
  onPress: (press: RowPress) => void
}

/** One invite. Renders a `<tr>`, which narrow screens show as a card: hence the explicit roles. */
export const InviteRow = /*#__PURE__*/ memo(function InviteRow({
  invite,
  pending,
  error,
  wait,
  coolUntil = 0,
  index,
  columns,
  labels,
  later,
  now,
  mayResend,
  mayRevoke,
  selection,
  onPress,
}: InviteRowProps) {
  const [, renderAnew] = useState(0)
  const email = invite.email ?? labels.noEmail
  const reason = useId()
  const waits = !!pending || coolUntil > now().getTime()
  const refusals = [...new Set([mayResend, mayRevoke])].filter((may) => may !== true).join(' ')
  const button = (
    kind: RowPress['kind'],
    look: string,
    label: string | undefined,
    content: ReactNode,
    may: true | string = true,
    blocked = may !== true,
  ) => (
    <button
      type="button"
      className={`ik-button ${look}`}
      data-action={kind}
      aria-label={label && say(label, { email })}
      aria-disabled={blocked || undefined}
      aria-describedby={may === true || !may ? undefined : reason}
      aria-haspopup={kind === 'menu' || undefined}
      onClick={({ currentTarget }) => {
        if (!blocked) onPress({ kind, invite, button: currentTarget })
      }}
    >
      {content}
    </button>
  )
  return (
    <tr
      role="row"
      className="ik-row"
      aria-rowindex={index}
      data-pending={pending && ''}
      data-status={invite.status}
    >
      {selection && (
        <td role="cell" className="ik-cell ik-cell-select">
          <SelectBox selection={selection} id={invite.id} label={say(labels.select, { email })} />
        </td>
      )}
      {columns.map(({ id, header, cell }, at) => {
        const content = cell(invite)
        return at === 0 ? (
          <th key={id} scope="row" role="rowheader" className="ik-cell ik-cell-email">
            {content}
            {later && (error ?? wait) && (
              <later.RowNote
                key={invite.id}
                {...{ invite, error, wait, now }}
                labels={later.labels}
              />
            )}
          </th>
        ) : (
          <td key={id} role="cell" className="ik-cell" data-column={id} data-label={header}>
            {content}
          </td>
        )
      })}
      <td role="cell" className="ik-cell ik-cell-actions">
        {mayResend !== undefined &&
          button(
            'resend',
            '',
            waits ? undefined : labels.resendTo,
            waits && later ? (
              <later.RowWait
                key={invite.id}
                {...{ pending, now }}
                until={coolUntil}
                labels={later.labels}
                onEnd={() => renderAnew(coolUntil)}
              />
            ) : (
              labels.resend
            ),
            mayResend,
            waits || mayResend !== true,
          )}
        {mayRevoke !== undefined &&
          button('revoke', 'ik-button-danger-quiet', labels.revokeOf, labels.revoke, mayRevoke)}
        {button('menu', 'ik-button-more', labels.actionsOf, undefined)}
        {refusals.trim() && (
          <span id={reason} className="ik-cell-note ik-muted">
            {refusals}
          </span>
        )}
      </td>
    </tr>
  )
})
