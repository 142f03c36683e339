'use client'
import type { PendingInvites } from '../hooks/usePendingInvites.js'
import type { TableLabels } from '../locales/en.js'
import { say } from '../locales/say.js'
import type { InviteTransport } from '../transport.js'
import { ago } from './ago.js'
import { exportCsv } from './exportCsv.js'
import type { AllParts } from './parts.js'

interface TableFooterProps {
  list: PendingInvites
  labels: TableLabels
  parts: AllParts
  /** The time, now and then. */
  time: Date
  announce: (text: string) => void
  transport: InviteTransport<'list'>
}

const sizes = [10, 25, 50, 100, 500]

/** How many there are, how old that is, and the way through the pages, where there is more than one. */
export function TableFooter({ list, labels, time, announce, ...props }: TableFooterProps) {
  const { Button, Select } = props.parts
  const { status, page, total, rows, updatedAt } = list
  const { locale } = labels
  const { number, size, previous, next } = page
  const count = total ?? (number === 1 && !next ? rows.length : 0)
  const where = (at: number) =>
    page.count === undefined
      ? say(labels.page, { page: at })
      : say(labels.pageOf, { page: at, pages: page.count }, locale)
  const turn = (label: string, step: (() => void) | undefined, by: number) => (
    <Button
      type="button"
      className="ik-button"
      aria-disabled={!step || undefined}
      onClick={() => {
        if (!step) return
        step()
        announce(where(number + by))
      }}
    >
      {label}
    </Button>
  )
  return (
    <>
      {count > 0 && <span className="ik-muted">{say(labels.shown, { count }, locale)}</span>}
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
          aria-disabled={list.refreshing || undefined}
          onClick={list.refresh}
        >
          {labels.refresh}
        </Button>
        {status === 'ready' && (
          <Button
            type="button"
            className="ik-button-quiet"
            onClick={() => void exportCsv(props.transport, list.matching, labels, announce)}
          >
            {labels.export}
          </Button>
        )}
      </span>
      {(previous ?? next ?? count > 10) && (
        <Select
          className="ik-input ik-page-size"
          aria-label={labels.pageSize}
          value={size}
          onChange={(event) => list.setView({ pageSize: Number(event.currentTarget.value) })}
        >
          {[...new Set([...sizes, size])]
            .toSorted((a, b) => a - b)
            .map((each) => (
              <option key={each}>{each}</option>
            ))}
        </Select>
      )}
      {(previous ?? next) && (
        <nav className="ik-pages" aria-label={labels.pages}>
          {turn(labels.previous, previous, -1)}
          <span>{where(number)}</span>
          {turn(labels.next, next, 1)}
        </nav>
      )}
    </>
  )
}
