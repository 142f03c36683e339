import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { inspectName, type NameFlag } from '../../src/input/names.js'
import vectors from '../data/vectors.json' with { type: 'json' }
import { anyString, brief, runs } from './fuzz.ts'

describe('inspectName: flags', () => {
  it.each(vectors.names.map(({ name, flags }) => [brief(name), flags, name] as const))(
    '%s: %j',
    (_, flags, name) => {
      expect(inspectName(name).flags).toEqual(flags)
    },
  )

  it('knows no word beside those of the data', () => {
    const known: Record<NameFlag, true> = {
      'bidi-control': true,
      invisible: true,
      blank: true,
      control: true,
      'mixed-script': true,
      url: true,
      phone: true,
      email: true,
      markup: true,
      template: true,
      'too-long': true,
      'combining-flood': true,
    }
    expect(new Set(vectors.names.flatMap(({ flags }) => flags))).toEqual(
      new Set(Object.keys(known)),
    )
  })

  it.each([
    '3M',
    '7-Eleven',
    'Booking.com',
    'Yahoo!',
    'Nestlé S.A.',
    'Việt Nam'.normalize('NFD'),
    'IT-отдел',
    'Acme Москва',
    'Canon 東京',
    'Ελλάδα',
    'Ca$h & Carry',
    'Class of 2024-2025',
    '1234567 Canada Inc.',
    'Fish <3 Chips',
    'Meet @ Noon',
    'Acme ❤️',
    '👩🏽‍💻 Club',
    'شرکت نرم‌افزار',
    'ශ්‍රී ලංකා',
    'A'.repeat(80),
  ])('takes %j for honest', (name) => {
    expect(inspectName(name)).toEqual({ flags: [], display: name })
  })

  it.each<[string, NameFlag]>([
    ['hxxps://evil.example', 'url'],
    ['www.evil.example', 'url'],
    ['ｈｔｔｐ：／／evil.example', 'url'],
    ['Call 0800 555 0199', 'phone'],
    ['+1800555', 'phone'],
    ['١٢٣-٤٥٦-٧٨٩٠', 'phone'],
    ['ada＠evil.example', 'email'],
    ['﹤b﹥x﹤/b﹥', 'markup'],
    ['&lt;b&gt;', 'markup'],
    ['Hello {name}', 'template'],
    ['<%= 7*7 %>', 'template'],
    ['Pаypal', 'mixed-script'],
    ['Αpple', 'mixed-script'],
    ['Ωмега', 'mixed-script'],
    ['Go\u200dogle', 'invisible'],
    ['Ada \ud800', 'invisible'],
    ['Ada\ue000', 'invisible'],
    ['\u2800', 'blank'],
    ['', 'blank'],
    ['a\u2028b', 'control'],
    ['a\u0000b', 'control'],
    ['\u061cAcme', 'bidi-control'],
    ['A'.repeat(81), 'too-long'],
  ])('%j: %s', (name, flag) => {
    expect(inspectName(name).flags).toContain(flag)
  })
})

it('does not read on where a name is too long anyway', () => {
  expect(inspectName(`${'😀'.repeat(4000)}<b>`).flags).toEqual(['too-long'])
})

describe('inspectName: display', () => {
  it.each([
    ['Acme\u202egnp.exe', 'AcmeU+202Egnp.exe'],
    ['Goo\u00adgle', 'GooU+00ADgle'],
    ['a\udb40\udc41b', 'aU+E0041b'],
    ['a\ud800', 'aU+D800'],
    ['  Acme\r\n\tInc ', 'Acme Inc'],
    [`Z${'\u0301'.repeat(50)}`, `Z${'\u0301'.repeat(4)}`],
    ['é'.normalize('NFD').repeat(81), `${'é'.normalize('NFD').repeat(79)}…`],
    ['😀'.repeat(5000), `${'😀'.repeat(79)}…`],
  ])('%j is shown as %j', (name, display) => {
    expect(inspectName(name).display).toBe(display)
  })

  it('has no control, turns nothing, leaves no isolate open and is bounded, whatever comes in', () => {
    const crafted = fc.string({
      unit: fc.constantFrom(
        ...'a б\u202e\u2066\u2069\u200d\u0301\n<{$@.'.split(''),
        '😀',
        '\ufe0f',
        '\ud800',
      ),
      maxLength: 200,
    })
    fc.assert(
      fc.property(fc.oneof(anyString, crafted), (name) => {
        const { display } = inspectName(name)
        expect(display).not.toMatch(/[\p{Cc}\p{Cs}\p{Bidi_C}\u2028\u2029]/u)
        expect(display.match(/[\u2066-\u2068]/g) ?? []).toHaveLength(
          display.match(/\u2069/g)?.length ?? 0,
        )
        expect(display.match(/\P{M}/gu)?.length ?? 0).toBeLessThanOrEqual(80)
        expect(display).not.toMatch(/\p{M}{5}/u)
        expect(display.length).toBeLessThanOrEqual(1000)
      }),
      runs,
    )
  })
})
