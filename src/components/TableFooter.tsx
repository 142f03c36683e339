'use client'
import type { BulkInvites } from '../hooks/useBulkInvites.js'
import type { PendingInvites } from '../hooks/usePendingInvites.js'
import { useNow } from '../hooks/useNow.js'
import { InviteError } from '../error.js'
import { csvCell } from '../input/csv.js'
import type { TableLabels } from '../locales/en.js'
import { say } from '../locales/say.js'
import type { Invite } from '../schema.js'
import { ago } from './ago.js'
import { downloadCsv } from './download.js'
import { errorText } from './errorText.js'
import { Pagination } from './Pagination.js'
import type { AllParts } from './parts.js'
import { statusText } from './tableColumns.js'

interface TableFooterProps {
  list: PendingInvites
  bulk: BulkInvites
  labels: TableLabels
  parts: AllParts
  announce: (text: string) => void
}

const sizes = [10, 25, 50, 100, 500]

/** How many there are, how old that is, and the way through the pages. */
export function TableFooter({ list, bulk, labels, parts, announce }: TableFooterProps) {
  const { Button, Select } = parts
  const { status, page, total, rows, updatedAt, refreshing, refresh, setView, matching } = list
  const { locale } = labels
  const time = useNow(list.now, 30_000)
  const count = total ?? (page.number === 1 && !page.next ? rows.length : undefined)
  const onExport = () =>
    void bulk.read(matching).then(
      (invites) => downloadCsv('invitations.csv', linesOf(invites, labels)),
      (thrown: unknown) => announce(errorText(labels.errors, InviteError.from(thrown))),
    )
  return (
    <footer className="ik-table-footer">
      <span className="ik-muted">
        {status === 'ready' && count !== undefined && say(labels.shown, { count }, locale)}
      </span>
      {updatedAt > 0 && (
        <span className="ik-muted" suppressHydrationWarning>
          {say(labels.updated, {
            ago: ago(updatedAt, Math.max(updatedAt, time.getTime()), locale),
          })}
        </span>
      )}
      <span className="ik-table-footer-actions">
        <Button
          type="button"
          className="ik-button-quiet"
          aria-disabled={refreshing || undefined}
          onClick={refresh}
        >
          {labels.refresh}
        </Button>
        {status === 'ready' && (
          <Button type="button" className="ik-button-quiet" onClick={onExport}>
            {labels.export}
          </Button>
        )}
      </span>
      {(page.next ?? page.previous ?? (count ?? 0) > 10) && (
        <Select
          className="ik-input ik-page-size"
          aria-label={labels.pageSize}
          value={page.size}
          onChange={(event) => setView({ pageSize: Number(event.currentTarget.value) })}
        >
          {[...new Set([...sizes, page.size])]
            .toSorted((a, b) => a - b)
            .map((size) => (
              <option key={size}>{size}</option>
            ))}
        </Select>
      )}
      <Pagination page={page} labels={labels} announce={announce} />
    </footer>
  )
}

function linesOf(invites: readonly Invite[], labels: TableLabels): string[] {
  const head = [
    labels.email,
    labels.role,
    labels.status,
    labels.invitedBy,
    labels.sent,
    labels.expires,
  ]
  const rows = invites.map((invite) => [
    invite.email,
    invite.role,
    statusText(invite, labels),
    invite.invitedBy,
    invite.createdAt,
    invite.expiresAt,
  ])
  return [head, ...rows].map((cells) => cells.map((cell = '') => csvCell(cell)).join(','))
}
