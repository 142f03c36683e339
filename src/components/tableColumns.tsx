import type { ReactNode } from 'react'
import type { TableFirstLabels } from '../locales/en.js'
import type { Invite, SortField } from '../schema.js'
import type { InviteRole } from '../transport.js'
import { Address } from './Address.js'
import { ago } from './ago.js'
import { Time } from './Time.js'

export type ColumnName = 'email' | 'role' | 'status' | 'invitedBy' | 'sent' | 'expires'

/** A column of the app's own. The first column of a table names its rows. */
export interface InviteColumn {
  /** Its key, another one for each column. */
  id: string
  header: string
  cell: (invite: Invite) => ReactNode
  /** What a press on the header sorts by. */
  sort?: SortField | undefined
}

export const allColumns: readonly ColumnName[] = [
  'email',
  'role',
  'status',
  'invitedBy',
  'sent',
  'expires',
]

const sorts: Partial<Record<ColumnName, SortField>> = {
  email: 'email',
  role: 'role',
  sent: 'createdAt',
  expires: 'expiresAt',
}

/** The columns as they are shown: names stand for ours. */
export function columnsOf(
  chosen: readonly (ColumnName | InviteColumn)[],
  labels: TableFirstLabels,
  roles: readonly InviteRole[],
  now: Date,
): InviteColumn[] {
  const cells: Record<ColumnName, InviteColumn['cell']> = {
    email: ({ email, name }) => (
      <>
        {email === undefined ? labels.noEmail : <Address>{email}</Address>}
        {name && (
          <span className="ik-cell-name">
            <bdi>{name}</bdi>
          </span>
        )}
      </>
    ),
    role: ({ role }) =>
      role === undefined ? (
        <Unknown labels={labels} />
      ) : (
        (roles.find(({ value }) => value === role)?.label ?? role)
      ),
    status: (invite) => (
      <span className="ik-badge" data-status={invite.mailed === false ? 'stored' : invite.status}>
        {statusText(invite, labels)}
      </span>
    ),
    invitedBy: ({ invitedBy }) =>
      invitedBy === undefined ? <Unknown labels={labels} /> : <bdi>{invitedBy}</bdi>,
    sent: ({ createdAt }) =>
      createdAt === undefined ? (
        <Unknown labels={labels} />
      ) : (
        <Time date={createdAt} locale={labels.locale} to="day" />
      ),
    expires: ({ expiresAt, expiryEstimated }) =>
      expiresAt === undefined ? (
        <Unknown labels={labels} text={labels.noExpiry} />
      ) : (
        <>
          <Time date={expiresAt} locale={labels.locale} to="day" />
          {/* The server's clock may be another one than the reader's. */}
          <span className="ik-muted ik-cell-note" suppressHydrationWarning>
            {[
              ago(Date.parse(expiresAt), now.getTime(), labels.locale),
              expiryEstimated && labels.estimate,
            ]
              .filter(Boolean)
              .join(', ')}
          </span>
        </>
      ),
  }
  return chosen.map((column) =>
    typeof column === 'string'
      ? { id: column, header: labels[column], cell: cells[column], sort: sorts[column] }
      : column,
  )
}

function Unknown({ labels, text = labels.unknown }: { labels: TableFirstLabels; text?: string }) {
  return <span className="ik-muted">{text}</span>
}

export function statusText({ status, mailed }: Invite, labels: TableFirstLabels): string {
  if (mailed === false && status === 'pending') return labels.notMailed
  return status === 'unknown' ? labels.unknownStatus : labels[status]
}
