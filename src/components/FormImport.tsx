'use client'
import { useCallback, useMemo } from 'react'
import type { InviteForm } from '../hooks/useInviteForm.js'
import type { FormLabels } from '../locales/en.js'
import type { CsvLabels } from '../locales/enCsv.js'
import { say } from '../locales/say.js'
import { CsvImport } from './CsvImport.js'
import type { AllParts } from './parts.js'
import type { Asked } from './tellResult.js'

export interface FormImportProps<Csv> {
  form: InviteForm
  file: File
  labels: FormLabels
  csvLabels: Csv
  parts: AllParts
  announce: (text: string) => void
  tell: (asked: Asked) => void
  onClose: () => void
}

/** The import of a file into a form. */
export function FormImport(props: FormImportProps<CsvLabels>) {
  const { form, file, labels, csvLabels, parts, announce, tell, onClose } = props
  const { entries, roles, fields } = form
  const keys = useMemo(() => new Set(entries.map(({ key }) => key)), [entries])
  return (
    <CsvImport
      file={file}
      roles={roles}
      fields={fields}
      taken={useCallback((key) => keys.has(key), [keys])}
      labels={csvLabels}
      refusals={labels.refusals}
      parts={parts}
      onAdd={(rows) => tell(form.addRows(rows))}
      onClose={(left) => {
        onClose()
        if (left > 0) announce(say(labels.rowsLeft, { count: left }, labels.locale))
      }}
    />
  )
}
