import { describe, expect, it } from 'vitest'
import { account, ana, answering, businessError, failure, setUp } from './harnessSetUp.ts'

const bo = { email: 'bo@acme.test', role: '_account_viewer' }
const owner = { email: 'owner@acme.test' }
const elsewhere = JSON.stringify({
  accountIdentifier: account,
  orgIdentifier: 'default',
  projectIdentifier: null,
})
const answer = (addUserResponseMap: object) =>
  answering({ status: 'SUCCESS', data: { addUserResponseMap } })

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
    state.users.push({ email: 'bo@acme.test', name: 'Bo', scopes: [elsewhere] })
    const outcomes = await transport.createMany([{ ...ana, role: '_account_admin' }, bo, owner])
    expect(outcomes).toMatchObject([
      { status: 'sent', sent: { delivery: 'mailed', renewed: true } },
      { status: 'sent', sent: { delivery: 'added' } },
      { status: 'failed', error: { code: 'already_member', outcome: 'not_sent' } },
    ])
    expect(outbox.map(({ to }) => to)).toEqual(['ana@acme.test', 'ana@acme.test'])
    expect(state.invites).toHaveLength(1)
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

  it('says of a repeated address whose first was refused the same', async () => {
    const { transport } = setUp({ seats: 1 })
    const outcomes = await transport.createMany([ana, { ...ana, role: 'other' }])
    expect(outcomes).toMatchObject([
      { status: 'failed', error: { code: 'limit_reached' } },
      { status: 'failed', error: { code: 'limit_reached' } },
    ])
  })

  it('takes letters that only look alike after Unicode folding for different people', async () => {
    const { over } = setUp()
    const fetch = answer({ 'kim@acme.test': 'USER_INVITED_SUCCESSFULLY' })
    const outcomes = await over({ fetch }).createMany([
      { email: 'KIM@acme.test' },
      { email: '\u212Aim@acme.test' },
    ])
    expect(outcomes).toMatchObject([
      { status: 'sent' },
      { status: 'failed', error: { code: 'invalid_response', outcome: 'unknown' } },
    ])
  })

  it('sends a hundred in a call at the most', async () => {
    const { transport, requests } = setUp()
    const people = Array.from({ length: 130 }, (_, index) => ({ email: `p${index}@acme.test` }))
    const outcomes = await transport.createMany(people)
    const bodies = (await Promise.all(requests.map((request) => request.json()))) as {
      emails: string[]
    }[]
    expect(bodies.map(({ emails }) => emails.length)).toEqual([100, 30])
    expect(outcomes.map((one) => one.status === 'sent' && one.sent.email)).toEqual(
      people.map(({ email }) => email),
    )
  })

  it('is certain that nobody was invited where an address of the batch is none', async () => {
    const { transport, outbox, calls } = setUp()
    const outcomes = await transport.createMany([ana, { ...ana, email: 'bo@nowhere' }])
    const refused = {
      code: 'invalid_input',
      outcome: 'not_sent',
      fields: { email: 'not an address' },
    }
    expect(outcomes).toMatchObject([
      { status: 'failed', error: refused },
      { status: 'failed', error: refused },
    ])
    expect(outbox).toEqual([])
    expect(calls()).toHaveLength(1)
  })

  it('does not know what became of the others where one has opened the link and not finished', async () => {
    const { transport, verify, outbox } = setUp()
    await transport.create(ana)
    await verify()
    const outcomes = await transport.createMany([ana, bo])
    expect(outcomes).toMatchObject([
      { status: 'failed', error: { code: 'invalid_input', outcome: 'unknown' } },
      { status: 'failed', error: { code: 'invalid_input', outcome: 'unknown' } },
    ])
    expect(outbox.map(({ to }) => to)).toEqual(['ana@acme.test', 'bo@acme.test'])
    expect(await failure(transport.create(ana))).toMatchObject({ outcome: 'not_sent' })
  })

  it('trusts no word of an answer that lacks one, since the others may have moved', async () => {
    const { transport } = setUp({ raced: ['bo@acme.test'] })
    await transport.create({ email: 'cleo@acme.test' })
    const outcomes = await transport.createMany([ana, bo, { ...ana, email: 'cleo@acme.test' }])
    expect(outcomes).toMatchObject(
      outcomes.map(() => ({ error: { code: 'invalid_response', outcome: 'unknown' } })),
    )
  })

  it('trusts words that are all the same, wherever they have moved', async () => {
    const { transport } = setUp({ raced: ['bo@acme.test'] })
    const outcomes = await transport.createMany([ana, bo, { ...ana, email: 'di@acme.test' }])
    expect(outcomes.map(({ status }) => status)).toEqual(['sent', 'sent', 'failed'])
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
      { error: { code: 'limit_reached', outcome: 'not_sent', status: 400 } },
      { error: { code: 'limit_reached', outcome: 'not_sent', status: 400 } },
    ])
  })

  it('leaves it to the list where Harness says that no invite is required', async () => {
    const { over } = setUp()
    const fetch = answer({ 'ANA@acme.test': 'USER_INVITE_NOT_REQUIRED' })
    expect(await over({ fetch }).create(ana)).toEqual({
      email: 'ana@acme.test',
      delivery: 'unknown',
    })
  })

  it('is certain that a FAIL invited nobody', async () => {
    const { over } = setUp()
    const fetch = answer({ 'ana@acme.test': 'FAIL' })
    expect(await failure(over({ fetch }).create(ana))).toMatchObject({
      code: 'unknown',
      outcome: 'not_sent',
    })
  })

  it('is certain that nobody of a batch was invited where its form was refused', async () => {
    const { over } = setUp()
    const errors = [{ fieldId: 'emails', error: 'must not be empty' }]
    const fetch = answering({ status: 'FAILURE', code: 'INVALID_REQUEST', errors }, 400)
    const outcomes = await over({ fetch }).createMany([ana, bo])
    expect(outcomes).toMatchObject(
      outcomes.map(() => ({ error: { code: 'invalid_input', outcome: 'not_sent' } })),
    )
  })

  it.each([
    ['the right', 403, 'NG_ACCESS_DENIED', 'forbidden'],
    ['a credential', 401, 'INVALID_TOKEN', 'unauthenticated'],
  ])('is certain that nobody of a batch was invited without %s', async (_, status, code, read) => {
    const { over } = setUp()
    const fetch = answering(businessError(code, 'No.'), status)
    const outcomes = await over({ fetch }).createMany([ana, bo])
    expect(outcomes).toMatchObject(
      outcomes.map(() => ({ error: { code: read, outcome: 'not_sent' } })),
    )
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
    const fetch = answer(addUserResponseMap)
    expect(await failure(over({ fetch }).create(ana))).toMatchObject({
      code: 'invalid_response',
      outcome: 'unknown',
    })
  })
})
