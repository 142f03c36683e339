'use client'
import { useState } from 'react'
import type { CsvImport } from '../hooks/useCsvImport.js'
import { visible } from '../input/visible.js'
import type { CsvLabels } from '../locales/enCsv.js'
import { say } from '../locales/say.js'
import type { AllParts } from './parts.js'

interface CsvMappingProps {
  list: CsvImport
  labels: CsvLabels
  parts: AllParts
}

/** Of more columns only the names are shown at first: an address book exports ninety. */
const few = 4

/** What each column of the file is taken for. */
export function CsvMapping({ list, labels, parts: { Select } }: CsvMappingProps) {
  const { columns, choices, header, setHeader, setColumn } = list
  const read = columns.flatMap(({ column }) => (column === 'ignore' ? [] : labels.kinds[column]))
  const [open] = useState(columns.length <= few || read.length === 0)
  return (
    <div className="ik-csv-columns">
      <label className="ik-choice">
        <input
          type="checkbox"
          checked={header}
          onChange={(event) => setHeader(event.currentTarget.checked)}
        />
        {labels.header}
      </label>
      <details open={open}>
        <summary className="ik-label">
          {read.length > 0 ? say(labels.columnsRead, { list: read.join(', ') }) : labels.columns}
        </summary>
        <div role="group" aria-label={labels.columns} className="ik-form-row">
          {columns.map(({ header: called, column }, index) => (
            // Columns have no other name than their place.
            // oxlint-disable-next-line no-array-index-key
            <label key={index} className="ik-field">
              <span className="ik-label">
                {header && called
                  ? say(labels.columnOf, {
                      number: index + 1,
                      header: visible(called.slice(0, 40)),
                    })
                  : say(labels.column, { number: index + 1 })}
              </span>
              <Select
                className="ik-input"
                value={column}
                onChange={(event) => {
                  const { value } = event.currentTarget
                  const chosen = choices.find((choice) => choice === value)
                  if (chosen) setColumn(index, chosen)
                }}
              >
                {choices.map((choice) => (
                  <option key={choice} value={choice}>
                    {labels.kinds[choice]}
                  </option>
                ))}
              </Select>
            </label>
          ))}
        </div>
      </details>
    </div>
  )
}
