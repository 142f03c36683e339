import { describe, expect, it } from 'vitest'
import { importRows, leaveOutRow, repairRow } from '../../src/csv/importRows.js'
import { parseTable } from '../../src/csv/parseTable.js'
import { decoded, imported, rules, utf16 } from './files.ts'

const problems = (...args: Parameters<typeof imported>) =>
  imported(...args).map(({ line, problem }) => `${line} ${problem?.kind ?? 'good'}`)
const recipients = (...args: Parameters<typeof imported>) =>
  imported(...args).map(({ recipient }) => recipient)

describe('importRows', () => {
  it('reads all that a row can say', () => {
    const text =
      'Email,Name,Role,Groups,Message,Expires at\n' +
      'Ada@X.de, Ada Lovelace ,ADMINISTRATOR,"a; b,c|a;",Hi,2030-12-31\n'
    expect(imported(text)).toEqual([
      {
        line: 2,
        cells: {
          email: 'Ada@X.de',
          name: 'Ada Lovelace',
          role: 'ADMINISTRATOR',
          groups: 'a; b,c|a;',
          message: 'Hi',
          expiresAt: '2030-12-31',
        },
        key: 'ada@x.de',
        recipient: {
          email: 'Ada@x.de',
          name: 'Ada Lovelace',
          role: 'admin',
          groups: ['a', 'b', 'c'],
          message: 'Hi',
          expiresAt: '2030-12-31T00:00:00.000Z',
        },
      },
    ])
  })

  it('keeps to what the provider takes', () => {
    const text = 'Email,Name,Groups,Message,Expires at\na@x.de,Ada,g,Hi,soon\n'
    expect(recipients(text, { fields: {} })).toEqual([{ email: 'a@x.de' }])
  })

  it('names what is wrong, by the row of the file', () => {
    const text = [
      'Email,Name,Role,Expires at',
      'a@x.de,A,,',
      '',
      ',B,,',
      'b.x.de,B,,',
      'A@x.de,again,,',
      't@x.de,T,,',
      'c@x.de,C,king,',
      'd@x.de,D,,31.12.2030',
      'e@x.de,,Reader,',
    ].join('\n')
    const fields = { name: 'required', expiresAt: 'optional' } as const
    expect(problems(text, { fields, taken: (key) => key === 't@x.de' })).toEqual([
      '2 good',
      '4 empty',
      '5 refused',
      '6 duplicate',
      '7 taken',
      '8 role',
      '9 date',
      '10 nameless',
    ])
    expect(imported(text)[2]?.problem).toEqual({ kind: 'refused', reason: 'no-at' })
  })

  it('starts at the first row where there is no header', () => {
    expect(problems('a@x.de,Ada\nb@x.de,Bea')).toEqual(['1 good', '2 good'])
  })

  it('reads ragged rows', () => {
    expect(recipients('Name,Email,Role\nAda\nBea,b@x.de\nCleo,c@x.de,viewer,more,still\n')).toEqual(
      [
        undefined,
        { email: 'b@x.de', name: 'Bea' },
        { email: 'c@x.de', name: 'Cleo', role: 'viewer' },
      ],
    )
  })

  it.each([
    ['Vorname;Name;E-Mail\nAda;Lovelace;a@x.de', 'Ada Lovelace'],
    ['姓,名,メール\n山田,太郎,a@x.de', '太郎 山田'],
    ['First name,Last name,Email\nAda,Ada Lovelace,a@x.de', 'Ada Lovelace'],
    ['First name,Last name,Email\n,Lovelace,a@x.de', 'Lovelace'],
    ['First name,Last name,Email\nAda,,a@x.de', 'Ada'],
  ])('joins the name of %j', (text, name) => {
    expect(recipients(text)).toEqual([{ email: 'a@x.de', name }])
  })

  it('prefers the value of a role to a label', () => {
    const roles = [
      { value: 'x', label: 'admin' },
      { value: 'admin', label: 'x' },
    ]
    expect(recipients('Email,Role\na@x.de,Admin', { roles })[0]?.role).toBe('admin')
  })

  it.each([
    ['2030-12-31', '2030-12-31T00:00:00.000Z'],
    ['2030-12-31T10:00Z', '2030-12-31T10:00:00.000Z'],
    ['2030-12-31 10:00:00+0200', '2030-12-31T08:00:00.000Z'],
    ['2030-12-31T10:00:00.5-01:00', '2030-12-31T11:00:00.500Z'],
    ['2030-12-31 10:00', new Date(2030, 11, 31, 10).toISOString()],
    ['2030-02-30', undefined],
    ['2030-13-01', undefined],
    ['2030-12-31T25:00Z', undefined],
    ['12/31/2030', undefined],
    ['2030', undefined],
    ['tomorrow', undefined],
  ])('reads the date %s', (text, date) => {
    const [row] = imported(`Email,Expires at\na@x.de,${text}`)
    expect(row?.recipient?.expiresAt).toBe(date)
    expect(row?.problem?.kind).toBe(date ? undefined : 'date')
  })

  it('keeps formulas as text and takes our own apostrophe off', () => {
    expect(recipients(`Email,Name\na@x.de,=1+1\n'+1@x.de,'=1+1\no'b@x.de,'t Hooft`)).toEqual([
      { email: 'a@x.de', name: '=1+1' },
      { email: '+1@x.de', name: '=1+1' },
      { email: `o'b@x.de`, name: `'t Hooft` },
    ])
  })

  it('reads files of any encoding', () => {
    const text = 'Name\tE-Mail\r\nJürgen\tj@x.de\r\n'
    const expected = [{ email: 'j@x.de', name: 'Jürgen' }]
    expect(recipients(decoded(utf16(text)))).toEqual(expected)
    expect(recipients(decoded(Buffer.from(text, 'latin1')))).toEqual(expected)
    expect(recipients(decoded(Buffer.from(`\ufeff${text}`)))).toEqual(expected)
  })
})

describe('repairRow', () => {
  const rows = imported('Email,Name\na@x.de,A\nb@x,B\na@x.de,C\nd@x.de,D')

  it('mends one row in its place', () => {
    const mended = repairRow(rows, 3, { email: 'b@x.de' }, rules)
    expect(mended[1]).toMatchObject({ line: 3, recipient: { email: 'b@x.de', name: 'B' } })
    expect(mended.filter((row) => !rows.includes(row))).toHaveLength(1)
  })

  it('makes a duplicate good when the row above moves away', () => {
    const mended = repairRow(rows, 2, { email: 'z@x.de' }, rules)
    expect(mended.map(({ problem }) => problem?.kind)).toEqual([
      undefined,
      'refused',
      undefined,
      undefined,
    ])
    expect(mended[3]).toBe(rows[3])
  })

  it('makes the later row the duplicate', () => {
    const mended = repairRow(rows, 3, { email: 'd@x.de' }, rules)
    expect(mended.map(({ problem }) => problem?.kind)).toEqual([
      undefined,
      undefined,
      'duplicate',
      'duplicate',
    ])
  })

  it('changes nothing where there is no such row', () => {
    expect(repairRow(rows, 99, { email: '' }, rules)).toEqual(rows)
  })
})

describe('leaveOutRow', () => {
  it('makes the duplicate of the row good, and no other', () => {
    const rows = imported('Email,Role\na@x.de,king\nb@x.de,\nA@x.de,admin\na@x.de,')
    const left = leaveOutRow(rows, 2, rules)
    expect(left.map(({ line, problem }) => `${line} ${problem?.kind ?? 'good'}`)).toEqual([
      '3 good',
      '4 good',
      '5 duplicate',
    ])
    expect(left[0]).toBe(rows[1])
  })

  it('leaves rows alone that only have no address in common', () => {
    const rows = imported('Email,Name\n,A\n,B')
    expect(leaveOutRow(rows, 2, rules)).toEqual([rows[1]])
  })

  it('changes nothing where there is no such row', () => {
    const rows = imported('a@x.de')
    expect(leaveOutRow(rows, 99, rules)).toEqual(rows)
  })
})

describe('a row that a person has changed', () => {
  it('is known as such, also when another is judged after it', () => {
    const rows = repairRow(imported('a@x\na@x.de'), 1, { email: 'a@x.de' }, rules)
    expect(rows.map(({ mended = false, problem }) => [mended, problem?.kind])).toEqual([
      [true, undefined],
      [false, 'duplicate'],
    ])
    expect(leaveOutRow(rows, 2, rules)[0]?.mended).toBe(true)
  })

  it('does not come back once it is gone', () => {
    const table = parseTable('a@x.de\nb@x.de\na@x.de')
    const mapping = { header: false, columns: ['email' as const] }
    const rows = importRows(table, mapping, rules, new Set([1]))
    expect(rows.map(({ line, problem }) => [line, problem?.kind])).toEqual([
      [2, undefined],
      [3, undefined],
    ])
  })
})
