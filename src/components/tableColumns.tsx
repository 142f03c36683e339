'use client'
import { Fragment, type ReactNode } from 'react'
import type { TableFirstLabels } from '../locales/en.js'
import { once } from '../locales/say.js'
import type { Invite, SortField } from '../schema.js'
import type { InviteRole } from '../transport.js'
import { ago } from './ago.js'

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
  now: () => Date,
): InviteColumn[] {
  const known = <T,>(
    value: T | undefined,
    show: (value: T) => ReactNode,
    unknown = labels.unknown,
  ) => (value === undefined ? <span className="ik-muted">{unknown}</span> : show(value))
  const day = (date: string) => (
    // The server's zone may be another one than the reader's.
    <time dateTime={date} suppressHydrationWarning>
      {dayOf(date, labels.locale)}
    </time>
  )
  const cells: Record<ColumnName, InviteColumn['cell']> = {
    email: ({ email, name }) => (
      <>
        {known(
          email,
          (address) => (
            <bdi dir="ltr" className="ik-address">
              {address}
            </bdi>
          ),
          labels.noEmail,
        )}
        {name && (
          <span className="ik-cell-name">
            <bdi>{name}</bdi>
          </span>
        )}
      </>
    ),
    role: ({ role }) =>
      known(role, (given) => roles.find(({ value }) => value === given)?.label ?? given),
    status: (invite) => (
      <span className="ik-badge" data-status={invite.mailed === false ? 'stored' : invite.status}>
        {statusText(invite, labels)}
      </span>
    ),
    invitedBy: ({ invitedBy }) => known(invitedBy, (name) => <bdi>{name}</bdi>),
    sent: ({ createdAt }) => known(createdAt, day),
    expires: ({ expiresAt, expiryEstimated }) =>
      known(
        expiresAt,
        (date) => (
          <>
            {day(date)}
            <span className="ik-muted ik-cell-note" suppressHydrationWarning>
              {ago(Date.parse(date), now().getTime(), labels.locale)}
              {expiryEstimated && `, ${labels.estimate}`}
            </span>
          </>
        ),
        labels.noExpiry,
      ),
  }
  return chosen.map((column) =>
    typeof column === 'string'
      ? { id: column, header: labels[column], cell: cells[column], sort: sorts[column] }
      : // What an app shows of one may have a state of its own, and a row may become that of another one.
        { ...column, cell: (one) => <Fragment key={one.id}>{column.cell(one)}</Fragment> },
  )
}

function dayOf(date: string, locale: string): string {
  const format = once('day', locale, (one) => new Intl.DateTimeFormat(one, { dateStyle: 'medium' }))
  return format.format(new Date(date))
}

export function statusText({ status, mailed }: Invite, labels: TableFirstLabels): string {
  if (mailed === false && status === 'pending') return labels.notMailed
  return status === 'unknown' ? labels.unknownStatus : labels[status]
}
