import { describe, expect, it } from 'vitest'
import { json } from '../emulators/emulator.ts'
import { ana, failure, setUp } from './harnessSetUp.ts'

const bo = { email: 'bo@acme.test', role: '_account_viewer' }
const owner = { email: 'owner@acme.test' }

describe('inviting', () => {
  it('invites one with one call', async () => {
    const { transport, calls, outbox } = setUp()
    expect(await transport.create(ana)).toEqual({ email: 'ana@acme.test', delivery: 'mailed' })
    expect(calls()).toEqual(['POST /ng/api/user/users'])
    expect(outbox).toHaveLength(1)
  })

  it('grants a binding of the role, or what the app makes of it', async () => {
    const { transport, over, state } = setUp()
    await transport.create(ana)
    await over({
      roleBinding: () => ({
        roleIdentifier: 'mine',
        roleName: 'Mine',
        managedRole: false,
        resourceGroupIdentifier: 'rg',
      }),
    }).create(bo)
    expect(state.invites.map(({ roleBindings }) => roleBindings[0])).toMatchObject([
      {
        roleIdentifier: '_account_viewer',
        managedRole: true,
        resourceGroupIdentifier: '_all_account_level_resources',
      },
      { roleIdentifier: 'mine', managedRole: false, resourceGroupIdentifier: 'rg' },
    ])
  })

  it('tells who was invited again with the old role, who was added, and who is a member', async () => {
    const { transport, over, outbox, state } = setUp()
    await transport.create(ana)
    state.users.push({ email: 'bo@acme.test', name: 'Bo', password: 'x', scopes: [] })
    const outcomes = await transport.createMany([{ ...ana, role: '_account_admin' }, bo, owner])
    expect(outcomes).toMatchObject([
      { status: 'sent', sent: { delivery: 'mailed', renewed: true } },
      { status: 'sent', sent: { delivery: 'added' } },
      { status: 'failed', error: { code: 'already_member', outcome: 'not_sent' } },
    ])
    expect(outbox.map(({ to }) => to)).toEqual(['ana@acme.test', 'ana@acme.test'])
    expect(state.invites[0]?.roleBindings[0]?.roleIdentifier).toBe('_account_viewer')
    expect(await failure(over().create(owner))).toMatchObject({ code: 'already_member' })
  })

  it('makes one call for each set of role and groups, and keeps the order of the outcomes', async () => {
    const { transport, calls, requests } = setUp()
    const outcomes = await transport.createMany([
      { email: 'a@acme.test', role: 'r1' },
      { email: 'b@acme.test', role: 'r2' },
      { email: 'c@acme.test', role: 'r1' },
    ])
    expect(outcomes.map((one) => one.status === 'sent' && one.sent.email)).toEqual([
      'a@acme.test',
      'b@acme.test',
      'c@acme.test',
    ])
    expect(calls()).toHaveLength(2)
    expect(await requests[0]?.json()).toMatchObject({ emails: ['a@acme.test', 'c@acme.test'] })
  })

  it('mails an address once, however often a batch has it', async () => {
    const { transport, outbox } = setUp()
    const outcomes = await transport.createMany([
      ana,
      { ...ana, email: 'ANA@acme.test' },
      { ...ana, role: 'other' },
    ])
    expect(outbox).toHaveLength(1)
    expect(outcomes.slice(1)).toMatchObject([
      { status: 'failed', error: { code: 'already_invited', outcome: 'not_sent' } },
      { status: 'failed', error: { code: 'already_invited', outcome: 'not_sent' } },
    ])
  })

  it('leaves it open what became of a batch that was refused in the middle, and sends nothing again', async () => {
    const { transport, calls, outbox } = setUp({ seats: 2 })
    const outcomes = await transport.createMany([ana, bo])
    expect(outbox).toHaveLength(1)
    expect(outcomes).toMatchObject([
      { status: 'failed', error: { code: 'limit_reached', outcome: 'unknown' } },
      { status: 'failed', error: { code: 'limit_reached', outcome: 'unknown' } },
    ])
    expect(calls()).toHaveLength(1)
  })

  it('is sure of a single one', async () => {
    const { transport } = setUp({ seats: 1 })
    expect(await failure(transport.create(ana))).toMatchObject({
      code: 'limit_reached',
      outcome: 'not_sent',
    })
  })

  it('does not try other roles after a limit is met', async () => {
    const { transport, calls } = setUp({ seats: 1 })
    const outcomes = await transport.createMany([ana, { email: 'bo@acme.test', role: 'other' }])
    expect(calls()).toHaveLength(1)
    expect(outcomes).toMatchObject([
      { error: { code: 'limit_reached', outcome: 'unknown' } },
      { error: { code: 'limit_reached', outcome: 'not_sent' } },
    ])
  })

  it.each([
    ['an address that is missing in the answer', {}],
    ['a word that is not known', { 'ana@acme.test': 'SOMETHING_NEW' }],
    [
      'a map that is not its own',
      JSON.parse('{"__proto__": {"ana@acme.test": "USER_INVITED_SUCCESSFULLY"}}') as object,
    ],
  ])('takes %s for an unknown outcome', async (_, addUserResponseMap) => {
    const { over } = setUp()
    const fetch = () => Promise.resolve(json({ status: 'SUCCESS', data: { addUserResponseMap } }))
    expect(await failure(over({ fetch }).create(ana))).toMatchObject({
      code: 'invalid_response',
      outcome: 'unknown',
    })
  })
})
