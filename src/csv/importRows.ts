import type { RecipientRow } from '../hooks/recipientEntry.js'
import { csvCell } from '../input/csv.js'
import { checkEmail, type EmailRefusal } from '../input/email.js'
import type { InviteRole, TransportInfo } from '../transport.js'
import type { Column, Mapping } from './columns.js'
import { isoDate } from './isoDate.js'
import type { Table } from './parseTable.js'

/** What a row says, by column; without those that are empty or ignored. */
export type ImportCells = Partial<Record<Exclude<Column, 'ignore'>, string>>

/**
 * Why a row cannot be invited: `refused` and `empty`, no address; `taken`, it is in the list already; `duplicate`, it
 * is in the file above; `role` and `date`, nobody knows what is meant; `nameless`, the provider wants a name.
 */
export type ImportProblem =
  | { kind: 'refused'; reason: EmailRefusal }
  | { kind: 'empty' | 'duplicate' | 'taken' | 'role' | 'nameless' | 'date' }

/** One row of a file: with a recipient or with a problem, never with both. */
export interface ImportRow {
  /** Which row of the file, from 1. */
  line: number
  cells: ImportCells
  recipient?: RecipientRow | undefined
  /** Names the mailbox, wherever there is an address. */
  key?: string | undefined
  problem?: ImportProblem | undefined
  /** Whether a person has changed it. */
  mended?: boolean | undefined
}

export interface ImportRules {
  roles: readonly InviteRole[]
  fields: NonNullable<TransportInfo['fields']>
  /** Whether the mailbox of that key is in the list already. */
  taken: (key: string) => boolean
}

const none: ReadonlySet<number> = new Set()

/** All data rows of a file, each with its recipient or its problem; without those of the lines that are gone. */
export function importRows(
  table: Table,
  mapping: Mapping,
  rules: ImportRules,
  gone = none,
): ImportRow[] {
  const seen = new Set<string>()
  return table.rows.slice(mapping.header ? 1 : 0).flatMap((row, index) => {
    const line = table.lines[mapping.header ? index + 1 : index] ?? 0
    return gone.has(line) ? [] : importRow(line, cellsOf(row, mapping.columns), rules, seen)
  })
}

/** The rows with some cells of one changed. Others change only where their mailbox was or is the same. */
export function repairRow(
  rows: readonly ImportRow[],
  line: number,
  changes: ImportCells,
  rules: ImportRules,
): ImportRow[] {
  const before = rows.find((row) => row.line === line)
  if (!before) return [...rows]
  const cells = { ...before.cells, ...changes }
  const after: ImportRow = { line, cells, key: checkEmail(cells.email ?? '').key, mended: true }
  const all = rows.map((row) => (row === before ? after : row))
  return judgedAnew(all, (row) => row === after || shares(row, before, after), rules)
}

/** The rows without one. Who was its duplicate may be good now. */
export function leaveOutRow(
  rows: readonly ImportRow[],
  line: number,
  rules: ImportRules,
): ImportRow[] {
  const left = rows.find((row) => row.line === line)
  if (!left) return [...rows]
  const others = rows.filter((row) => row !== left)
  return judgedAnew(others, (row) => shares(row, left), rules)
}

function shares({ key }: ImportRow, ...others: ImportRow[]): boolean {
  return key !== undefined && others.some((other) => other.key === key)
}

function judgedAnew(
  rows: readonly ImportRow[],
  concerns: (row: ImportRow) => boolean,
  rules: ImportRules,
): ImportRow[] {
  const seen = new Set<string>()
  return rows.map((row) => {
    if (!concerns(row)) return row
    const judged = importRow(row.line, row.cells, rules, seen)
    return row.mended ? { ...judged, mended: true } : judged
  })
}

/** Judges one row. `seen`: the keys of the rows above, to which its own is added. */
function importRow(
  line: number,
  cells: ImportCells,
  { roles, fields, taken }: ImportRules,
  seen: Set<string>,
): ImportRow {
  const bad = (problem: ImportProblem, key?: string): ImportRow => ({
    line,
    cells,
    problem,
    ...(key !== undefined && { key }),
  })
  const { reason, email, key } = checkEmail(cells.email ?? '')
  if (key === undefined)
    return bad(reason === 'empty' ? { kind: 'empty' } : { kind: 'refused', reason })
  const repeated = seen.has(key)
  seen.add(key)
  if (taken(key)) return bad({ kind: 'taken' }, key)
  if (repeated) return bad({ kind: 'duplicate' }, key)

  const said = (column: keyof ImportCells) => cells[column]?.trim() ?? ''
  const role = said('role') && roleOf(said('role'), roles)
  if (role === undefined) return bad({ kind: 'role' }, key)
  const expiresAt = fields.expiresAt && said('expiresAt') && isoDate(said('expiresAt'))
  if (said('expiresAt') && fields.expiresAt && !expiresAt) return bad({ kind: 'date' }, key)
  const name = fields.name && (said('name') || fullName(said('firstName'), said('lastName')))
  if (fields.name === 'required' && !name) return bad({ kind: 'nameless' }, key)
  const groups = fields.groups
    ? said('groups')
        .split(/[;,|]/)
        .flatMap((text) => text.trim() || [])
    : []
  const message = fields.message && said('message')

  const recipient: RecipientRow = {
    email,
    ...(name && { name }),
    ...(role && { role }),
    ...(groups.length > 0 && { groups: [...new Set(groups)] }),
    ...(message && { message }),
    ...(expiresAt && { expiresAt }),
  }
  return { line, cells, recipient, key }
}

function cellsOf(row: readonly string[], columns: readonly Column[]): ImportCells {
  const cells: ImportCells = {}
  for (const [index, column] of columns.entries()) {
    const text = disarmed(row[index] ?? '').trim()
    if (text && column !== 'ignore') cells[column] ??= text
  }
  return cells
}

/** Without the apostrophe that {@link csvCell} put in front; with it `'+1@x.example` would be another mailbox. */
function disarmed(cell: string): string {
  return cell.startsWith("'") && csvCell(cell.slice(1)).startsWith(`"'`) ? cell.slice(1) : cell
}

/** By value, else by value or label in any case. */
function roleOf(text: string, roles: readonly InviteRole[]): string | undefined {
  const low = text.toLowerCase()
  const role =
    roles.find(({ value }) => value === text) ??
    roles.find(({ value }) => value.toLowerCase() === low) ??
    roles.find(({ label }) => label.trim().toLowerCase() === low)
  return role?.value
}

function fullName(first: string, last: string): string {
  // Some files have the whole name where others have the last one.
  return last.startsWith(`${first} `) ? last.trim() : `${first} ${last}`.trim()
}
