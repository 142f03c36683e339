import { csvCell } from '../input/csv.js'
import type { FormLabels } from '../locales/en.js'
import type { InviteRole, TransportInfo } from '../transport.js'

/** A file to fill in: the columns that are of use, as the form calls them, and one row to show how. */
export function csvTemplate(
  fields: NonNullable<TransportInfo['fields']>,
  roles: readonly InviteRole[],
  labels: Pick<FormLabels, 'columns' | 'groups' | 'message' | 'expiry'>,
): string {
  const [role] = roles
  const { email, name, role: roleColumn } = labels.columns
  const columns: [header: string, example: string | undefined][] = [
    [email, 'ada@example.com'],
    [name, fields.name && 'Ada Lovelace'],
    [roleColumn, role?.value],
    [labels.groups, fields.groups && 'A; B'],
    [labels.message, fields.message && ''],
    [labels.expiry, fields.expiresAt && '2030-12-31'],
  ]
  const used = columns.filter(([, example]) => example !== undefined)
  const headers = used.map(([header]) => csvCell(header)).join(',')
  const examples = used.map(([, example = '']) => csvCell(example)).join(',')
  return `${headers}\r\n${examples}\r\n`
}
