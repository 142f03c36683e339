import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { cells, titleOf } from './cells.ts'
import { figures, quote } from './figures.ts'
import { faults } from './table.ts'

const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8')

describe('the table of faults', () => {
  it('has sixty, each with what is expected and counted', () => {
    const ids = Array.from({ length: 60 }, (_, at) => `F${String(at + 1).padStart(2, '0')}`)
    expect(faults.map(({ id }) => id)).toEqual(ids)
    for (const { inject, write, read, count } of faults)
      expect([inject, write, read, count]).not.toContain('')
  })

  it('is played in every layer, or says why not', () => {
    expect(figures.filter(({ played }) => played === 0)).toEqual([])
    const without = faults.filter(({ id }) =>
      cells.every((cell) => cell.fault.id !== id || cell.not),
    )
    // What is not held anywhere is said to be so.
    expect(without.map(({ id }) => id)).toEqual(['F51'])
    expect(cells.filter(({ not }) => not === '')).toEqual([])
    const titles = cells.map((cell) => `${cell.layer} ${titleOf(cell)}`)
    expect(new Set(titles).size).toBe(titles.length)
  })

  it('is quoted by the README as it is', () => {
    const rows = readme.split('\n').map((line) => line.replaceAll(/ {2,}/g, ' '))
    expect(rows).toEqual(expect.arrayContaining(quote))
  })
})
