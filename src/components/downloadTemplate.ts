import { csvTemplate } from '../csv/template.js'
import type { InviteForm } from '../hooks/useInviteForm.js'
import type { FormLabels } from '../locales/en.js'
import { downloadCsv } from './download.js'

/** Hands over a file to fill in, with a column for each thing that can be said of a person. */
export function downloadTemplate(
  fields: InviteForm['fields'],
  roles: InviteForm['roles'],
  labels: FormLabels,
): void {
  downloadCsv('invitations.csv', [csvTemplate(fields, roles, labels).trimEnd()])
}
