import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseRetryAfter } from '../../src/transports/retryAfter.js'
import vectors from '../data/vectors.json'
import { runs } from '../input/fuzz.ts'

const now = new Date(vectors.retryAfter.now)

describe('Retry-After', () => {
  it.each(vectors.retryAfter.cases)('$header is $ms', ({ header, ms }) => {
    expect(parseRetryAfter(header, now)).toBe(ms ?? undefined)
  })

  it.each([
    [null, undefined],
    ['0', 0],
    [' 7 ', 7000],
    ['-1', undefined],
    ['+1', undefined],
    ['1e3', undefined],
    ['7 seconds', undefined],
    ['9'.repeat(400), undefined],
    ['2026-10-21T07:28:30Z', undefined],
    ['Wed, 32 Oct 2026 07:28:30 GMT', undefined],
    ['Wed, 21 Oct 2026 07:28:30 CET', undefined],
  ])('%j is %s', (header, ms) => {
    expect(parseRetryAfter(header, now)).toBe(ms)
  })

  it('is never negative nor endless, whatever the header', () => {
    const anyHeader = fc.oneof(
      fc.string(),
      fc.stringMatching(/^\d{1,30}$/),
      fc.date({ noInvalidDate: true }).map((date) => date.toUTCString()),
    )
    fc.assert(
      fc.property(anyHeader, (header) => {
        const wait = parseRetryAfter(header, now) ?? 0
        expect(wait).toBeGreaterThanOrEqual(0)
        expect(Number.isSafeInteger(wait)).toBe(true)
      }),
      runs,
    )
  })
})
