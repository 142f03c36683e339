'use client'
import { memo } from 'react'
import type { PendingInvite } from '../hooks/usePendingInvites.js'
import type { TableLabels } from '../locales/en.js'
import { say } from '../locales/say.js'
import type { Invite } from '../schema.js'
import type { InviteRole } from '../transport.js'
import { Address } from './Address.js'
import { errorText } from './errorText.js'
import { Time } from './Time.js'

interface InviteRowProps {
  row: PendingInvite
  labels: TableLabels
  roles: readonly InviteRole[]
  onResend?: ((invite: Invite) => void) | undefined
  onRevoke?: ((invite: Invite, button: HTMLElement) => void) | undefined
}

/** One invite. Renders a `<tr>`, which narrow screens show as a card: hence the explicit roles. */
export const InviteRow = /*#__PURE__*/ memo(function InviteRow({
  row: { invite, pending, error },
  labels,
  roles,
  onResend,
  onRevoke,
}: InviteRowProps) {
  const email = invite.email ?? labels.noEmail
  const unknown = <span className="ik-muted">{labels.unknown}</span>
  return (
    <tr
      role="row"
      className="ik-row"
      data-pending={pending ? '' : undefined}
      data-status={invite.status}
    >
      <th scope="row" role="rowheader" className="ik-cell ik-cell-email">
        {invite.email === undefined ? labels.noEmail : <Address>{invite.email}</Address>}
        {invite.name && (
          <span className="ik-cell-name">
            <bdi>{invite.name}</bdi>
          </span>
        )}
        {error && <span className="ik-row-error">{errorText(labels.errors, error)}</span>}
      </th>
      <td role="cell" className="ik-cell" data-label={labels.role}>
        {invite.role === undefined
          ? unknown
          : (roles.find(({ value }) => value === invite.role)?.label ?? invite.role)}
      </td>
      <td role="cell" className="ik-cell" data-label={labels.status}>
        <span className="ik-badge" data-status={invite.mailed === false ? 'stored' : invite.status}>
          {statusText(invite, labels)}
        </span>
      </td>
      <td role="cell" className="ik-cell" data-label={labels.invitedBy}>
        {invite.invitedBy === undefined ? unknown : <bdi>{invite.invitedBy}</bdi>}
      </td>
      <td role="cell" className="ik-cell" data-label={labels.sent}>
        {invite.createdAt === undefined ? (
          unknown
        ) : (
          <Time date={invite.createdAt} locale={labels.locale} to="day" />
        )}
      </td>
      <td role="cell" className="ik-cell" data-label={labels.expires}>
        {invite.expiresAt === undefined ? (
          unknown
        ) : (
          <Time date={invite.expiresAt} locale={labels.locale} to="day" />
        )}
        {invite.expiryEstimated && <span className="ik-muted"> ({labels.estimate})</span>}
      </td>
      {(onResend ?? onRevoke) && (
        <td role="cell" className="ik-cell ik-cell-actions">
          {onResend && (
            <button
              type="button"
              className="ik-button"
              aria-label={pending ? undefined : say(labels.resendTo, { email })}
              aria-disabled={pending ? true : undefined}
              onClick={() => onResend(invite)}
            >
              {pending ? labels.resending : labels.resend}
            </button>
          )}
          {onRevoke && (
            <button
              type="button"
              className="ik-button ik-button-danger-quiet"
              data-action="revoke"
              aria-label={say(labels.revokeOf, { email })}
              onClick={(event) => onRevoke(invite, event.currentTarget)}
            >
              {labels.revoke}
            </button>
          )}
        </td>
      )}
    </tr>
  )
})

function statusText({ status, mailed }: Invite, labels: TableLabels): string {
  if (mailed === false && status === 'pending') return labels.notMailed
  return status === 'unknown' ? labels.unknownStatus : labels[status]
}
