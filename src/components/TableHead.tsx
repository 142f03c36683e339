'use client'
import type { PendingInvites } from '../hooks/usePendingInvites.js'
import type { TableLabels } from '../locales/en.js'
import type { InviteColumn } from './tableColumns.js'

interface TableHeadProps {
  list: PendingInvites
  columns: readonly InviteColumn[]
  labels: TableLabels
  selectable: boolean
  hasActions: boolean
}

/** The headers: a press sorts, by one column at a time. Renders a `<thead>`. */
export function TableHead({ list, columns, labels, selectable, hasActions }: TableHeadProps) {
  const { selection, setView } = list
  const { sort } = list.view
  return (
    <thead role="rowgroup">
      <tr role="row">
        {selectable && (
          <th scope="col" role="columnheader" className="ik-cell ik-cell-select">
            <input
              ref={(box) => {
                if (box) box.indeterminate = selection.page === 'some'
              }}
              type="checkbox"
              aria-label={labels.selectPage}
              checked={selection.page === 'all'}
              onChange={selection.togglePage}
            />
          </th>
        )}
        {columns.map(({ id, header, sort: by }) => {
          const direction = by !== undefined && sort?.by === by ? sort.direction : undefined
          return (
            <th
              key={id}
              scope="col"
              role="columnheader"
              className="ik-cell"
              aria-sort={direction && (direction === 'asc' ? 'ascending' : 'descending')}
            >
              {by ? (
                <button
                  type="button"
                  className="ik-sort"
                  onClick={() =>
                    setView({ sort: { by, direction: direction === 'asc' ? 'desc' : 'asc' } })
                  }
                >
                  {header}
                </button>
              ) : (
                header
              )}
            </th>
          )
        })}
        {hasActions && (
          <th scope="col" role="columnheader" className="ik-cell ik-cell-actions">
            {labels.actions}
          </th>
        )}
      </tr>
    </thead>
  )
}
