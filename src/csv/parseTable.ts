import Papa from 'papaparse'

/** How many rows are kept, beside a first one that may be a header. */
export const maxRows = 10_000

export interface Table {
  /** The rows that are not empty, with the header. Not all are of the same length. */
  rows: string[][]
  /** By row, which one it is in the file, as a spreadsheet counts: from 1, with the empty ones. */
  lines: number[]
  /** How many more rows the file has. */
  more: number
}

/** No character of any text, so that nothing is quoted. */
const noQuote = '\uffff'

/** Takes a text with commas, semicolons, tabs or bars apart. A first row without an `@` does not count as data. */
export function parseTable(text: string): Table {
  // Excel's own way to name the delimiter; it counts as no row there either.
  const [named = '', said] = /^\ufeff?sep=(.)(?:\r\n?|\n)/i.exec(text) ?? []
  const body = text.slice(named.length)
  const delimiter = said ?? delimiterOf(body)
  // Behind a quote that nobody closed all other rows would be one cell.
  return read(body, delimiter, '"') ?? read(body, delimiter, noQuote) ?? nothing()
}

function nothing(): Table {
  return { rows: [], lines: [], more: 0 }
}

function delimiterOf(text: string): string {
  const { meta } = Papa.parse<string[]>(text, {
    preview: 20,
    skipEmptyLines: 'greedy',
    delimitersToGuess: [',', ';', '\t', '|'],
  })
  return meta.delimiter
}

function read(text: string, delimiter: string, quoteChar: string): Table | undefined {
  const table = nothing()
  let line = 0
  let limit = maxRows
  let open = false
  Papa.parse<string[]>(text, {
    delimiter,
    quoteChar,
    step: ({ data, errors }) => {
      line++
      open ||= errors.some(({ code }) => code === 'MissingQuotes')
      if (data.every((cell) => !cell.trim())) return
      if (table.rows.length === 0 && !data.some((cell) => cell.includes('@'))) limit++
      if (table.rows.length === limit) table.more++
      else {
        table.rows.push(data)
        table.lines.push(line)
      }
    },
  })
  return open && quoteChar !== noQuote ? undefined : table
}
