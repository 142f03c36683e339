'use client'
import type { ReactNode } from 'react'
import type { PendingInvites } from '../hooks/usePendingInvites.js'
import type { TableFirstLabels } from '../locales/en.js'
import { say } from '../locales/say.js'
import { errorText } from './errorText.js'

interface TableMessageProps {
  list: PendingInvites
  labels: TableFirstLabels
  emptyAction: ReactNode
}

/** What stands in the place of the rows while there are none. */
export function TableMessage({ list, labels, emptyAction }: TableMessageProps) {
  if (list.status === 'loading')
    return (
      <div className="ik-skeleton" aria-hidden="true">
        {[0, 1, 2, 3].map((line) => (
          <div key={line} className="ik-skeleton-line" />
        ))}
      </div>
    )
  if (list.status === 'no_match')
    return (
      <div className="ik-empty">
        <p className="ik-empty-title">
          {list.view.search
            ? say(labels.noMatch, { search: list.view.search })
            : labels.noMatchFilter}
        </p>
        <button
          type="button"
          className="ik-button"
          onClick={() => list.setView({ search: '', role: undefined, status: undefined })}
        >
          {labels.showAll}
        </button>
      </div>
    )
  if (list.status === 'failed')
    return (
      <div className="ik-empty" role="alert">
        <p className="ik-empty-title">{labels.failed}</p>
        <p>{list.error && errorText(labels.errors, list.error)}</p>
        <button type="button" className="ik-button" onClick={list.refresh}>
          {labels.retry}
        </button>
      </div>
    )
  return (
    <div className="ik-empty">
      <p className="ik-empty-title">{labels.empty}</p>
      <p>{labels.emptyText}</p>
      {emptyAction}
    </div>
  )
}
