'use client'
import type { PendingInvites } from '../hooks/usePendingInvites.js'
import type { TableFirstLabels } from '../locales/en.js'
import { tableLater } from '../locales/enTableLater.js'
import { noMatchText } from './noMatchText.js'

interface TableNoMatchProps {
  list: PendingInvites
  labels: TableFirstLabels
}

/** Stands in the place of the rows where search and filters leave none. */
export function TableNoMatch({ list, ...props }: TableNoMatchProps) {
  const labels = { ...tableLater, ...props.labels }
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
