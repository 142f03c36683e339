import { describe, expect, test } from 'vitest'
import { InviteError } from '../../src/error.js'
import { ledger } from '../../src/transports/ledger.js'
import { setUp as setUpAstronomer } from './astronomerSetUp.ts'
import { ana, failure } from './authressSetUp.ts'
import { mapStore, post } from './ledgerSetUp.ts'

describe('a replacement that withdraws first', () => {
  test('serves a provider that takes no second invite of an address', async () => {
    const { v1, state, calls, clock } = setUpAstronomer()
    const now = () => new Date(clock.time)
    const book = ledger(v1, mapStore(), { revokeFirst: true, now })
    const input = { email: 'ana@acme.test', role: 'ORGANIZATION_MEMBER' }
    const { invite } = await book.create(input)
    expect((await failure(ledger(v1, mapStore()).create(input))).code).toBe('invalid_input')
    const sent = await book.resend({ id: invite?.id ?? '' })
    expect(calls().map((call) => call.split(' ')[0])).toEqual(['POST', 'POST', 'DELETE', 'POST'])
    expect(state.outbox).toHaveLength(2)
    expect((await book.list({})).invites).toEqual([sent.invite])
  })

  test('and then fails names the person, keeps the row, and can be pressed again', async () => {
    const { provider, open, asked, refuse } = post()
    const book = ledger(provider, mapStore(), { revokeFirst: true })
    await book.create(ana)
    refuse.create = true
    const error = await failure(book.resend({ id: 'i1' }))
    expect(error).toMatchObject({ code: 'invalid_input', outcome: 'unknown' })
    expect(error.message).toContain('ana@acme.test')
    expect(error.fields).toHaveProperty('email')
    expect((await book.list({})).invites).toMatchObject([{ id: 'i1', status: 'revoked' }])
    expect(open.size).toBe(0)

    refuse.create = false
    await book.resend({ id: 'i1' })
    // Once more, since the first time might not have been sure.
    expect(asked.slice(2)).toEqual(['create ana@acme.test', 'revoke i1', 'create ana@acme.test'])
    expect([...open.keys()]).toEqual(['i2'])
    expect((await book.list({})).invites).toMatchObject([{ id: 'i2', status: 'pending' }])
  })

  test('and nobody knows whether it did keeps who may be without an invite', async () => {
    const { provider, asked, open } = post()
    const lost = new InviteError('timeout', { outcome: 'unknown' })
    const storage = mapStore()
    await ledger(provider, storage).create(ana)
    const revoke: typeof provider.revoke = async (input) => {
      await provider.revoke(input)
      throw lost
    }
    const lookup = () =>
      open.size > 0
        ? Promise.resolve({ status: 'pending' as const, asks: [] })
        : Promise.reject(new InviteError('not_found'))
    const book = ledger({ ...provider, revoke, lookup }, storage, { revokeFirst: true })
    expect(await failure(book.resend({ id: 'i1' }))).toBe(lost)
    expect((await book.list({})).invites).toMatchObject([{ email: ana.email, status: 'revoked' }])
    await ledger(provider, storage, { revokeFirst: true }).resend({ id: 'i1' })
    expect(asked.filter((call) => call.startsWith('create'))).toHaveLength(2)
    expect([...open.keys()]).toEqual(['i2'])
  })

  test('begins nothing where it cannot be noted', async () => {
    const { provider, asked } = post()
    const storage = mapStore()
    await ledger(provider, storage).create(ana)
    const setItem = () => Promise.reject(new Error('disk full'))
    const book = ledger(provider, { ...storage, setItem }, { revokeFirst: true })
    expect(await failure(book.resend({ id: 'i1' }))).toMatchObject({
      code: 'unavailable',
      outcome: 'not_sent',
    })
    expect(asked).toEqual(['create ana@acme.test'])
  })

  test('begins nothing where the old one cannot be withdrawn', async () => {
    const { provider, open, asked, refuse } = post()
    const book = ledger(provider, mapStore(), { revokeFirst: true })
    await book.create(ana)
    refuse.revoke = true
    expect((await failure(book.resend({ id: 'i1' }))).outcome).toBe('not_sent')
    expect(asked.slice(1)).toEqual(['revoke i1'])
    expect([...open.keys()]).toEqual(['i1'])
    expect((await book.list({})).invites).toMatchObject([{ status: 'pending' }])
  })
})
