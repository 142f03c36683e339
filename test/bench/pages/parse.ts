import { parseRecipients } from '../../../src/input/recipients.ts'

const size = 1_000_000
const repeated = (piece: string) => () => piece.repeat(Math.ceil(size / piece.length))
const numbered = (piece: (at: number) => string) => () => {
  const pieces: string[] = []
  for (let [at, length] = [0, 0]; length < size; at++) length += (pieces[at] = piece(at)).length
  return pieces.join('')
}

/** Texts of a megabyte: lists as people paste them, and what nobody does. */
const texts: Record<string, () => string> = {
  lines: numbered((at) => `person${at}@example.com\n`),
  names: numbered((at) => `"Lovelace, Ada" <ada${at}@example${at % 9}.com>; `),
  csv: numbered((at) => `"Ada","Lovelace","ada${at}@example.com"\n`),
  prose: numbered((at) => `Please invite person${at}@example.com, and tell her of the party. `),
  words: repeated('nobody is in here, only words. '),
  international: repeated('ä@ö.com '),
  emoji: repeated('😀@😀.com '),
  quoted: repeated('"a"@b.co '),
  brackets: repeated('(a@b.co) '),
  commas: repeated('a@b,c@d;'),
  slashes: repeated('a@b.co/'),
  links: repeated(']('),
  quotes: repeated('"@"'),
  at: repeated('@ '),
  angles: repeated('<>'),
  domains: numbered((at) => `ä@ö${at.toString(36)}.com `),
}

/** The same text cut at its gaps, an object for each piece, and nothing judged. */
function cut(text: string): number {
  const pieces: { text: string; reason: string }[] = []
  for (const piece of text.split(/[\s,;]+|(?<=>)/)) pieces.push({ text: piece, reason: 'none' })
  return pieces.length
}

function parse(text: string): number {
  const { recipients, rejected, ignored, duplicates } = parseRecipients(text)
  return recipients.length + rejected.length + ignored.length + duplicates.length
}

const [name = '', way] = process.argv.slice(2)
const make = texts[name]
if (make) {
  // One flat string, as it comes from a clipboard.
  const text = Buffer.from(make(), 'utf16le').toString('utf16le')
  const start = performance.now()
  const results = way === 'floor' ? cut(text) : parse(text)
  const ms = performance.now() - start
  process.stdout.write(JSON.stringify({ ms, results }))
} else process.stdout.write(JSON.stringify(Object.keys(texts)))
