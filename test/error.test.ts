import * as fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { InviteError, inviteErrorCodes } from '../src/error.js'
import { runs } from './input/fuzz.ts'

describe('an InviteError', () => {
  it('is an Error whose message is the code in words where none is given', () => {
    const error = new InviteError('already_invited')
    expect(error).toBeInstanceOf(Error)
    expect(error.name).toBe('InviteError')
    expect(error.message).toBe('already invited')
    expect(String(new InviteError('expired', { message: 'Too late.' }))).toBe(
      'InviteError: Too late.',
    )
  })

  it('has the codes of the list and no others', () => {
    expect(inviteErrorCodes.toSorted()).toEqual([
      'already_accepted',
      'already_invited',
      'already_member',
      'config',
      'email_unverified',
      'expired',
      'forbidden',
      'invalid_input',
      'invalid_response',
      'limit_reached',
      'network',
      'not_found',
      'offline',
      'rate_limited',
      'revoked',
      'timeout',
      'unauthenticated',
      'unavailable',
      'unknown',
      'unsupported',
      'wrong_account',
    ])
  })

  it('has what it was given', () => {
    const options = {
      status: 409,
      message: 'No.',
      fields: { email: 'in use' },
      retryAfter: 7000,
      requestId: 'r1',
      outcome: 'not_sent',
    } as const
    expect(new InviteError('already_member', options)).toMatchObject({
      code: 'already_member',
      ...options,
    })
    expect(new InviteError('already_member', options).toJSON()).toEqual({
      code: 'already_member',
      ...options,
    })
  })

  it('is known to another copy of the package, and nothing else is', async () => {
    vi.resetModules()
    const copy = await import('../src/error.js')
    const foreign = new copy.InviteError('expired')
    expect(foreign).not.toBeInstanceOf(InviteError)
    expect(InviteError.is(foreign)).toBe(true)
    expect(InviteError.from(foreign)).toBe(foreign)
    const others = [undefined, null, 'expired', 42, {}, new Error('x'), { code: 'expired' }]
    expect(others.filter((other) => InviteError.is(other))).toEqual([])
  })

  it('is made of anything else that was thrown, and does not say that nothing happened', () => {
    fc.assert(
      fc.property(fc.anything(), (thrown) => {
        const error = InviteError.from(thrown)
        expect(error.toJSON()).toEqual(new InviteError('unknown', { outcome: 'unknown' }).toJSON())
      }),
      runs,
    )
  })

  it('carries neither what was thrown, nor a stack, nor what is hung on it, into JSON', () => {
    const error = Object.assign(new InviteError('network'), {
      cause: 'token-1',
      headers: 'token-2',
    })
    expect(Object.keys(JSON.parse(JSON.stringify(error)) as object)).toEqual(['code', 'message'])
  })
})
