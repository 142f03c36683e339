import { describe, expect, it } from 'vitest'
import { InviteError, inviteErrorCodes } from '../src/error.js'
import { retryDelay, retryRead } from '../src/retry.js'

describe('the retry rule', () => {
  const error = (code: (typeof inviteErrorCodes)[number], retryAfter?: number) =>
    new InviteError(code, { retryAfter })

  it('tries passing faults three times in all, and nothing else', () => {
    const again = inviteErrorCodes.filter((code) => retryRead(1, error(code)))
    expect(again).toEqual(['invalid_response', 'timeout', 'network', 'unavailable'])
    expect(again.filter((code) => retryRead(2, error(code)))).toEqual([])
  })

  it('waits out a limit of up to a minute, and no longer one', () => {
    expect(retryRead(0, error('rate_limited', 60_000))).toBe(true)
    expect(retryRead(0, error('rate_limited', 60_001))).toBe(false)
    expect(retryRead(0, error('rate_limited'))).toBe(false)
    expect(retryDelay(0, error('rate_limited', 7000))).toBe(7000)
  })

  it('jitters between 300 ms and 5 s', () => {
    expect([0, 1, 2, 9].map((failures) => retryDelay(failures, error('network'), () => 0))).toEqual(
      [300, 300, 300, 300],
    )
    expect([0, 1, 2, 9].map((failures) => retryDelay(failures, error('network'), () => 1))).toEqual(
      [1200, 4800, 5000, 5000],
    )
  })
})
