import { describe, expect, it } from 'vitest'
import type { InviteErrorCode } from '../../src/error.js'
import type { InviteStatus } from '../../src/schema.js'
import { ana, refusal, setUp } from './memorySetUp.ts'

describe('memory, answering', () => {
  it('shows an invite without changing anything', async () => {
    const { transport, kept } = setUp({ organization: 'Acme' })
    expect(await transport.lookup({ token: 't1' })).toEqual({
      status: 'pending',
      email: 'ana@acme.test',
      organization: 'Acme',
      role: 'member',
      expiresAt: ana.expiresAt,
      asks: [],
    })
    expect(kept).toEqual([])
    expect(await refusal(transport.lookup({ token: 'x' }))).toBe('not_found')
  })

  it('accepts and declines, which the next look shows', async () => {
    const accepted = setUp().transport
    expect(await accepted.accept({ token: 't1' })).toEqual({ status: 'accepted' })
    expect(await accepted.lookup({ token: 't1' })).toMatchObject({ status: 'accepted' })
    const declined = setUp().transport
    await declined.decline({ token: 't1' })
    expect(await declined.lookup({ token: 't1' })).toMatchObject({ status: 'declined' })
  })

  const closed: [InviteStatus, InviteErrorCode][] = [
    ['accepted', 'already_accepted'],
    ['declined', 'not_found'],
    ['revoked', 'revoked'],
    ['expired', 'expired'],
  ]
  it.each(closed)('refuses an answer to one that is %s: %s', async (status, code) => {
    const { transport } = setUp({ seed: [{ ...ana, status }] })
    expect(await refusal(transport.accept({ token: 't1' }))).toBe(`${code} not_sent`)
    expect(await refusal(transport.decline({ token: 't1' }))).toBe(`${code} not_sent`)
    expect(await transport.lookup({ token: 't1' })).toMatchObject({ status })
  })

  it('counts an invite as expired from the instant that it names', async () => {
    const { transport, clock } = setUp()
    clock.time = '2026-11-26T08:59:59.999Z'
    expect((await transport.list({})).invites).toMatchObject([{ status: 'pending' }])
    clock.time = '2026-11-26T09:00:00.000Z'
    expect((await transport.list({})).invites).toMatchObject([{ status: 'expired' }])
    expect(await refusal(transport.accept({ token: 't1' }))).toBe('expired not_sent')
    expect(await transport.create({ email: 'ana@acme.test' })).toMatchObject({ delivery: 'mailed' })
  })

  it.each([
    ['another address', { email: 'bo@acme.test' }, ana.email, 'wrong_account not_sent'],
    ['a look-alike', { email: 'an\u0430@acme.test' }, ana.email, 'wrong_account not_sent'],
    ['other letter case', { email: 'ANA@acme.test' }, ana.email, 'no error'],
    ['nobody signed in', null, ana.email, 'no error'],
    ['an invite without an address', { email: 'bo@acme.test' }, undefined, 'no error'],
  ])('accepts for the invited address only: %s', async (_what, viewer, email, expected) => {
    const { transport } = setUp({ viewer, seed: [{ ...ana, email }] })
    expect(await refusal(transport.accept({ token: 't1' }))).toEqual(expected)
  })

  it('says who is signed in', async () => {
    expect(await setUp().transport.viewer({})).toBeNull()
    const viewer = { email: 'ana@acme.test', emailVerified: true }
    expect(await setUp({ viewer }).transport.viewer({})).toEqual(viewer)
  })
})
