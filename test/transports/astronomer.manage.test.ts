import { describe, expect, test } from 'vitest'
import { json } from '../emulators/emulator.ts'
import { acme, other } from '../emulators/astronomerState.ts'
import { ana, bodyOf, failure, setUp, withInvite } from './astronomerSetUp.ts'

describe.each(['alpha', 'v1'] as const)('revoke of %s', (version) => {
  test('takes the invite, and with it the record of its user', async () => {
    const { [version]: transport, state, calls, id } = await withInvite()
    await expect(transport.revoke({ id })).resolves.toBeUndefined()
    expect(state.invites).toEqual([])
    expect(state.users.map(({ username }) => username)).toEqual(['owner@acme.test'])
    expect(calls()).toEqual([
      `DELETE /${version === 'v1' ? 'v1' : 'v1alpha1'}/organizations/acme/invites/${id}`,
    ])
  })

  test('of what is gone is not_found', async () => {
    const { [version]: transport, id } = await withInvite()
    await transport.revoke({ id })
    const error = await failure(transport.revoke({ id }))
    expect(error).toMatchObject({ code: 'not_found', outcome: 'not_sent' })
  })

  test('of a listed person without invite id is unsupported, and sends nothing', async () => {
    const { [version]: transport, requests } = await withInvite()
    const error = await failure(transport.revoke({ id: 'user:clx1' }))
    expect(error).toMatchObject({ code: 'unsupported', outcome: 'not_sent' })
    expect(error.message).toContain('ledger()')
    expect(requests).toEqual([])
  })
})

describe('resend', () => {
  test('deletes, then creates with the same address and role', async () => {
    const { alpha, state, calls, requests, id } = await withInvite()
    const sent = await alpha.resend({ id })
    expect(sent).toMatchObject({
      email: 'ana@acme.test',
      delivery: 'mailed',
      invite: { id: state.invites[0]?.inviteId, role: ana.role, status: 'pending' },
    })
    expect(sent.invite?.id).not.toBe(id)
    expect(state.invites).toHaveLength(1)
    expect(state.outbox).toHaveLength(1)
    expect(calls()).toEqual([
      'GET /v1alpha1/organizations/acme/users',
      `DELETE /v1alpha1/organizations/acme/invites/${id}`,
      'POST /v1alpha1/organizations/acme/invites',
    ])
    expect(await bodyOf(requests[2])).toEqual({ inviteeEmail: ana.email, role: ana.role })
  })

  test('of an invite that is not in the list is not_found, and changes nothing', async () => {
    const { alpha, calls } = await withInvite()
    const error = await failure(alpha.resend({ id: 'gone' }))
    expect(error).toMatchObject({ code: 'not_found', outcome: 'not_sent' })
    expect(calls()).toHaveLength(1)
  })

  test('of an invite without address or role changes nothing: it could not be made again', async () => {
    const { alpha, detour, calls } = await withInvite()
    const invites = [{ inviteId: 'inv1', organizationId: acme }]
    detour.answer = () => json({ users: [{ id: 'u1', invites }], totalCount: 1 })
    const error = await failure(alpha.resend({ id: 'inv1' }))
    expect(error).toMatchObject({ code: 'invalid_input', outcome: 'not_sent' })
    expect(Object.keys(error.fields ?? {})).toEqual(['email', 'role'])
    expect(calls()).toHaveLength(1)
  })

  test('does not bring back what another administrator withdrew meanwhile', async () => {
    const { alpha, state, detour, id } = await withInvite()
    detour.answer = (called) => {
      if (called.startsWith('DELETE')) state.invites.length = 0
      return undefined
    }
    const error = await failure(alpha.resend({ id }))
    expect(error).toMatchObject({ code: 'not_found', outcome: 'not_sent', fields: undefined })
    expect(state.outbox).toEqual([])
  })

  test.each([
    [403, 'forbidden', 'was not sent'],
    [429, 'rate_limited', 'was not sent'],
    [503, 'unavailable', 'may not have been sent'],
  ])(
    'that is refused with %d when the old one is gone names the person, and says what is left',
    async (status, code, said) => {
      const { alpha, state, detour, id } = await withInvite()
      detour.answer = (called) =>
        called.startsWith('POST') ? json({ message: 'No.', requestId: 'r1' }, status) : undefined
      const error = await failure(alpha.resend({ id }))
      expect(state.invites).toEqual([])
      expect(error).toMatchObject({ code, status, requestId: 'r1', outcome: 'unknown' })
      for (const text of [error.message, error.fields?.email]) {
        expect(text).toContain('ana@acme.test: the old invite is withdrawn')
        expect(text).toContain(said)
        expect(text).toContain('invite this person again')
      }
      expect(error.message).toContain('No.')
    },
  )

  test('whose first write is lost names the person too, and does not go on', async () => {
    const { alpha, detour, calls, id } = await withInvite()
    detour.answer = (called) => {
      if (called.startsWith('DELETE')) throw new TypeError('fetch failed')
      return undefined
    }
    const error = await failure(alpha.resend({ id }))
    expect(error).toMatchObject({ code: 'network', outcome: 'unknown' })
    expect(error.fields?.email).toContain(
      'ana@acme.test: the old invite may be withdrawn, a new one was not sent',
    )
    expect(calls()).toHaveLength(2)
  })

  test('whose first write is refused has changed nothing, and says so', async () => {
    const { alpha, state, detour, id } = await withInvite()
    detour.answer = (called) =>
      called.startsWith('DELETE') ? json({ message: 'No.' }, 403) : undefined
    const error = await failure(alpha.resend({ id }))
    expect(error).toMatchObject({ code: 'forbidden', outcome: 'not_sent', fields: undefined })
    expect(state.invites).toHaveLength(1)
  })

  test.each(['DELETE', 'POST'])('is carried through when it is aborted at its %s', async (at) => {
    const { alpha, state, detour, id } = await withInvite()
    const controller = new AbortController()
    detour.answer = (called) => {
      if (called.startsWith(at)) controller.abort(new Error('the page is left'))
      return undefined
    }
    const sent = await alpha.resend({ id }, { signal: controller.signal })
    expect(state.invites.map(({ inviteId }) => inviteId)).toEqual([sent.invite?.id])
  })

  test('begins nothing when it is aborted while it reads', async () => {
    const { alpha, state, detour, id } = await withInvite()
    const controller = new AbortController()
    const reason = new Error('the page is left')
    detour.answer = () => {
      controller.abort(reason)
      return undefined
    }
    await expect(alpha.resend({ id }, { signal: controller.signal })).rejects.toBe(reason)
    expect(state.invites.map(({ inviteId }) => inviteId)).toEqual([id])
  })

  test('whose read fails was certainly not sent', async () => {
    const { alpha, detour, id } = await withInvite()
    detour.answer = () => json({ message: 'x' }, 500)
    expect(await failure(alpha.resend({ id }))).toMatchObject({
      code: 'unavailable',
      outcome: 'not_sent',
    })
  })

  test('reaches an invite on a later page of users', async () => {
    const { alpha, state } = setUp({ maxLimit: 1 })
    await alpha.create({ ...ana, email: 'bo@acme.test' })
    const { invite } = await alpha.create(ana)
    const sent = await alpha.resend({ id: invite?.id ?? '' })
    expect(sent.email).toBe('ana@acme.test')
    expect(state.invites).toHaveLength(2)
  })

  test('does not touch the invite of another organization', async () => {
    const { alpha, state, id } = await withInvite()
    for (const invite of state.invites) invite.organizationId = other
    expect((await failure(alpha.resend({ id }))).code).toBe('not_found')
    expect(state.invites).toHaveLength(1)
  })
})
