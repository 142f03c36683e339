import { describe, expect, test } from 'vitest'
import { json } from '../emulators/emulator.ts'
import { ana, bodyOf, failure, plain, setUp } from './authressSetUp.ts'

describe('create', () => {
  test('mails nobody, and answers with the link of the app', async () => {
    const { transport, state, requests, calls } = setUp()
    const sent = await transport.create({ ...ana, name: 'Ana Ruiz' })
    const id = state.invites[0]?.inviteId
    const url = `https://app.acme.test/invite?inviteId=${id}`
    expect(plain(sent)).toEqual({
      email: 'ana@acme.test',
      delivery: 'stored',
      url,
      invite: {
        id,
        email: 'ana@acme.test',
        name: 'Ana Ruiz',
        role: 'Editor',
        status: 'pending',
        createdAt: '2026-05-04T08:15:30.250Z',
        expiresAt: '2026-05-11T08:15:30.250Z',
        expiryEstimated: true,
        mailed: false,
        url,
      },
    })
    expect(calls()).toEqual(['POST /v1/invites'])
    expect(await bodyOf(requests[0])).toEqual({
      statements: [{ roles: ['Editor'], resources: [{ resourceUri: '/workspaces/ws-42/*' }] }],
    })
    expect(state.outbox).toEqual([])
  })

  test('mails through the app, with all that a mail needs', async () => {
    const mails: unknown[] = []
    const deliver = (mail: object) => void mails.push(mail)
    const { transport, state } = setUp({}, { deliver, defaultLoginTenantId: 'tenant-acme' })
    const sent = await transport.create({ ...ana, name: 'Ana Ruiz', message: 'Welcome!' })
    expect(sent).toMatchObject({ delivery: 'mailed', invite: { mailed: true } })
    expect(mails).toEqual([
      {
        id: state.invites[0]?.inviteId,
        email: 'ana@acme.test',
        role: 'Editor',
        url: sent.url,
        expiresAt: '2026-05-11T08:15:30.250Z',
        name: 'Ana Ruiz',
        message: 'Welcome!',
        tenantId: 'tenant-acme',
      },
    ])
  })

  test.each([
    [
      'throws',
      () => {
        throw new Error('no mail server')
      },
    ],
    ['rejects', () => Promise.reject(new Error('no mail server'))],
  ])('is no failure where the mailer %s: the link is to be handed over', async (_, deliver) => {
    const { transport, state } = setUp({}, { deliver })
    const sent = await transport.create(ana)
    expect(sent).toMatchObject({ delivery: 'stored', invite: { mailed: false } })
    expect(sent.url).toContain(state.invites[0]?.inviteId)
  })

  test('with sendMail false does not mail', async () => {
    const all = setUp()
    const transport = all.as('jwt.service', { deliver: all.deliver })
    expect((await transport.create({ ...ana, sendMail: false })).delivery).toBe('stored')
    expect(all.state.outbox).toEqual([])
    expect((await transport.create(ana)).delivery).toBe('mailed')
    expect(all.state.outbox).toHaveLength(1)
  })

  test('writes tenant and strategy by their present names, and lets the app make the statements', async () => {
    const { transport, requests, state } = setUp(
      {},
      {
        defaultLoginTenantId: 'tenant-acme',
        conflictResolutionStrategy: 'SKIP_CHANGES',
        toStatements: (role, { groups = [] }) =>
          groups.map((group) => ({
            roles: [role],
            resources: [{ resourceUri: `/teams/${group}` }],
          })),
      },
    )
    await transport.create({ ...ana, groups: ['red', 'blue'] })
    expect(await bodyOf(requests[0])).toEqual({
      statements: [
        { roles: ['Editor'], resources: [{ resourceUri: '/teams/red' }] },
        { roles: ['Editor'], resources: [{ resourceUri: '/teams/blue' }] },
      ],
      defaultLoginTenantId: 'tenant-acme',
      conflictResolutionStrategy: 'SKIP_CHANGES',
    })
    expect(state.invites[0]).toMatchObject({ tenant: 'tenant-acme' })
  })

  test('reads the tenant by its older name too', async () => {
    const tenants: unknown[] = []
    const deliver = ({ tenantId }: { tenantId?: string | undefined }) => void tenants.push(tenantId)
    const { transport, detour } = setUp({}, { deliver })
    for (const names of [
      { tenantId: 'old' },
      { tenantId: null },
      { tenantId: 'old', defaultLoginTenantId: 'new' },
      { tenantId: 'old', defaultLoginTenantId: null },
    ]) {
      detour.answer = () => json({ inviteId: 'inv_1', statements: [], ...names }, 201)
      // oxlint-disable-next-line no-await-in-loop
      await transport.create(ana)
    }
    expect(tenants).toEqual(['old', undefined, 'new', 'old'])
  })

  test('of an editor gives what he holds, and no more', async () => {
    const { as, state } = setUp()
    expect((await as('jwt.olga').create(ana)).delivery).toBe('stored')
    const elsewhere = as('jwt.olga', {
      toStatements: (role) => [{ roles: [role], resources: [{ resourceUri: '/workspaces/ws-7' }] }],
    })
    expect((await failure(elsewhere.create(ana))).code).toBe('forbidden')
    expect(state.invites).toHaveLength(1)
  })

  test.each([
    ['role', { email: 'ana@acme.test' }],
    ['email', { email: ' ', role: 'Viewer' }],
  ])('without %s is refused before any request', async (field, input) => {
    const { transport, requests } = setUp()
    const error = await failure(transport.create(input))
    expect(error).toMatchObject({ code: 'invalid_input', outcome: 'not_sent' })
    expect(error.fields).toEqual({ [field]: 'required' })
    expect(requests).toEqual([])
  })

  test('with statements that are none is invalid_input, and certainly not sent', async () => {
    const { transport } = setUp({}, { toStatements: () => [{ roles: [], resources: [] }] })
    const error = await failure(transport.create(ana))
    expect(error).toMatchObject({ code: 'invalid_input', outcome: 'not_sent', status: 400 })
  })

  test('whose answer is lost has an unknown outcome', async () => {
    const { transport, detour } = setUp()
    detour.answer = () => json({ title: 'x' }, 502)
    expect(await failure(transport.create(ana))).toMatchObject({
      code: 'unavailable',
      outcome: 'unknown',
    })
  })
})

describe('the expiry', () => {
  const at = (milliseconds: number) =>
    new Date(Date.parse('2026-05-04T08:15:30.250Z') + milliseconds).toISOString()
  const minute = 60_000
  const day = 1440 * minute

  test('that is asked for is sent, and a fact once the answer has it', async () => {
    const { transport, requests, state } = setUp()
    const { invite } = await transport.create({ ...ana, expiresAt: at(day) })
    expect(await bodyOf(requests[0])).toMatchObject({ expiryTime: at(day) })
    expect(invite?.expiresAt).toBe(at(day))
    expect(invite?.expiryEstimated).toBeUndefined()
    expect(state.invites[0]?.expires).toBe(Date.parse(at(day)))
  })

  test.each([
    ['nothing', undefined],
    ['null', null],
    ['a duration', 'P1D'],
  ])('that is asked for and answered with %s is an estimate', async (_, expiryTime) => {
    const { transport, detour } = setUp()
    detour.answer = () => json({ inviteId: 'inv_1', statements: [], expiryTime }, 201)
    const { invite } = await transport.create({ ...ana, expiresAt: at(day) })
    expect(invite).toMatchObject({ expiresAt: at(day), expiryEstimated: true })
  })

  test.each([5 * minute, 30 * day])('may be %d ms ahead', async (span) => {
    const { transport } = setUp()
    expect((await transport.create({ ...ana, expiresAt: at(span) })).invite?.expiresAt).toBe(
      at(span),
    )
  })

  test.each([-day, 5 * minute - 1, 30 * day + 1])(
    'may not be %d ms ahead, which is refused before any request',
    async (span) => {
      const { transport, requests } = setUp()
      const error = await failure(transport.create({ ...ana, expiresAt: at(span) }))
      expect(error).toMatchObject({ code: 'invalid_input', outcome: 'not_sent' })
      expect(error.fields).toHaveProperty('expiresAt')
      expect(requests).toEqual([])
    },
  )

  test('takes a permission that not every inviter has', async () => {
    const { as } = setUp()
    const error = await failure(as('jwt.olga').create({ ...ana, expiresAt: at(day) }))
    expect(error).toMatchObject({ code: 'forbidden', outcome: 'not_sent' })
  })
})
