'use client'
import { FormImport as Import, type FormImportProps } from '../components/FormImport.js'
import { csv, type CsvLabels } from '../locales/enCsv.js'

/** The import of a file into a form, and what it says in English: one chunk. */
export function FormImport(props: FormImportProps<Partial<CsvLabels> | undefined>) {
  return <Import {...props} csvLabels={{ ...csv, ...props.csvLabels }} />
}
