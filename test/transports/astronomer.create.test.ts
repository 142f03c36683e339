import { describe, expect, test } from 'vitest'
import { json } from '../emulators/emulator.ts'
import { acme } from '../emulators/astronomerState.ts'
import { ana, bodyOf, failure, plain, setUp } from './astronomerSetUp.ts'

describe.each(['alpha', 'v1'] as const)('create of %s', (version) => {
  test('mails, and answers with the row in one request', async () => {
    const { [version]: transport, state, requests, calls } = setUp()
    const sent = await transport.create(ana)
    expect(plain(sent)).toEqual({
      email: 'ana@acme.test',
      delivery: 'mailed',
      invite: {
        id: state.invites[0]?.inviteId,
        email: 'ana@acme.test',
        role: 'ORGANIZATION_MEMBER',
        status: 'pending',
        invitedBy: 'Olga Owner',
        expiresAt: '2025-03-14T09:26:53.000Z',
      },
    })
    expect(state.outbox).toMatchObject([{ to: 'ana@acme.test' }])
    expect(calls()).toEqual([
      `POST /${version === 'v1' ? 'v1' : 'v1alpha1'}/organizations/acme/invites`,
    ])
    expect(await bodyOf(requests[0])).toEqual({
      inviteeEmail: 'ana@acme.test',
      role: 'ORGANIZATION_MEMBER',
    })
  })

  test.each([
    ['role', { email: 'ana@acme.test' }],
    ['email', { email: ' ', role: 'ORGANIZATION_MEMBER' }],
  ])('without %s is refused before any request', async (field, input) => {
    const { [version]: transport, requests } = setUp()
    const error = await failure(transport.create(input))
    expect(error).toMatchObject({ code: 'invalid_input', outcome: 'not_sent' })
    expect(error.fields).toEqual({ [field]: 'required' })
    expect(requests).toEqual([])
  })

  test('reads the four members of an invite of 2022, with what the request knows', async () => {
    const { [version]: transport } = setUp({ shape: '2022' })
    const { invite } = await transport.create(ana)
    expect(plain(invite)).toEqual({
      id: expect.stringMatching(/^clx/),
      email: 'ana@acme.test',
      role: 'ORGANIZATION_MEMBER',
      status: 'pending',
      expiresAt: '2025-03-14T09:26:53.000Z',
    })
  })
})

describe('the invite that create answers with', () => {
  const made = async (extra: object) => {
    const { alpha, detour } = setUp()
    const dto = { inviteId: 'inv1', organizationId: acme, expiresAt: '2025-03-14T09:26:53Z' }
    detour.answer = () => json({ ...dto, ...extra })
    return (await alpha.create({ ...ana, email: 'Ana@Acme.test' })).invite
  }

  test.each([
    ['fullName', { fullName: 'Olga', username: 'o@acme.test' }, 'Olga'],
    ['username', { fullName: '', username: 'o@acme.test' }, 'o@acme.test'],
    ['apiTokenName', { subjectType: 'SERVICEKEY', apiTokenName: 'ci-key' }, 'ci-key'],
    ['nothing', { id: 'clx' }, undefined],
  ])('names its inviter by %s', async (_, inviter, shown) => {
    expect((await made({ inviter }))?.invitedBy).toBe(shown)
  })

  test('has the address as Astronomer has it, else as it was asked for', async () => {
    expect((await made({ invitee: { username: 'ana@acme.test' } }))?.email).toBe('ana@acme.test')
    expect((await made({ invitee: { username: '' } }))?.email).toBe('Ana@Acme.test')
    expect((await made({ invitee: null, inviter: null }))?.email).toBe('Ana@Acme.test')
  })

  test.each([
    ['2025-03-14T09:26:53.123456Z', '2025-03-14T09:26:53.123Z'],
    ['2025-03-14T10:26:53+01:00', '2025-03-14T09:26:53.000Z'],
    ['0001-01-01T00:00:00Z', undefined],
    ['soon', undefined],
    ['', undefined],
    [null, undefined],
  ])('reads the date %j as %j', async (expiresAt, read) => {
    expect((await made({ expiresAt }))?.expiresAt).toBe(read)
  })

  test('is not made up where the answer has no id: it may have been sent', async () => {
    const error = await failure(made({ inviteId: undefined }))
    expect(error).toMatchObject({ code: 'invalid_response', outcome: 'unknown' })
  })

  test('is signed by the key that made it', async () => {
    const { invite } = await setUp({}, { token: 'org.key' }).v1.create(ana)
    expect(invite?.invitedBy).toBe('ci-key')
  })
})
