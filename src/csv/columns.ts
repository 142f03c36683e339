import { checkEmail } from '../input/email.js'
import { columnOfWord, isEitherName, type Column } from './headerWords.js'

export type { Column }

/** How the rows of a file are to be read. No column but `ignore` occurs twice. */
export interface Mapping {
  /** Whether the first row names the columns. */
  header: boolean
  columns: Column[]
}

/** By how many rows the columns are judged, and how many columns there can be. */
const sample = 200
const widest = 200

/** Guesses what the columns hold: by their header, and the address by the addresses. */
export function guessColumns(rows: readonly string[][], wanted: readonly Column[]): Mapping {
  const some = rows.slice(0, sample)
  const width = Math.min(widest, Math.max(0, ...some.map((row) => row.length)))
  const counts = Array.from<number>({ length: width }).fill(0)
  const firsts = addresses(some[0] ?? [], counts)
  for (const row of some.slice(1)) addresses(row, counts)

  const first = Array.from({ length: width }, (_, index) => some[0]?.[index] ?? '')
  const words = first.map(columnOfWord)
  // With an @ in it, it is rather a row to be mended: as a header it would get lost.
  const unlike = !first.some((cell) => cell.includes('@')) && counts.some((count) => count > 0)
  const header = firsts === 0 && (words.some(Boolean) || unlike)
  const named = header ? words : words.map(() => undefined)
  const email = emailColumn(counts, named)

  const used = new Set<Column>()
  const columns = named.map((word, index): Column => {
    const column = index === email ? 'email' : word
    if (!column || used.has(column) || !wanted.includes(column)) return 'ignore'
    if (column === 'email' && index !== email) return 'ignore'
    used.add(column)
    return column
  })
  return { header, columns: withPartOfName(columns, first, wanted) }
}

/** Counts the addresses of a row, by column and all together. */
function addresses(row: readonly string[], counts: number[]): number {
  let all = 0
  for (const [index, cell] of row.slice(0, widest).entries()) {
    if (!cell.includes('@') || checkEmail(cell).verdict === 'reject') continue
    counts[index] = (counts[index] ?? 0) + 1
    all++
  }
  return all
}

/** The column of that name with the most addresses, else that with the most, else the first of that name; else -1. */
function emailColumn(counts: readonly number[], named: readonly (Column | undefined)[]): number {
  const inNamed = counts.map((count, index) => (named[index] === 'email' ? count : 0))
  const most = Math.max(0, ...inNamed)
  if (most > 0) return inNamed.indexOf(most)
  const anywhere = Math.max(0, ...counts)
  return anywhere > 0 ? counts.indexOf(anywhere) : named.indexOf('email')
}

/** Beside a first name `Name` is the last one, beside a last name `Nombre` is the first one. */
function withPartOfName(
  columns: Column[],
  headers: readonly string[],
  wanted: readonly Column[],
): Column[] {
  const first = columns.includes('firstName')
  const part = first ? 'lastName' : 'firstName'
  if (first === columns.includes('lastName') || !wanted.includes(part)) return columns
  return columns.map((column, index) =>
    column === 'name' && isEitherName(headers[index] ?? '') ? part : column,
  )
}
