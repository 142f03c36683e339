import { guessColumns, type Column } from '../../src/csv/columns.js'
import { decodeFile } from '../../src/csv/decodeFile.js'
import { importRows, type ImportRow, type ImportRules } from '../../src/csv/importRows.js'
import { parseTable } from '../../src/csv/parseTable.js'

export const everything: readonly Column[] = [
  'email',
  'name',
  'firstName',
  'lastName',
  'role',
  'groups',
  'message',
  'expiresAt',
]

export const rules: ImportRules = {
  roles: [
    { value: 'admin', label: 'Administrator' },
    { value: 'viewer', label: 'Reader' },
  ],
  fields: { name: 'optional', groups: 'optional', message: 'optional', expiresAt: 'optional' },
  taken: () => false,
}

export function imported(text: string, changed: Partial<ImportRules> = {}): ImportRow[] {
  const table = parseTable(text)
  return importRows(table, guessColumns(table.rows, everything), { ...rules, ...changed })
}

export function decoded(bytes: Iterable<number>): string {
  const file = decodeFile(Uint8Array.from(bytes))
  return 'text' in file ? file.text : `refused: ${file.refused}`
}

export function utf16(text: string, bigEndian = false): Uint8Array {
  const view = new DataView(new ArrayBuffer(2 * text.length + 2))
  for (let index = 0; index <= text.length; index++)
    view.setUint16(2 * index, `\ufeff${text}`.charCodeAt(index), !bigEndian)
  return new Uint8Array(view.buffer)
}
