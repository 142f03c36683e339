'use client'
import { useId, useLayoutEffect, useRef, useState } from 'react'
import type { ImportCells } from '../csv/importRows.js'
import {
  useCsvImport,
  type CsvImport as CsvList,
  type CsvImportOptions,
} from '../hooks/useCsvImport.js'
import type { RecipientRow } from '../hooks/recipientEntry.js'
import { csvCell } from '../input/csv.js'
import { visible } from '../input/visible.js'
import type { FormLabels } from '../locales/en.js'
import type { CsvLabels } from '../locales/enCsv.js'
import { say } from '../locales/say.js'
import { CsvMapping } from './CsvMapping.js'
import { CsvRows } from './CsvRows.js'
import { downloadCsv } from './download.js'
import type { AllParts } from './parts.js'

export interface CsvImportProps extends CsvImportOptions, Pick<FormLabels, 'refusals'> {
  labels: CsvLabels
  parts: AllParts
  onAdd: (rows: RecipientRow[]) => void
  /** With how many rows were left behind with a problem. */
  onClose: (left: number) => void
}

/** A file of people, its columns, and its rows to be mended in place. Renders a modal `<dialog>`. */
export function CsvImport(props: CsvImportProps) {
  const { labels, refusals, parts, onAdd, onClose, ...options } = props
  const words = { ...labels, refusals }
  const { locale } = words
  const { Dialog, Button } = parts
  const list = useCsvImport(options)
  const { status, rows, good, bad, more } = list
  const [message, announce] = useState('')
  const dialog = useRef<HTMLDialogElement>(null)
  const id = useId()
  const columns = columnsOf(list, options.fields)
  const unknown = !list.columns.some(({ column }) => column === 'email')
  const close = () => onClose(bad)

  useLayoutEffect(() => {
    const element = dialog.current
    element?.showModal()
    return () => element?.close()
  }, [])

  const add = () => {
    const taken = list.take()
    if (taken.length === 0) return
    onAdd(taken)
    announce(say(words.added, { count: taken.length }, locale))
    if (bad === 0) onClose(0)
  }
  const save = () =>
    downloadCsv('problems.csv', [
      columns.map((column) => csvCell(words.kinds[column])).join(','),
      ...rows
        .filter(({ problem }) => problem)
        .map(({ cells }) => columns.map((column) => csvCell(cells[column] ?? '')).join(',')),
    ])

  const refusal = {
    loading: '',
    too_large: words.tooLarge,
    binary: words.binary,
    empty: words.empty,
    failed: words.failed,
    ready: '',
  }[status]
  return (
    <Dialog
      ref={dialog}
      className="ik-dialog ik-csv"
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault()
        close()
      }}
      onKeyDown={(event) => {
        // It would submit the form around.
        if (event.key === 'Enter' && event.target instanceof HTMLInputElement)
          event.preventDefault()
      }}
    >
      <h2 id={id} className="ik-title">
        {say(words.title, { file: visible(options.file.name) })}
      </h2>
      {refusal && <p role="alert">{refusal}</p>}
      {status === 'ready' && (
        <>
          <CsvMapping list={list} labels={words} parts={parts} />
          {more > 0 && <p className="ik-problem">{say(words.beyond, { count: more }, locale)}</p>}
          {unknown && <p className="ik-problem">{words.noColumn}</p>}
          <CsvRows list={list} columns={columns} labels={words} parts={parts} />
        </>
      )}
      <div className="ik-dialog-actions">
        <p role="status" className="ik-status">
          {[
            status === 'loading' && words.loading,
            message,
            good > 0 && say(words.good, { count: good }, locale),
            bad > 0 && say(words.bad, { count: bad }, locale),
          ]
            .filter(Boolean)
            .join(' ')}
        </p>
        {bad > 0 && (
          <Button type="button" className="ik-button-quiet" onClick={save}>
            {say(words.save, { count: bad }, locale)}
          </Button>
        )}
        <Button type="button" className="ik-button" onClick={close}>
          {words.close}
        </Button>
        {status === 'ready' && (
          <Button
            type="button"
            className="ik-button ik-button-primary"
            aria-disabled={good === 0 || undefined}
            onClick={add}
          >
            {good > 0 ? say(words.add, { count: good }, locale) : words.none}
          </Button>
        )}
      </div>
    </Dialog>
  )
}

/** What a row shows: what the file has, and what has to be typed where the file lacks it. */
function columnsOf(
  { columns }: CsvList,
  fields: CsvImportOptions['fields'],
): (keyof ImportCells)[] {
  const read = columns.flatMap(({ column }) => (column === 'ignore' ? [] : column))
  const named = read.some((column) => /name$/i.test(column))
  return [
    ...(read.includes('email') ? [] : (['email'] as const)),
    ...(fields.name !== 'required' || named ? [] : (['name'] as const)),
    ...read,
  ]
}
