'use client'
import type { PendingInvites } from '../hooks/usePendingInvites.js'
import type { TableLabels } from '../locales/en.js'
import { say } from '../locales/say.js'
import { failureText } from './failureText.js'
import type { AllParts } from './parts.js'

interface TableNoticesProps {
  list: PendingInvites
  labels: TableLabels
  parts: AllParts
}

/** Says why rows that are shown could not be read again, and how many are not shown since nobody understands them. */
export function TableNotices({ list, labels, parts: { Button } }: TableNoticesProps) {
  const { error, status, unreadable, refresh } = list
  return (
    <>
      {error && status !== 'failed' && (
        <div className="ik-notice" data-status="stale">
          <span>
            {labels.stale} {failureText(error, labels)}
          </span>
          <Button type="button" className="ik-button" onClick={refresh}>
            {labels.retry}
          </Button>
        </div>
      )}
      {unreadable > 0 && (
        <p className="ik-notice">{say(labels.skipped, { count: unreadable }, labels.locale)}</p>
      )}
    </>
  )
}
