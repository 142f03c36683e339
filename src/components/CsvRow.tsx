'use client'
import { memo, useId } from 'react'
import type { ImportCells, ImportProblem, ImportRow } from '../csv/importRows.js'
import { visible } from '../input/visible.js'
import type { CsvLabels } from '../locales/enCsv.js'
import { say } from '../locales/say.js'
import { Address } from './Address.js'
import type { AllParts } from './parts.js'

interface CsvRowProps {
  row: ImportRow
  columns: readonly (keyof ImportCells)[]
  labels: CsvLabels
  parts: AllParts
  onRepair: (line: number, cells: ImportCells) => void
  onLeaveOut: (line: number) => void
}

/** One row of the file: as text where it is good, as inputs where it has a problem. Renders a `<tr>`. */
export const CsvRow = /*#__PURE__*/ memo(function CsvRow(props: CsvRowProps) {
  const { row, columns, labels, onRepair, onLeaveOut } = props
  const { Input, Button } = props.parts
  const { line, cells, problem } = row
  const reason = useId()
  return (
    <tr role="row" className="ik-row" data-invalid={problem ? '' : undefined}>
      <th scope="row" role="rowheader" className="ik-cell">
        {line}
      </th>
      {columns.map((column) => (
        <td key={column} role="cell" className="ik-cell" data-label={labels.kinds[column]}>
          {problem ? (
            <Input
              className="ik-input"
              dir="auto"
              autoComplete="off"
              spellCheck={false}
              aria-label={say(labels.cell, { column: labels.kinds[column], line })}
              aria-describedby={reason}
              aria-invalid={column === blamed(problem) || undefined}
              defaultValue={cells[column]}
              onBlur={(event) => {
                const { value } = event.currentTarget
                if (value !== (cells[column] ?? '')) onRepair(line, { [column]: value })
              }}
              onKeyDown={(event) => {
                if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
                // It would submit the form around.
                event.preventDefault()
                onRepair(line, { [column]: event.currentTarget.value })
              }}
            />
          ) : column === 'email' ? (
            <Address>{visible(cells.email ?? '')}</Address>
          ) : (
            <bdi>{visible(cells[column] ?? '')}</bdi>
          )}
        </td>
      ))}
      <td role="cell" className="ik-cell" data-label={labels.problem}>
        {problem ? (
          <>
            <span id={reason} className="ik-problem">
              {textOf(problem, labels)}
            </span>{' '}
            <Button
              type="button"
              className="ik-chip-remove"
              aria-label={say(labels.leaveOut, { line })}
              onClick={() => onLeaveOut(line)}
            />
          </>
        ) : (
          <span className="ik-muted">{labels.ok}</span>
        )}
      </td>
    </tr>
  )
})

function blamed({ kind }: ImportProblem): keyof ImportCells {
  if (kind === 'role') return 'role'
  if (kind === 'date') return 'expiresAt'
  return kind === 'nameless' ? 'name' : 'email'
}

function textOf({ kind }: ImportProblem, labels: CsvLabels): string {
  return kind === 'empty' ? labels.noAddress : labels[kind]
}
