import { describe, expect, it } from 'vitest'
import { ana, link, refusal, setUp } from './memorySetUp.ts'

describe('memory, managing', () => {
  it('lists what is open, by search, role, status, order and page', async () => {
    const more = ['bo', 'cy', 'di'].map((name, index) => ({
      ...ana,
      id: name,
      token: `t-${name}`,
      email: `${name}@acme.test`,
      role: index === 0 ? 'admin' : 'member',
      createdAt: `2026-11-1${index}T09:00:00.000Z`,
    }))
    const gone = { ...ana, id: 'gone', token: 't-gone', status: 'revoked' as const }
    const { transport } = setUp({ seed: [ana, ...more, gone] })
    const ids = async (input: Parameters<typeof transport.list>[0]) =>
      (await transport.list(input)).invites.map(({ id }) => id)
    expect(await ids({})).toEqual(['i1', 'di', 'cy', 'bo'])
    expect(await ids({ search: 'BO@' })).toEqual(['bo'])
    expect(await ids({ role: 'member', pageSize: 2 })).toEqual(['i1', 'di'])
    expect(await ids({ status: 'revoked' })).toEqual([])
    const sort = { by: 'email', direction: 'asc' } as const
    expect(await ids({ sort, cursor: '2' })).toEqual(['cy', 'di'])
  })

  it('never tells the token but in the link', async () => {
    const { transport } = setUp()
    const answers = [await transport.list({}), await transport.update({ id: 'i1', role: 'admin' })]
    expect(JSON.stringify(answers)).not.toContain('t1')
  })

  it('mails the same link again and prolongs it', async () => {
    const { transport, clock, mails } = setUp()
    clock.time = '2026-12-01T09:00:00.000Z'
    expect(await transport.lookup({ token: 't1' })).toMatchObject({ status: 'expired' })
    const sent = await transport.resend({ id: 'i1' })
    expect(sent.invite).toMatchObject({ status: 'pending', expiresAt: '2026-12-08T09:00:00.000Z' })
    expect(mails).toEqual([{ to: 'ana@acme.test', url: `${link}t1` }])
    expect(await transport.lookup({ token: 't1' })).toMatchObject({ status: 'pending' })
  })

  it('changes the role and nothing else', async () => {
    const { transport, mails } = setUp()
    const { token: _token, ...before } = ana
    expect(await transport.update({ id: 'i1', role: 'admin' })).toEqual({
      ...before,
      role: 'admin',
    })
    expect(mails).toEqual([])
  })

  it('takes a revoked invite out of the list and stops its link', async () => {
    const { transport } = setUp()
    await transport.revoke({ id: 'i1' })
    expect(await transport.list({})).toEqual({ invites: [], total: 0 })
    expect(await refusal(transport.accept({ token: 't1' }))).toBe('revoked not_sent')
  })

  it.each(['resend', 'update', 'revoke'] as const)(
    '%s says not_found for an id that is unknown or no longer open',
    async (operation) => {
      const { transport } = setUp({ seed: [{ ...ana, status: 'accepted' }] })
      for (const id of ['i1', 'nobody'])
        expect(await refusal(transport[operation]({ id, role: 'admin' }))).toBe(
          'not_found not_sent',
        )
    },
  )

  it('hands out all invites after each change, from which another one goes on', async () => {
    const { transport, kept } = setUp()
    await transport.create({ email: 'bo@acme.test' })
    await transport.revoke({ id: 'i1' })
    expect(kept.map((invites) => invites.map(({ status }) => status))).toEqual([
      ['pending', 'pending'],
      ['pending', 'revoked'],
    ])
    const reloaded = setUp({ seed: kept.at(-1) })
    expect(await reloaded.transport.list({})).toEqual(await transport.list({}))
    expect(await reloaded.transport.lookup({ token: 't1' })).toMatchObject({ status: 'revoked' })
  })
})
