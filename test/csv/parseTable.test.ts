import { describe, expect, it } from 'vitest'
import { maxRows, parseTable } from '../../src/csv/parseTable.js'

const rowsOf = (text: string) => parseTable(text).rows

describe('parseTable', () => {
  it.each([
    [',', 'commas'],
    [';', 'semicolons'],
    ['\t', 'tabs'],
    ['|', 'bars'],
  ])('takes %j apart (%s)', (mark) => {
    const text = ['Email', 'Name', 'Role'].join(mark) + '\r\n' + ['a@x.de', 'A', 'b'].join(mark)
    expect(rowsOf(text)).toEqual([
      ['Email', 'Name', 'Role'],
      ['a@x.de', 'A', 'b'],
    ])
  })

  it('reads the export of a German Excel, with commas within', () => {
    expect(rowsOf('Name;E-Mail\r\nLovelace, Ada;a@x.de\r\nHopper, Grace;g@x.de\r\n')).toEqual([
      ['Name', 'E-Mail'],
      ['Lovelace, Ada', 'a@x.de'],
      ['Hopper, Grace', 'g@x.de'],
    ])
  })

  it('obeys the line by which Excel names the delimiter', () => {
    const { rows, lines } = parseTable('\ufeffsep=;\r\na,b;c@x.de\r\n')
    expect(rows).toEqual([['a,b', 'c@x.de']])
    expect(lines).toEqual([1])
  })

  it('reads quotes with delimiters, quotes and line breaks', () => {
    expect(rowsOf('a@x.de,"Hi ""Ada"",\r\nwelcome"\r\nb@x.de,"b"\r\n')).toEqual([
      ['a@x.de', 'Hi "Ada",\r\nwelcome'],
      ['b@x.de', 'b'],
    ])
  })

  it('loses no row behind a quote that nobody closed', () => {
    expect(rowsOf('a@x.de,"A\nb@x.de,B\nc@x.de,C\n')).toEqual([
      ['a@x.de', '"A'],
      ['b@x.de', 'B'],
      ['c@x.de', 'C'],
    ])
  })

  it.each(['\n', '\r\n', '\r'])('breaks lines at %j', (end) => {
    expect(rowsOf(`a@x.de,A${end}b@x.de,B${end}`)).toEqual([
      ['a@x.de', 'A'],
      ['b@x.de', 'B'],
    ])
  })

  it('skips empty rows and counts them', () => {
    const { rows, lines } = parseTable('\ufeffEmail,Name\n\na@x.de,A\n , \nb@x.de,B\n,\n')
    expect(rows).toEqual([
      ['Email', 'Name'],
      ['a@x.de', 'A'],
      ['b@x.de', 'B'],
    ])
    expect(lines).toEqual([1, 3, 5])
  })

  it.each(['', '\ufeff', '\n\n', ' ', 'sep=;'])('says of %j what it holds', (text) => {
    expect(parseTable(text).rows.length).toBe(text === 'sep=;' ? 1 : 0)
  })

  it('keeps one column as it is', () => {
    expect(rowsOf('a@x.de\nb@x.de')).toEqual([['a@x.de'], ['b@x.de']])
  })

  it('keeps formulas as text', () => {
    expect(rowsOf('a@x.de,=1+1\nb@x.de,"=HYPERLINK(""x"")"')).toEqual([
      ['a@x.de', '=1+1'],
      ['b@x.de', '=HYPERLINK("x")'],
    ])
  })

  it('keeps 10,000 rows and a header, and counts the rest', () => {
    const data = Array.from({ length: maxRows + 5 }, (_, index) => `a${index}@x.de,A`)
    const plain = parseTable(data.join('\n'))
    expect([plain.rows.length, plain.more]).toEqual([maxRows, 5])
    const headed = parseTable(['Email,Name', ...data].join('\n'))
    expect([headed.rows.length, headed.more]).toEqual([maxRows + 1, 5])
    expect(headed.lines.at(-1)).toBe(maxRows + 1)
  })

  it.each([
    ['quotes', '"'.repeat(1_000_000)],
    ['opened quotes', '"a,'.repeat(300_000)],
    ['quoted cells in one row', '"a",'.repeat(300_000)],
    ['line breaks', '\n'.repeat(1_000_000)],
    ['delimiters', ','.repeat(1_000_000)],
    ['spaces behind quotes', `"a"${' '.repeat(500_000)}x`],
    ['many spaces behind many quotes', '"a" '.repeat(250_000)],
  ])('reads a file full of %s in no time', (_, text) => {
    const start = performance.now()
    parseTable(text)
    expect(performance.now() - start).toBeLessThan(5000)
  })
})
