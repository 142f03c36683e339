'use client'
import { memo, useId } from 'react'
import type { ImportCells, ImportProblem, ImportRow } from '../csv/importRows.js'
import { visible } from '../input/visible.js'
import type { CsvWords } from '../locales/en.js'
import { say } from '../locales/say.js'
import { Address } from './Address.js'
import type { AllParts } from './parts.js'
import { refusalGroup } from './recipientText.js'

interface CsvRowProps {
  row: ImportRow
  columns: readonly (keyof ImportCells)[]
  labels: CsvWords
  parts: AllParts
  onRepair: (line: number, cells: ImportCells) => void
  onLeaveOut: (line: number) => void
}

/**
 * One row of the file: as text where it is good, as inputs where it has a problem or had one. It keeps its inputs when
 * it is mended, so that the focus stays and nothing moves away from under the pointer. Renders a `<tr>`.
 */
export const CsvRow = /*#__PURE__*/ memo(function CsvRow(props: CsvRowProps) {
  const { row, columns, labels, onRepair, onLeaveOut } = props
  const { Input, Button } = props.parts
  const { line, cells, problem, mended } = row
  const verdict = useId()
  const wrong = problem && blamed(problem, columns)
  const repair = (column: keyof ImportCells, value: string) => {
    if (value !== (cells[column] ?? '')) onRepair(line, { [column]: value })
  }
  return (
    <tr role="row" className="ik-row" data-invalid={problem ? '' : undefined}>
      <th scope="row" role="rowheader" className="ik-cell" data-label={labels.row}>
        {line}
      </th>
      {columns.map((column) => (
        <td
          key={column}
          role="cell"
          className={column === 'email' ? 'ik-cell ik-cell-email' : 'ik-cell'}
          data-label={labels.kinds[column]}
        >
          {problem || mended ? (
            <Input
              className="ik-input"
              dir="auto"
              autoComplete="off"
              spellCheck={false}
              aria-label={say(labels.cell, { column: labels.kinds[column], line })}
              aria-describedby={verdict}
              aria-invalid={column === wrong || undefined}
              defaultValue={cells[column]}
              onBlur={(event) => repair(column, event.currentTarget.value)}
              onKeyDown={(event) => {
                if (event.key === 'Enter' && !event.nativeEvent.isComposing)
                  repair(column, event.currentTarget.value)
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
        <span className="ik-csv-verdict">
          <span id={verdict} className={problem ? 'ik-problem' : 'ik-muted'}>
            {problem ? textOf(problem, labels) : labels.ok}
          </span>
          <Button
            type="button"
            className="ik-chip-remove"
            aria-label={say(labels.leaveOut, { line })}
            onClick={() => onLeaveOut(line)}
          />
        </span>
      </td>
    </tr>
  )
})

function blamed({ kind }: ImportProblem, columns: CsvRowProps['columns']): keyof ImportCells {
  if (kind === 'role') return 'role'
  if (kind === 'date') return 'expiresAt'
  if (kind !== 'nameless') return 'email'
  return columns.find((column) => column === 'name' || column === 'firstName') ?? 'lastName'
}

function textOf(problem: ImportProblem, labels: CsvWords): string {
  if (problem.kind === 'refused') return labels.refusals[refusalGroup(problem.reason)]
  return problem.kind === 'empty' ? labels.noAddress : labels[problem.kind]
}
