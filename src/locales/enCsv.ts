import type { Sentence } from './say.js'

/** What the import of a file says. */
export const csv = {
  locale: 'en',
  title: 'Import {file}',
  loading: 'Reading the file…',
  tooLarge: 'The file is larger than 5 MB. Split it, then import one after the other.',
  binary: 'This is no text. Save it as CSV in your spreadsheet program, then try again.',
  empty: 'The file has no rows.',
  failed: 'The file could not be read. Try it again, or another one.',
  columns: 'Columns',
  columnsRead: 'Columns: {list}',
  header: 'The first row is a header',
  column: 'Column {number}',
  columnOf: 'Column {number}: {header}',
  kinds: {
    email: 'E-mail',
    name: 'Name',
    firstName: 'First name',
    lastName: 'Last name',
    role: 'Role',
    groups: 'Groups',
    message: 'Message',
    expiresAt: 'Expires',
    ignore: 'Leave out',
  },
  people: 'People',
  row: 'Row',
  problem: 'Problem',
  cell: '{column}, row {line}',
  noAddress: 'The address is missing',
  noColumn: 'No column has e-mail addresses. Choose the one that does, or type them in.',
  duplicate: 'Is further up in the file',
  taken: 'Is in your list already',
  role: 'There is no such role',
  nameless: 'The name is missing',
  date: 'Not a date like 2030-12-31',
  ok: 'Ready',
  leaveOut: 'Leave out row {line}',
  good: { one: '1 can be invited.', other: '{count} can be invited.' },
  bad: { one: '1 has a problem.', other: '{count} have a problem.' },
  rest: { one: 'and 1 more row', other: 'and {count} more rows' },
  beyond: {
    one: '1 row beyond 10,000 was not read. Put it into a second file.',
    other: '{count} rows beyond 10,000 were not read. Put them into a second file.',
  },
  add: { one: 'Add 1 person', other: 'Add {count} people' },
  none: 'Nobody to add yet',
  added: { one: '1 added.', other: '{count} added.' },
  save: { one: 'Save the 1 with a problem', other: 'Save the {count} with a problem' },
  close: 'Close',
}
/** The same keys, any sentences. */
export type CsvLabels = {
  [K in keyof typeof csv]: (typeof csv)[K] extends string
    ? string
    : K extends 'kinds'
      ? Record<keyof (typeof csv)['kinds'], string>
      : Sentence
}
