import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkEmail } from '../../src/input/email.js'
import { parseRecipients } from '../../src/input/recipients.js'
import { anyString, brief, runs } from './fuzz.ts'

function emailsOf(text: string): string[] {
  return parseRecipients(text).recipients.map(({ email }) => email)
}

describe('parseRecipients, for any text', () => {
  // No letters of `mailto`, `to`, `cc`: those are syntax before a colon.
  const messy = fc.string({
    unit: fc.constantFrom(
      ...'xyz1@@@..,;<<>>""\'()[]{}\\\n\t ?|/•*-&=:_!\u200b\u00a0\u0085\u0000＠\u202e\ud800'.split(
        '',
      ),
      'x@y.xy',
      'z@x.yz',
      '" <',
      '"\n',
    ),
    maxLength: 40,
  })
  const text = fc.oneof(messy, anyString)

  it('accepts, rejects or lists every word', () => {
    fc.assert(
      fc.property(messy, (input) => {
        const { recipients, rejected, ignored, duplicates } = parseRecipients(input)
        const said = [
          ...recipients.flatMap(({ email, name = '' }) => [email, name]),
          ...rejected.map((piece) => piece.text),
          ...ignored,
          ...duplicates,
        ]
        const words = new Set(said.join(' ').match(/[xyz1]+/g))
        for (const word of input.match(/[xyz1]+/g) ?? []) expect(words).toContain(word)
      }),
      runs,
    )
  })

  it('reads its own result as the same', () => {
    fc.assert(
      fc.property(text, (input) => {
        const once = parseRecipients(input)
        const emails = once.recipients.map(({ email }) => email)
        for (const separator of [', ', '; ', '\n', '\t', ' '])
          expect(emailsOf(emails.join(separator))).toEqual(emails)

        const pieces = [...emails, ...once.rejected.map((piece) => piece.text), ...once.ignored]
        const twice = parseRecipients(pieces.join('\n'))
        expect(twice.recipients.map(({ email }) => email)).toEqual(emails)
        expect(twice.rejected).toEqual(once.rejected)
        expect(twice.ignored).toEqual(once.ignored)
        expect(twice.duplicates).toEqual([])
      }),
      runs,
    )
  })

  it('judges as checkEmail does', () => {
    fc.assert(
      fc.property(text, (input) => {
        const { recipients, rejected } = parseRecipients(input)
        for (const { email, key } of recipients)
          expect(checkEmail(email)).toMatchObject({ email, key })
        for (const { text: piece, reason } of rejected)
          expect(checkEmail(piece)).toEqual({ verdict: 'reject', reason })
      }),
      runs,
    )
  })

  it('keeps the order', () => {
    const list = fc.uniqueArray(fc.nat({ max: 999 }))
    const between = fc.constantFrom(', ', ';', '\n', ' ', '\t', ' and ', '> <', ' <> ', '"\n"')
    fc.assert(
      fc.property(list, between, (ids, separator) => {
        const emails = ids.map((id) => `user${id}@example.com`)
        expect(emailsOf(emails.map((email) => `N <${email}>`).join(', '))).toEqual(emails)
        expect(emailsOf(emails.join(separator))).toEqual(emails)
      }),
      runs,
    )
  })

  it('gives addresses without separators, names without controls, and each key once', () => {
    fc.assert(
      fc.property(text, (input) => {
        const { recipients } = parseRecipients(input)
        for (const { email, key, name = 'x' } of recipients) {
          for (const one of [email, key]) expect(one).not.toMatch(/[\s\p{C},;<>"()]/u)
          expect(name).toMatch(/^[^\p{Cc}\u2028\u2029]+$/u)
        }
        expect(new Set(recipients.map(({ key }) => key)).size).toBe(recipients.length)
      }),
      runs,
    )
  })

  // What takes quadratic time takes minutes here.
  it.each(
    [
      `user@example.com\n`,
      `"Last, First" <user@example.com>; `,
      ...'@"<>.,;: (|a\n\u200b\u0301\ud800'.split(''),
      '"a',
      '"\n',
      '"a"',
      '\\"',
      '"a@b" ',
      'to:',
      '"a"@',
      '<a',
      '<a@',
      '<a@b>@',
      '<"a@b" ',
      'a@b?c',
      '](',
      '=?',
      `${'.'.repeat(900)}@ `,
      `|${'•'.repeat(900)}@ `,
      `a@b${')'.repeat(900)}x `,
      `${'=?'.repeat(450)}@b `,
      `${'*'.repeat(900)}a@b `,
    ].map((piece) => [brief(piece), piece] as const),
  )('comes to an end with 300 kB of %s', (_, piece) => {
    const input = piece.repeat(300_000 / piece.length)
    for (const whole of [input, `<${input}@>`, `"${input}"`, `${input}@`])
      expect(() => parseRecipients(whole)).not.toThrow()
  })

  it('does not run out of stack in a long text', () => {
    for (const piece of ['a', '"a"', 'a"b"', '😀'])
      expect(() => parseRecipients(piece.repeat(24_000_000 / piece.length))).not.toThrow()
  })
})
