import * as fc from 'fast-check'
import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { guessColumns } from '../../src/csv/columns.js'
import { importRows, repairRow, type ImportRow } from '../../src/csv/importRows.js'
import { maxRows, parseTable } from '../../src/csv/parseTable.js'
import { csvTemplate } from '../../src/csv/template.js'
import { csvCell } from '../../src/input/csv.js'
import { form as english, type FormLabels } from '../../src/locales/en.js'
import { anyString, runs } from '../input/fuzz.ts'
import { everything, imported, rules } from './files.ts'

const cell = fc.oneof(
  anyString,
  fc.constantFrom('', 'a@x.de', 'A@x.de', 'b@x.de', 'Ada', 'admin', 'king', '2030-01-01', '=1'),
  fc.string({ unit: fc.constantFrom(...'"\',;\t|\r\n @a'.split('')) }),
)
const someRows = fc.array(fc.array(cell, { minLength: 1, maxLength: 6 }), { maxLength: 12 })
const mapping = fc.record({
  header: fc.boolean(),
  columns: fc.shuffledSubarray([...everything, 'ignore' as const], { maxLength: 6 }),
})

function expectSound(rows: readonly ImportRow[]) {
  const unsound = rows.filter(
    ({ recipient, problem, key }) => Boolean(recipient) === Boolean(problem) || (recipient && !key),
  )
  expect(unsound).toEqual([])
  const keys = rows.flatMap(({ recipient, key }) => (recipient && key) ?? [])
  expect(new Set(keys).size).toBe(keys.length)
}

describe('an import loses nothing', () => {
  it('each data row is good, or has a problem', () => {
    fc.assert(
      fc.property(someRows, mapping, (cells, read) => {
        const text = cells.map((row) =>
          row.map((one) => `"${one.replaceAll('"', '""')}"`).join(';'),
        )
        const table = parseTable(`sep=;\n${text.join('\r\n')}`)
        const filled = cells.filter((row) => row.some((one) => one.trim()))
        expect(table.rows).toEqual(filled)
        const rows = importRows(table, read, rules)
        expect(rows.length).toBe(Math.max(0, filled.length - (read.header ? 1 : 0)))
        expectSound(rows)
      }),
      runs,
    )
  })

  it('or is counted, of any text', () => {
    fc.assert(
      fc.property(
        fc.array(cell).map((cells) => cells.join('\n')),
        (text) => {
          const table = parseTable(text)
          const guess = guessColumns(table.rows, everything)
          expect(guess.columns.filter((column) => column === 'email').length).toBeLessThan(2)
          expect(table.more).toBe(0)
          expectSound(importRows(table, guess, rules))
        },
      ),
      runs,
    )
  })

  it('or is counted, of more rows than are kept', () => {
    const extra = fc.integer({ min: -2, max: 50 })
    fc.assert(
      fc.property(extra, fc.boolean(), (count, header) => {
        const data = Array.from(
          { length: maxRows + count },
          (_, index) => `a${index % 9000}@x.de;x`,
        )
        const text = [...(header ? ['E-Mail;Name'] : []), ...data].join('\r\n')
        const rows = imported(text)
        expectSound(rows)
        expect(rows.length + parseTable(text).more).toBe(data.length)
        expect(rows.length).toBeLessThanOrEqual(maxRows)
      }),
      { ...runs, numRuns: 8 },
    )
  })

  it('a repair is what the import of the repaired file would be', () => {
    fc.assert(
      fc.property(fc.array(cell, { minLength: 1 }), fc.nat(), cell, (emails, at, email) => {
        const table = (list: readonly string[]) => ({
          rows: list.map((one) => [one]),
          lines: list.map((_, index) => index + 1),
          more: 0,
        })
        const read = { header: false, columns: ['email' as const] }
        const index = at % emails.length
        const mended = repairRow(
          importRows(table(emails), read, rules),
          index + 1,
          { email },
          rules,
        )
        const judged = (rows: readonly ImportRow[]) =>
          rows.map(({ recipient, problem, key, line }) => ({ recipient, problem, key, line }))
        // The apostrophe of csvCell is taken off what a file says, not off what a person types.
        fc.pre(!email.startsWith("'"))
        expect(judged(mended)).toEqual(
          judged(importRows(table(emails.with(index, email)), read, rules)),
        )
      }),
      runs,
    )
  })

  it('takes in again what csvCell wrote', () => {
    fc.assert(
      fc.property(anyString, (name) => {
        // What has an apostrophe in front by itself cannot be told from what was disarmed.
        fc.pre(!name.startsWith("'"))
        const [row] = imported(`"Email","Name"\r\n"a@x.de",${csvCell(name)}\r\n`)
        expect(row?.cells.name ?? '').toBe(name.trim())
      }),
      runs,
    )
  })
})

const tags = readdirSync('src/locales')
  .map((file) => file.replace(/\.ts$/, ''))
  .filter((name) => /^[a-z]{2}(-[A-Z]{2})?$/.test(name))

describe('csvTemplate', () => {
  const all = { ...rules.fields, sendMail: 'optional' } as const

  it.each(tags)('is a file that the import takes, in the words of %s', async (tag) => {
    const { form } = (await import(`../../src/locales/${tag}.ts`)) as { form: FormLabels }
    const rows = imported(csvTemplate(all, rules.roles, form))
    expect(rows.map(({ recipient }) => recipient)).toEqual([
      {
        email: 'ada@example.com',
        name: 'Ada Lovelace',
        role: 'admin',
        groups: ['A', 'B'],
        expiresAt: '2030-12-31T00:00:00.000Z',
      },
    ])
  })

  it('has only the columns that are of use, disarmed', () => {
    expect(csvTemplate({}, [], english)).toBe('"E-mail"\r\n"ada@example.com"\r\n')
    expect(csvTemplate({}, [{ value: '=x', label: 'X' }], english)).toBe(
      `"E-mail","Role"\r\n"ada@example.com","'=x"\r\n`,
    )
  })
})
