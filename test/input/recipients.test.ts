import { describe, expect, it } from 'vitest'
import { parseRecipients } from '../../src/input/recipients.js'
import { sharedData } from './sharedData.ts'

interface Paste {
  id: string
  text: string
  accepted: string[]
  rejected: string[]
}

const shared = sharedData('emails') as { paste: Paste[] } | undefined

const ada = 'ada@a.example.com'
const bob = 'bob@b.example.com'

describe('parseRecipients', () => {
  describe.skipIf(!shared)('the paste lists', () => {
    it.each((shared?.paste ?? []).map((paste) => [paste.id, paste] as const))('%s', (_, paste) => {
      const { recipients, rejected } = parseRecipients(paste.text)
      expect(recipients.map(({ email }) => email)).toEqual(paste.accepted)
      expect(rejected.map(({ text }) => text)).toEqual(paste.rejected)
    })
  })

  it.each([
    ['commas', `${ada},${bob}`],
    ['semicolons and stray ones', `;${ada};; ${bob};`],
    ['lines of any system', `${ada}\r\n\n${bob}\r`],
    ['tabs', `${ada}\t${bob}`],
    ['spaces', `${ada}  ${bob}`],
    ['no-break and ideographic spaces', `${ada}\u00a0\u3000${bob}`],
    ['line and paragraph separators', `${ada}\u2028${bob}\u2029\u0085`],
    ['Arabic and Chinese separators', `${ada}،${bob}؛，；、`],
    ['a byte order mark', `\ufeff${ada}\n${bob}`],
    ['zero-width marks around', `\u200b${ada}\u200b, \u200e${bob}\u2060`],
    ['a zero-width space between', `${ada}\u200b${bob}`],
    ['embedding marks of an address book', `\u202a${ada}\u202c; \u2068${bob}\u2069`],
    ['angle brackets', `<${ada}> <${bob}>`],
    ['angle brackets after a bare address', `${ada} <${bob}>`],
    ['a list in angle brackets', `<${ada}, ${bob}>`],
    ['quotes in angle brackets', `<Ada "${ada}"> <"${bob}">`],
    ['cut-off angle brackets', `${ada}>,<${bob}`],
    ['double quotes', `"${ada}","${bob}"`],
    ['one pair of quotes around all', `"${ada}, ${bob}"`],
    ['stray quotes', `${ada}", "${bob}`.replace('", "', '"\n"')],
    ['single and typographic quotes', `'${ada}', “${bob}”`],
    ['guillemets and backticks', `«${ada}» \`${bob}\``],
    ['emphasis', `**${ada}** _${bob}_`],
    ['wrappings in wrappings', `{•${ada}{ _:${bob}_`],
    ['brackets', `(${ada}) [${bob}]`],
    ['braces', `{${ada}} {${bob}}`],
    ['bullets without a space', `•${ada}\n–${bob}`],
    ['bars and slashes', `${ada}|${bob}/${bob}`],
    ['bars with nothing between', `|${ada}||${bob}|`],
    ['the end of a sentence', `${ada}? ${bob}.`],
    ['mailto links', `mailto:${ada}; <MAILTO:${bob}>`],
    ['header lines without a space', `To:${ada}\nCc:${bob}`],
    ['Outlook as plain text', `${ada}<mailto:${ada}> ${bob}[mailto:${bob}]`],
    ['Markdown links', `[${ada}](mailto:${ada}) [${bob}](mailto:${bob})`],
    ['a link glued to angle brackets', `<${ada}>[mailto:${ada}] <${bob}>(mailto:${bob})`],
    ['a link in a quoted cell', `"[${ada}](mailto:${ada})","${bob}(mailto:${bob})"`],
    ['spreadsheet text formulas', `="${ada}"\t="${bob}"`],
    ['JSON', `["${ada}","${bob}"]`],
    ['quoted mail', `> ${ada}\n>> ${bob}`],
    ['paragraphs of HTML', `<p>${ada}</p><p>${bob}</p>`],
    ['links of HTML', `<a href="mailto:${ada}">${ada}</a> <a href='mailto:${bob}'>Bob</a>`],
    ['a cell of two lines, then a quoted one', `"${ada}\n${bob}"\t"${bob}"`],
    ['inches', `5" ${ada}, 6" ${bob}`],
  ])('reads %s', (_, text) => {
    const { recipients, rejected } = parseRecipients(text)
    expect(recipients.map(({ email }) => email)).toEqual([ada, bob])
    expect(rejected).toEqual([])
  })

  it.each([
    [`Ada Lovelace <${ada}>`, 'Ada Lovelace'],
    [`Ada<${ada}>`, 'Ada'],
    [`"Lovelace, Ada" <${ada}>`, 'Lovelace, Ada'],
    [`Lovelace, Ada <${ada}>`, 'Lovelace, Ada'],
    [`'Lovelace, Ada' <${ada}>`, 'Lovelace, Ada'],
    [`"Ada \\"Countess\\" Lovelace" <${ada}>`, 'Ada "Countess" Lovelace'],
    [`"Ada ""Countess"" Lovelace" <${ada}>`, 'Ada "Countess" Lovelace'],
    [`Ada "Countess" Lovelace <${ada}>`, 'Ada "Countess" Lovelace'],
    [`To: Ada  Lovelace <${ada}>`, 'Ada Lovelace'],
    [`山田　太郎 <${ada}>`, '山田 太郎'],
    [`not a name; Ada <${ada}>`, 'Ada'],
    [`not a name\nAda <${ada}>`, 'Ada'],
    [`${bob} Ada <${ada}>`, 'Ada'],
    [`"ceo@victim.example.com" <${ada}>`, 'ceo@victim.example.com'],
    [`'ceo@victim.example.com' <${ada}>`, 'ceo@victim.example.com'],
    [`${bob} <${ada}>`, undefined],
    [`${bob}<${ada}>`, undefined],
    [`"${ada}" <${ada}>`, undefined],
    [`'${ada}' <${ada}>`, undefined],
    [`${ada} <${ada}>`, undefined],
    [`"" <${ada}>`, undefined],
  ])('in %j the name is %j', (text, name) => {
    const { recipients, duplicates } = parseRecipients(text)
    expect(duplicates).toEqual([])
    expect(recipients.find(({ email }) => email === ada)).toEqual({
      email: ada,
      key: ada,
      ...(name !== undefined && { name }),
    })
  })

  it.each([
    ['grace@', 'grace@', 'no-domain'],
    ['(grace@),', 'grace@', 'no-domain'],
    ['Grace <grace@>', 'grace@', 'no-domain'],
    ['@b.example.com', '@b.example.com', 'no-local'],
    ['a＠b.com', 'a＠b.com', 'at-lookalike'],
    ['(＠)', '＠', 'at-lookalike'],
    ['ad\u200bmin@b.com', 'ad\u200bmin@b.com', 'invisible-char'],
    ['ad\u0000min@b.com', 'ad\u0000min@b.com', 'control-char'],
    ['\u202eada@b.com', '\u202eada@b.com', 'bidi-control'],
    ['a@b.com@c.com', 'a@b.com@c.com', 'two-ats'],
    ['mailto:a@b.com?cc=c@d.com', 'a@b.com?cc=c@d.com', 'two-ats'],
    ['a(comment)@b.com', 'a(comment)@b.com', 'comment'],
    ['(comment)a@b.com', '(comment)a@b.com', 'comment'],
    ['user@[192.168.0.1]', 'user@[192.168.0.1]', 'domain-literal'],
    ['"a b"@c.com', '"a b"@c.com', 'whitespace'],
    ['"a@b"@c.com', '"a@b"@c.com', 'quoted-local'],
    ['x"a"@c.com', 'x"a"@c.com', 'quoted-local'],
    ['x"a@c.com', 'x"a@c.com', 'quoted-local'],
    ['<a@b.com>c@d.com', '<a@b.com>c@d.com', 'angle-bracket'],
    ['Ada <my address@b.com>', '<my address@b.com>', 'whitespace'],
    ['https://user@b.com/x', 'https://user@b.com/x', 'bad-char'],
    ['=?x?q?a=40b.com?=@c.com', '=?x?q?a=40b.com?=@c.com', 'encoded-word'],
  ])('never guesses an address from %j', (input, text, reason) => {
    const { recipients, rejected } = parseRecipients(input)
    expect(recipients).toEqual([])
    expect(rejected).toEqual([{ text, reason }])
  })

  it('says what it leaves out, each piece by itself', () => {
    expect(
      parseRecipients(`Please invite ${ada}, not-an-email, two words\t<x>; ${bob}?subject=hi`),
    ).toMatchObject({
      rejected: [],
      ignored: ['Please invite', 'not-an-email', 'two words', '<x>', '?subject=hi'],
    })
    expect(parseRecipients('Ada </o=Labs/cn=ada>').ignored).toEqual(['Ada </o=Labs/cn=ada>'])
    expect(parseRecipients('Ada <ada@>').ignored).toEqual(['Ada'])
  })

  it.each([`${bob} <grace@>`, `"${bob}" <grace@>`])(
    'keeps the address that stands before the refused one in %j',
    (text) => {
      expect(parseRecipients(text)).toMatchObject({
        recipients: [{ email: bob }],
        rejected: [{ text: 'grace@' }],
      })
    },
  )

  it('keeps the first spelling of an address and names the others', () => {
    expect(
      parseRecipients('Ada <Ada@A.example.com>, ada@a.EXAMPLE.com, Adele <ADA@a.example.com>'),
    ).toEqual({
      recipients: [{ email: 'Ada@a.example.com', key: ada, name: 'Ada' }],
      rejected: [],
      ignored: [],
      duplicates: ['ada@a.EXAMPLE.com', 'Adele <ADA@a.example.com>'],
    })
  })

  it('passes a warning on', () => {
    expect(parseRecipients('jeff@臺網中心.tw').recipients).toEqual([
      {
        email: 'jeff@xn--fiqq24b10vi0d.tw',
        key: 'jeff@xn--fiqq24b10vi0d.tw',
        text: 'jeff@臺網中心.tw',
        warning: 'idn-domain',
      },
    ])
  })

  it.each(['', ' ,;\n\t ,; ', '\ufeff', '>>'])('finds nothing in %j', (text) => {
    expect(parseRecipients(text)).toEqual({
      recipients: [],
      rejected: [],
      ignored: [],
      duplicates: [],
    })
  })
})
