'use client'
import { useEffect, useMemo, useState } from 'react'
import { guessColumns, type Column, type Mapping } from '../csv/columns.js'
import { decodeFile, maxBytes } from '../csv/decodeFile.js'
import {
  importRows,
  leaveOutRow,
  repairRow,
  type ImportCells,
  type ImportRow,
} from '../csv/importRows.js'
import { parseTable, type Table } from '../csv/parseTable.js'
import type { InviteRole, TransportInfo } from '../transport.js'
import type { RecipientRow } from './recipientEntry.js'

export interface CsvImportOptions {
  file: File
  roles: readonly InviteRole[]
  fields: NonNullable<TransportInfo['fields']>
  /** Whether the mailbox of that key is in the list already. */
  taken: (key: string) => boolean
}

interface Read {
  table: Table
  mapping: Mapping
  rows: readonly ImportRow[]
  /** The lines that were taken or left out: a new mapping does not bring them back. */
  gone: ReadonlySet<number>
}

export interface CsvImport {
  /** `empty`: the file has no rows. */
  status: 'loading' | 'ready' | 'too_large' | 'binary' | 'empty' | 'failed'
  /** The columns of the file: what the first row calls each, and what it is taken for. */
  columns: { header: string; column: Column }[]
  /** What a column can be taken for here. */
  choices: readonly Column[]
  header: boolean
  setHeader: (header: boolean) => void
  setColumn: (index: number, column: Column) => void
  /** What is left to add or to mend: first those with a problem, where they stay when they are mended. */
  rows: readonly ImportRow[]
  good: number
  bad: number
  /** How many rows are beyond what is read. */
  more: number
  repair: (line: number, cells: ImportCells) => void
  leaveOut: (line: number) => void
  /** Hands over whoever can be invited; the others stay. */
  take: () => RecipientRow[]
}

/** A file of people: read, its columns guessed, its rows judged, and mended in place. */
export function useCsvImport({ file, roles, fields, taken }: CsvImportOptions): CsvImport {
  const [status, setStatus] = useState<CsvImport['status']>('loading')
  const [read, setRead] = useState<Read>()
  const rules = useMemo(() => ({ roles, fields, taken }), [roles, fields, taken])
  const choices = useMemo(() => {
    const name: Column[] = fields.name ? ['name', 'firstName', 'lastName'] : []
    const others = (['groups', 'message', 'expiresAt'] as const).filter((field) => fields[field])
    const role: Column[] = roles.length > 0 ? ['role'] : []
    return ['email', ...name, ...role, ...others, 'ignore'] as const satisfies readonly Column[]
  }, [fields, roles])

  useEffect(() => {
    let current = true
    const open = async () => {
      // What is larger is not even read.
      const bytes = file.size > maxBytes ? undefined : await file.arrayBuffer()
      if (!current) return
      const decoded = bytes ? decodeFile(new Uint8Array(bytes)) : { refused: 'too_large' as const }
      if ('refused' in decoded) return setStatus(decoded.refused)
      const table = parseTable(decoded.text)
      if (table.rows.length === 0) return setStatus('empty')
      const mapping = guessColumns(table.rows, choices)
      setRead({ table, mapping, rows: importRows(table, mapping, rules), gone: new Set() })
      setStatus('ready')
    }
    open().catch(() => setStatus('failed'))
    return () => {
      current = false
    }
    // The rules are those of the moment in which the file came.
    // oxlint-disable-next-line exhaustive-deps, exhaustive-effect-dependencies
  }, [file])

  const map = (change: Partial<Mapping>) => {
    if (!read) return
    const mapping = { ...read.mapping, ...change }
    setRead({ ...read, mapping, rows: importRows(read.table, mapping, rules, read.gone) })
  }
  const keep = (rows: readonly ImportRow[], ...lines: number[]) => {
    if (read) setRead({ ...read, rows, gone: new Set([...read.gone, ...lines]) })
  }
  const all = read?.rows ?? []
  const rows = useMemo(() => {
    const judged = read?.rows ?? []
    const first = ({ problem, mended }: ImportRow) => Boolean(problem ?? mended)
    return [...judged.filter(first), ...judged.filter((row) => !first(row))]
  }, [read])
  const bad = all.filter(({ problem }) => problem).length
  return {
    status,
    columns: (read?.mapping.columns ?? []).map((column, index) => ({
      header: read?.table.rows[0]?.[index] ?? '',
      column,
    })),
    choices,
    header: read?.mapping.header ?? false,
    setHeader: (header) => map({ header }),
    setColumn: (index, column) =>
      map({
        columns: (read?.mapping.columns ?? []).map((before, at) =>
          at === index ? column : before === column ? 'ignore' : before,
        ),
      }),
    rows,
    good: all.length - bad,
    bad,
    more: read?.table.more ?? 0,
    repair: (line, cells) => keep(repairRow(all, line, cells, rules)),
    leaveOut: (line) => keep(leaveOutRow(all, line, rules), line),
    take: () => {
      const good = all.filter(({ recipient }) => recipient)
      keep(
        all.filter(({ problem }) => problem),
        ...good.map(({ line }) => line),
      )
      return good.flatMap(({ recipient }) => recipient ?? [])
    },
  }
}
