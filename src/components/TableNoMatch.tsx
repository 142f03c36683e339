'use client'
import type { PendingInvites } from '../hooks/usePendingInvites.js'
import type { TableFirstLabels } from '../locales/en.js'
import { tableLater } from '../locales/enTableLater.js'
import { say } from '../locales/say.js'

interface TableNoMatchProps {
  list: PendingInvites
  labels: TableFirstLabels
}

/** Stands in the place of the rows where search and filters leave none. */
export function TableNoMatch({ list, ...props }: TableNoMatchProps) {
  const labels = { ...tableLater, ...props.labels }
  const { search } = list.view
  return (
    <div className="ik-empty">
      <p className="ik-empty-title">
        {search ? say(labels.noMatch, { search }) : labels.noMatchFilter}
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
}
