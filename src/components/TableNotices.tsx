'use client'
import type { PendingInvites } from '../hooks/usePendingInvites.js'
import type { TableFirstLabels } from '../locales/en.js'
import { tableLater } from '../locales/enTableLater.js'
import { say } from '../locales/say.js'
import { failureText } from './failureText.js'
import type { AllParts } from './parts.js'

interface TableNoticesProps {
  list: PendingInvites
  labels: TableFirstLabels
  parts: AllParts
}

/** Says why rows that are shown could not be read again, and how many are not shown since nobody understands them. */
export function TableNotices({ list, labels, parts: { Button } }: TableNoticesProps) {
  const { error, status, unreadable, refresh } = list
  const words = { ...tableLater, ...labels }
  return (
    <>
      {error && status !== 'failed' && (
        <div className="ik-notice" data-status="stale">
          <span>
            {words.stale} {failureText(error, labels)}
          </span>
          <Button type="button" className="ik-button" onClick={refresh}>
            {words.retry}
          </Button>
        </div>
      )}
      {unreadable > 0 && (
        <p className="ik-notice">{say(words.skipped, { count: unreadable }, words.locale)}</p>
      )}
    </>
  )
}
