import { describe, expect, it } from 'vitest'
import { ana, failure, setUp } from './harnessSetUp.ts'

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
    expect(await failure(all.transport.resend({ id }))).toMatchObject({ code: 'not_found' })
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
})
