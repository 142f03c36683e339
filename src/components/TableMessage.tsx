'use client'
import type { ReactNode } from 'react'
import type { PendingInvites } from '../hooks/usePendingInvites.js'
import type { TableFirstLabels } from '../locales/en.js'

interface TableMessageProps {
  list: PendingInvites
  labels: TableFirstLabels
  emptyAction: ReactNode
  /** Why nothing could be read: without it that is not said yet, so that it is heard as a whole. */
  reason: string | undefined
}

/** What stands in the place of the rows while there are none: that they come, that there are none, that it failed. */
export function TableMessage({ list, labels, emptyAction, reason }: TableMessageProps) {
  const failed = list.status === 'failed' && reason !== undefined
  if (!failed && list.status !== 'empty')
    return (
      <div className="ik-skeleton" aria-hidden="true">
        {[0, 1, 2, 3].map((line) => (
          <div key={line} className="ik-skeleton-line" />
        ))}
      </div>
    )
  return (
    <div className="ik-empty" role={failed ? 'alert' : undefined}>
      <p className="ik-empty-title">{failed ? labels.failed : labels.empty}</p>
      <p>{failed ? reason : labels.emptyText}</p>
      {failed ? (
        <button type="button" className="ik-button" onClick={list.refresh}>
          {labels.retry}
        </button>
      ) : (
        emptyAction
      )}
    </div>
  )
}
