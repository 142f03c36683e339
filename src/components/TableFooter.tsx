'use client'
import type { PendingInvites } from '../hooks/usePendingInvites.js'
import type { TableFirstLabels } from '../locales/en.js'
import { say } from '../locales/say.js'
import { ago } from './ago.js'
import type { AllParts } from './parts.js'

interface TableFooterProps {
  list: PendingInvites
  labels: TableFirstLabels
  parts: AllParts
  /** The time, now and then. */
  time: Date
  announce: (text: string) => void
  onExport: () => void
}

const sizes = [10, 25, 50, 100, 500]

/** How many there are, how old that is, and the way through the pages, where there is more than one. */
export function TableFooter({ list, labels, parts, time, announce, onExport }: TableFooterProps) {
  const { Button, Select } = parts
  const { status, page, total, rows, updatedAt, refreshing, refresh, setView } = list
  const { locale } = labels
  const { number, previous, next } = page
  const count = total ?? (number === 1 && !next ? rows.length : undefined)
  const where = (at: number) =>
    page.count === undefined
      ? say(labels.page, { page: at })
      : say(labels.pageOf, { page: at, pages: page.count }, locale)
  const turn = (label: string, step: (() => void) | undefined, to: number) => (
    <button
      type="button"
      className="ik-button"
      aria-disabled={!step || undefined}
      onClick={() => {
        if (!step) return
        step()
        announce(where(to))
      }}
    >
      {label}
    </button>
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
      {(next ?? previous ?? (count ?? 0) > 10) && (
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
      {(previous ?? next) && (
        <nav className="ik-pages" aria-label={labels.pages}>
          {turn(labels.previous, previous, number - 1)}
          <span>{where(number)}</span>
          {turn(labels.next, next, number + 1)}
        </nav>
      )}
    </footer>
  )
}
