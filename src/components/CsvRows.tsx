'use client'
import { useRef } from 'react'
import type { ImportCells } from '../csv/importRows.js'
import type { CsvImport } from '../hooks/useCsvImport.js'
import type { CsvWords } from '../locales/en.js'
import { say } from '../locales/say.js'
import { CsvRow } from './CsvRow.js'
import type { AllParts } from './parts.js'
import { useKeptFocus } from './useKeptFocus.js'

interface CsvRowsProps {
  list: CsvImport
  columns: readonly (keyof ImportCells)[]
  labels: CsvWords
  parts: AllParts
}

const tabStop = { tabIndex: 0 }

/** Rows that are mounted at once; those with a problem come first. */
const shown = 60

/** The first rows of a file. A component of its own, since the focus is kept in a region that is there from the start. */
export function CsvRows({
  list: { rows, repair, leaveOut },
  columns,
  labels,
  parts,
}: CsvRowsProps) {
  const region = useRef<HTMLDivElement>(null)
  useKeptFocus(region)
  const headers = [labels.row, ...columns.map((column) => labels.kinds[column]), labels.problem]
  return (
    // Scrolled by keyboard, and where the focus goes from a row that is left out.
    <div
      ref={region}
      className="ik-csv-rows"
      data-wide={columns.length > 3 ? '' : undefined}
      role="group"
      aria-label={labels.people}
      {...tabStop}
    >
      <table role="table" className="ik-table-grid">
        <caption className="ik-hidden">{labels.people}</caption>
        <thead role="rowgroup">
          <tr role="row">
            {headers.map((header) => (
              <th key={header} scope="col" role="columnheader" className="ik-cell">
                {header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.slice(0, shown).map((row) => (
            <CsvRow
              key={row.line}
              row={row}
              columns={columns}
              labels={labels}
              parts={parts}
              onRepair={repair}
              onLeaveOut={leaveOut}
            />
          ))}
        </tbody>
      </table>
      {rows.length > shown && (
        <p className="ik-hint">{say(labels.rest, { count: rows.length - shown }, labels.locale)}</p>
      )}
    </div>
  )
}
