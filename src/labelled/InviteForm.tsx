'use client'
import { InviteForm as Form, type InviteFormProps as Props } from '../components/InviteForm.js'
import { partOf } from '../hooks/usePart.js'
import type { CsvLabels, FormLabels } from '../locales/en.js'

/** What InviteForm takes where no sentence is built in. */
export interface InviteFormProps extends Omit<Props, 'labels' | 'csvLabels'> {
  /** Every sentence. */
  labels: FormLabels
  /** Every sentence of the import of a file. */
  csvLabels: CsvLabels
}

const later = /*#__PURE__*/ partOf(() => import('../components/formLater.js'))
const loadImport = () => import('../components/FormImport.js')

/** InviteForm of `invite-kit` in the language of its labels: no sentence of another one is shipped. */
export function InviteForm(props: InviteFormProps) {
  return <Form {...props} later={later} loadImport={loadImport} />
}
