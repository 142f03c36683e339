'use client'
import type { PendingInvites } from '../hooks/usePendingInvites.js'
import type { TableLabels } from '../locales/en.js'
import { noMatchText } from './noMatchText.js'

interface TableNoMatchProps {
  list: PendingInvites
  labels: TableLabels
}

/** Stands in the place of the rows where search and filters leave none. */
export function TableNoMatch({ list, labels }: TableNoMatchProps) {
  return (
    <div className="ik-empty">
      <p className="ik-empty-title">{noMatchText(list.view.search, labels)}</p>
      <button
        type="button"
        className="ik-button"
        onClick={() => list.setView({ search: '', role: undefined, status: undefined })}
      >
        {labels.showAll}
      </button>
    </div>
  )
}
