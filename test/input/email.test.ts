import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkEmail, type EmailRefusal, type EmailWarning } from '../../src/input/email.js'
import own from '../data/emails.json' with { type: 'json' }
import { anyString, brief, runs } from './fuzz.ts'
import { sharedData } from './sharedData.ts'

interface Case {
  address: string
  expect: string
  reason: string
  canonical?: string
}

const shared = sharedData('emails') as { cases: Case[] } | undefined

function titled(cases: Case[]) {
  return cases.map((one) => [brief(one.address), one.expect, one.reason, one] as const)
}

function expectCase({ address, expect: verdict, reason, canonical }: Case): void {
  const check = checkEmail(address)
  expect(check).toMatchObject({ verdict, reason })
  expect(check.email).toBe(canonical)
}

/** Addresses of every kind that may be accepted, and their near misses. */
const nearly = fc
  .tuple(
    fc.string({
      unit: fc.constantFrom(..."aZ9.-+_%!'é葉б\u0301=?ß".split('')),
      minLength: 1,
      maxLength: 12,
    }),
    fc.array(
      fc.string({
        unit: fc.constantFrom(...'aZ9-üб葉\u0301ßİ١'.split('')),
        minLength: 1,
        maxLength: 8,
      }),
      { minLength: 2, maxLength: 4 },
    ),
  )
  .map(([local, labels]) => `${local}@${labels.join('.')}`)

describe('checkEmail', () => {
  it.each(titled(own.cases))('%s: %s, %s', (_title, _verdict, _reason, one) => expectCase(one))

  describe.skipIf(!shared)('the corpora of others', () => {
    it.each(titled(shared?.cases ?? []))('%s: %s, %s', (_title, _verdict, _reason, one) =>
      expectCase(one),
    )

    it('knows no reason beside those of the data', () => {
      const known: Record<EmailRefusal | EmailWarning | 'ok', true> = {
        ok: true,
        empty: true,
        'control-char': true,
        'bidi-control': true,
        'invisible-char': true,
        'unassigned-or-surrogate': true,
        whitespace: true,
        'at-lookalike': true,
        'compat-char': true,
        comment: true,
        'quoted-local': true,
        'angle-bracket': true,
        'list-separator': true,
        'no-at': true,
        'two-ats': true,
        'no-local': true,
        'no-domain': true,
        'encoded-word': true,
        'local-too-long': true,
        'dot-local': true,
        'bad-char': true,
        'domain-literal': true,
        'dot-domain': true,
        'hyphen-edge': true,
        'no-dot': true,
        'numeric-tld': true,
        'label-too-long': true,
        'domain-too-long': true,
        'too-long': true,
        'idn-domain': true,
        'eai-local': true,
        'mixed-script': true,
        'routing-char': true,
        'leading-hyphen': true,
        'special-use-tld': true,
      }
      const used = shared?.cases.flatMap(({ reason }) => reason.split('+'))
      expect(new Set(used)).toEqual(new Set(Object.keys(known)))
    })
  })

  it.each([
    ['a\u037e@x.com', 'compat-char'],
    ['a\u1fef@x.com', 'compat-char'],
    ['a@x\uff61com', 'compat-char'],
    ['a\u2028b@x.com', 'whitespace'],
    ['a،b@x.com', 'list-separator'],
    ['a@xn--0.com', 'bad-char'],
    ['a@\u0300.com', 'bad-char'],
    ['a@%61.com', 'bad-char'],
    ['a@x.com:80', 'bad-char'],
    ['a@x.com/y', 'bad-char'],
    ['a@x\\y.com', 'bad-char'],
    ['a@x.com#', 'bad-char'],
    ['a@ü.1', 'numeric-tld'],
    ['=?utf-8?q?=61=40evil.example?=@x.com', 'encoded-word'],
    [`a@${'ü'.repeat(60)}.com`, 'label-too-long'],
    [`${'é'.repeat(32)}@${'b.'.repeat(93)}bcde`, 'too-long'],
  ])('refuses %j: %s', (address, reason) => {
    expect(checkEmail(address)).toEqual({ verdict: 'reject', reason })
  })

  it.each([
    ['a@anything.arpa', 'special-use-tld'],
    ['a@link.local', 'special-use-tld'],
    ['a@b.example', 'special-use-tld'],
    ['-a%b@x.test', 'routing-char+leading-hyphen+special-use-tld'],
    ['аb@аb.com', 'mixed-script+idn-domain+eai-local'],
    ['😀@x.com', 'eai-local'],
    ['a@東京tower.jp', 'idn-domain'],
    ['иван@почта.рф', 'idn-domain+eai-local'],
  ])('warns about %j: %s', (address, reason) => {
    expect(checkEmail(address)).toMatchObject({ verdict: 'warn', reason })
  })

  it.each([
    ['Ada@A.example.com', 'ada@a.EXAMPLE.com'],
    ['jeff@臺網中心.tw', 'jeff@XN--FIQQ24B10VI0D.tw'],
    ['jos\u00e9@x.com', 'jose\u0301@x.com'],
  ])('gives %j and %j one key', (one, other) => {
    expect(checkEmail(one).key).toBeDefined()
    expect(checkEmail(one).key).toBe(checkEmail(other).key)
  })

  it.each([
    ['MİKE@x.com', 'mi̇ke@x.com'],
    ['mıke@x.com', 'mike@x.com'],
    ['straße@x.com', 'strasse@x.com'],
    ['a.b@gmail.com', 'ab@gmail.com'],
    ['a+b@x.com', 'a@x.com'],
    ['É@x.com', 'é@x.com'],
  ])('keeps %j and %j apart', (one, other) => {
    expect(checkEmail(one).key).toBeDefined()
    expect(checkEmail(one).key).not.toBe(checkEmail(other).key)
  })

  it('gives an address and a key that it accepts again as themselves', () => {
    let passed = 0
    fc.assert(
      fc.property(nearly, (raw) => {
        const { email, key } = checkEmail(raw)
        if (email === undefined || key === undefined) return
        passed++
        expect(checkEmail(email)).toMatchObject({ email, key })
        expect(checkEmail(key)).toMatchObject({ email: key, key })
        expect(email).toMatch(/^[^\s\p{C}@,;<>"()]+@[a-z0-9-]+(?:\.[a-z0-9-]+)+$/u)
        expect(new TextEncoder().encode(email).length).toBeLessThanOrEqual(254)
      }),
      runs,
    )
    expect(passed).toBeGreaterThan(0)
  })

  it('never throws, and never accepts what has a separator or cannot be seen', () => {
    const part = fc.oneof(anyString, fc.constantFrom('a', '.com', ' ', '<', '"', '＠', '@'))
    fc.assert(
      fc.property(fc.array(part, { maxLength: 4 }), fc.array(part, { maxLength: 4 }), (a, b) => {
        const { email } = checkEmail(`${a.join('')}@${b.join('')}`)
        expect(email ?? '').not.toMatch(/[\s\p{C}\p{DI},;<>"()＠﹫]/u)
      }),
      runs,
    )
  })

  it.each(['a', '@', '"', '=?', 'a@', 'ü', '.', '\u0301', '\ud800', ' '])(
    'refuses a megabyte of %j before it looks for more',
    (piece) => {
      expect(checkEmail(`x${piece.repeat(1_000_000)}x`).reason).toBe('too-long')
    },
  )
})
