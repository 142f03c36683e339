import { csvCell } from '../input/csv.js'
import type { InviteRole, TransportInfo } from '../transport.js'

/** A file to fill in: the columns that are of use, and one row to show how. */
export function csvTemplate(
  fields: NonNullable<TransportInfo['fields']>,
  roles: readonly InviteRole[],
): string {
  const [role] = roles
  const columns: [header: string, example: string | undefined][] = [
    ['Email', 'ada@example.com'],
    ['Name', fields.name && 'Ada Lovelace'],
    ['Role', role?.value],
    ['Groups', fields.groups && 'Group A; Group B'],
    ['Message', fields.message && 'Welcome!'],
    ['Expires at', fields.expiresAt && '2030-12-31'],
  ]
  const used = columns.filter(([, example]) => example !== undefined)
  const headers = used.map(([header]) => csvCell(header)).join(',')
  const examples = used.map(([, example = '']) => csvCell(example)).join(',')
  return `${headers}\r\n${examples}\r\n`
}
