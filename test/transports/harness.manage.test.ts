import { describe, expect, it } from 'vitest'
import { ana, answering, failure, setUp } from './harnessSetUp.ts'

const first = async ({ transport }: ReturnType<typeof setUp>) =>
  (await transport.list({})).invites[0]?.id ?? ''

describe('a row', () => {
  it('is resent by writing back what was read, so that nothing of it is lost', async () => {
    const all = setUp()
    const { transport, outbox, state, calls, requests } = all
    await transport.create({ ...ana, groups: ['platform'] })
    const id = await first(all)
    const before = calls().length
    const sent = await transport.resend({ id })
    expect(sent).toMatchObject({ delivery: 'mailed', invite: { id, role: '_account_viewer' } })
    expect(calls().slice(before)).toEqual([
      'GET /ng/api/invites/invite',
      `PUT /ng/api/invites/${id}`,
    ])
    expect(state.invites[0]).toMatchObject({ userGroups: ['platform'] })
    expect(state.invites[0]?.roleBindings).toHaveLength(1)
    expect(outbox).toHaveLength(2)
    expect(await requests.at(-1)?.json()).toMatchObject({
      approved: false,
      inviteType: 'ADMIN_INITIATED_INVITE',
    })
  })

  it('is written back with all that it has, also what no document names', async () => {
    const all = setUp()
    await all.transport.create(ana)
    const [invite] = all.state.invites
    Object.assign(invite?.roleBindings[0] ?? {}, { roleScopeLevel: 'account' })
    await all.transport.resend({ id: await first(all) })
    expect(all.state.invites[0]?.roleBindings[0]).toMatchObject({ roleScopeLevel: 'account' })
  })

  it('is written back with the flag that the server cannot do without', async () => {
    const { over } = setUp()
    const bodies: unknown[] = []
    const invite = { id: 'a', email: 'ana@acme.test', inviteType: 'ADMIN_INITIATED_INVITE' }
    const answer = answering({ status: 'SUCCESS', data: { ...invite, approved: null } })
    await over({
      fetch: (...args) => {
        const { body } = args[1] ?? {}
        if (typeof body === 'string') bodies.push(JSON.parse(body))
        return answer(...args)
      },
    }).resend({ id: 'a' })
    expect(bodies).toEqual([{ ...invite, approved: false }])
  })

  it('that its invitee asked for cannot be resent: the server fails, and whether it mailed is open', async () => {
    const all = setUp()
    await all.transport.create(ana)
    const [invite] = all.state.invites
    if (invite) invite.inviteType = 'USER_INITIATED_INVITE'
    expect(await failure(all.transport.resend({ id: await first(all) }))).toMatchObject({
      code: 'unavailable',
      outcome: 'unknown',
    })
  })

  it.each(['resend', 'update', 'revoke'] as const)(
    'is not looked for by %s under what is no id',
    async (operation) => {
      const { transport, calls } = setUp()
      expect(await failure(transport[operation]({ id: '../users', role: 'r' }))).toMatchObject({
        code: 'invalid_input',
        outcome: 'not_sent',
      })
      expect(calls()).toEqual([])
    },
  )

  it('outlives its link: thirty days in the list, seven for the mail', async () => {
    const all = setUp()
    const day = 86_400_000
    await all.transport.create(ana)
    const id = await first(all)
    all.wait(8 * day)
    expect(await failure(all.transport.lookup(all.open()))).toMatchObject({ code: 'not_found' })
    expect((await all.transport.list({})).total).toBe(1)
    await all.transport.resend({ id })
    expect(await all.transport.lookup(all.open())).toMatchObject({ email: 'ana@acme.test' })
    all.wait(31 * day)
    expect((await all.transport.list({})).total).toBe(0)
  })

  it('gets a new link by a resend; the old one dies', async () => {
    const all = setUp()
    await all.transport.create(ana)
    const old = all.open()
    all.wait(1000)
    await all.transport.resend({ id: await first(all) })
    expect(await failure(all.transport.lookup(old))).toMatchObject({ code: 'not_found' })
    expect(await all.transport.lookup(all.open())).toMatchObject({ email: 'ana@acme.test' })
  })

  it('changes its role and keeps the rest', async () => {
    const all = setUp()
    await all.transport.create({ ...ana, groups: ['platform'] })
    const changed = await all.transport.update({ id: await first(all), role: '_account_admin' })
    expect(changed).toMatchObject({ role: '_account_admin' })
    expect(all.state.invites[0]).toMatchObject({ userGroups: ['platform'] })
    expect(all.outbox).toHaveLength(2)
  })

  it.each(['resend', 'update'] as const)(
    'that is gone cannot be used for %s: 200 with no data',
    async (operation) => {
      const all = setUp()
      await all.transport.create(ana)
      const id = await first(all)
      await all.transport.revoke({ id })
      expect(await failure(all.transport[operation]({ id, role: 'r' }))).toMatchObject({
        code: 'not_found',
        outcome: 'not_sent',
      })
    },
  )

  it('that was clicked meanwhile is not written back', async () => {
    const all = setUp()
    await all.transport.create(ana)
    const id = await first(all)
    await all.verify()
    expect(await failure(all.transport.resend({ id }))).toMatchObject({
      code: 'not_found',
      outcome: 'not_sent',
    })
    expect(all.outbox).toHaveLength(1)
  })

  it('is revoked, and revoking it again is a success', async () => {
    const all = setUp()
    await all.transport.create(ana)
    const id = await first(all)
    await all.transport.revoke({ id })
    await expect(all.transport.revoke({ id })).resolves.toBeUndefined()
    expect((await all.transport.list({})).total).toBe(0)
  })

  it('is revoked, whatever the answer tells of it', async () => {
    const { over } = setUp()
    const fetch = answering({ status: 'SUCCESS', data: { id: 7 } })
    await expect(over({ fetch }).revoke({ id: 'a' })).resolves.toBeUndefined()
  })
})
