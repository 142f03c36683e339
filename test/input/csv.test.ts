import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { csvCell } from '../../src/input/csv.js'
import vectors from '../data/vectors.json' with { type: 'json' }
import { anyString, brief, runs } from './fuzz.ts'

const trigger = /^[=+\-@|%＝＋－＠｜％\t\r\n]/

/** The rows of a CSV text in which every cell is quoted. */
function readCSV(text: string): string[][] {
  const rows: string[][] = [[]]
  for (const [, cell = '', end] of text.matchAll(/"((?:[^"]|"")*)"(,|\r\n|$)/g)) {
    rows.at(-1)?.push(cell.replaceAll('""', '"'))
    if (end === '\r\n') rows.push([])
  }
  return rows
}

describe('csvCell', () => {
  it.each(vectors.csv.map(({ input, output }) => [brief(input), input, output] as const))(
    'quotes and disarms %s',
    (_, input, output) => {
      expect(csvCell(input)).toBe(output)
    },
  )

  it.each([
    '＝1+1',
    '＋1',
    '－1',
    '＠SUM(1)',
    '@SUM(1)',
    '|cmd',
    '%0A=1',
    '\n=1',
    '\u00a0=1',
    '\u200b=1',
    '\0=1',
    '\ttext',
  ])('disarms %j', (value) => {
    expect(csvCell(value)).toBe(`"'${value}"`)
  })

  it.each(['', 'Ada', '1+1', 'a=b', "O'Brien", '  Ada', '10 %', '(=1)'])('leaves %j', (value) => {
    expect(csvCell(value)).toBe(`"${value}"`)
  })

  it('gives cells that a reader takes apart again, none of which starts with a trigger', () => {
    const value = fc.oneof(
      anyString,
      fc.string({ unit: fc.constantFrom(...'=+-@|%＝＠"\',;\t\r\n a1'.split('')) }),
    )
    fc.assert(
      fc.property(fc.array(fc.array(value, { minLength: 1 }), { minLength: 1 }), (rows) => {
        const text = rows.map((row) => row.map(csvCell).join(',')).join('\r\n')
        const read = readCSV(text)
        expect(read.map((row) => row.length)).toEqual(rows.map((row) => row.length))
        rows.flat().forEach((written, index) => {
          const cell = read.flat()[index] ?? ''
          expect(cell.trim()).not.toMatch(trigger)
          expect([written, `'${written}`]).toContain(cell)
        })
      }),
      runs,
    )
  })
})
