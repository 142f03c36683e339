'use client'
import { memo } from 'react'
import type { InviteView } from '../hooks/useInviteView.js'
import type { Selection } from '../hooks/useSelection.js'
import type { TableFirstLabels } from '../locales/en.js'
import { SelectBox } from './SelectBox.js'
import type { InviteColumn } from './tableColumns.js'

interface TableHeadProps {
  columns: readonly InviteColumn[]
  labels: TableFirstLabels
  sort: InviteView['sort']
  setView: (part: InviteView) => void
  /** Absent where there is nothing to select for. */
  selection: Selection | undefined
}

/** The headers: a press sorts, by one column at a time. Renders a `<thead>`. */
export const TableHead = /*#__PURE__*/ memo(function TableHead({
  columns,
  labels,
  sort,
  setView,
  selection,
}: TableHeadProps) {
  return (
    <thead role="rowgroup">
      <tr role="row">
        {selection && (
          <th scope="col" role="columnheader" className="ik-cell ik-cell-select">
            <SelectBox selection={selection} label={labels.selectPage} />
          </th>
        )}
        {columns.map(({ id, header, sort: by }) => {
          const direction = by && sort?.by === by ? sort.direction : undefined
          return (
            <th
              key={id}
              scope="col"
              role="columnheader"
              className="ik-cell"
              data-column={id}
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
        <th scope="col" role="columnheader" className="ik-cell ik-cell-actions">
          {labels.actions}
        </th>
      </tr>
    </thead>
  )
})
