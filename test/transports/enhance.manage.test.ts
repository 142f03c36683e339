import { describe, expect, test } from 'vitest'
import { json } from '../emulators/emulator.ts'
import { ana, bodyOf, failure, orgId, password, setUp, site } from './enhanceSetUp.ts'

async function invited(input: object = {}) {
  const all = setUp()
  await all.transport.create({ ...ana, ...input })
  const id = all.state.members[1]?.id ?? ''
  all.requests.length = 0
  return { ...all, id, member: `/api/orgs/${orgId}/members/${id}` }
}

const collaborator = { role: 'SiteAccess', groups: [site] }

describe('resend', () => {
  test('creates again with all that the member has, and answers with the new link', async () => {
    const all = await invited(collaborator)
    const { transport, state, requests, calls, id, member } = all
    Object.assign(state.members[1] ?? {}, { notifications: ['ssl'] })
    const first = state.outbox[0]?.url
    const sent = await transport.resend({ id })
    expect(sent).toEqual({
      email: 'ana@acme.test',
      delivery: 'mailed',
      url: state.outbox[1]?.url,
    })
    expect(sent.url).not.toBe(first)
    expect(calls()).toEqual([`GET ${member}`, `POST /api/orgs/${orgId}/invites`])
    expect(await bodyOf(requests[1])).toEqual({
      email: 'ana@acme.test',
      name: 'Ana Ruiz',
      roles: ['SiteAccess'],
      siteAccesses: [site],
      notifications: ['ssl'],
    })
  })

  test('gives ten more days', async () => {
    const { transport, clock, open, id } = await invited()
    clock.time += 11 * 86_400_000
    await transport.resend({ id })
    expect((await transport.lookup(open())).status).toBe('pending')
  })

  test('mails somebody who was invited with a link alone', async () => {
    const { transport, state, id } = await invited({ sendMail: false })
    expect((await transport.resend({ id })).delivery).toBe('mailed')
    expect(state.outbox).toHaveLength(1)
  })

  test('leaves out lists that the member does not have', async () => {
    const { transport, detour, requests } = await invited()
    const row = { id: 'm1', isActive: false, email: 'ana@acme.test', name: 'Ana', roles: [] }
    detour.answer = (called) =>
      called.startsWith('GET') ? json({ ...row, siteAccesses: null }) : json('', 201)
    await transport.resend({ id: 'm1' })
    expect(await bodyOf(requests[1])).toEqual({ email: 'ana@acme.test', name: 'Ana', roles: [] })
  })
})

describe('update', () => {
  test('puts the member back whole with the new role, and mails nobody', async () => {
    const { transport, state, requests, calls, id, member } = await invited(collaborator)
    Object.assign(state.members[1] ?? {}, { notifications: ['ssl'] })
    const invite = await transport.update({ id, role: 'Support' })
    expect(invite).toMatchObject({ id, role: 'Support', status: 'pending', name: 'Ana Ruiz' })
    expect((await transport.list({})).invites).toEqual([invite])
    expect(calls().slice(0, 2)).toEqual([`GET ${member}`, `PUT ${member}`])
    expect(await bodyOf(requests[1])).toEqual({
      roles: ['Support'],
      siteAccesses: [site],
      notifications: ['ssl'],
    })
    expect(state.outbox).toHaveLength(1)
  })

  test('leaves the new role alone where there were several', async () => {
    const { transport, state, id } = await invited()
    Object.assign(state.members[1] ?? {}, { roles: ['Business', 'Support'] })
    await transport.update({ id, role: 'SiteAccess' })
    expect(state.members[1]?.roles).toEqual(['SiteAccess'])
  })

  test('with a role that is none is invalid_input', async () => {
    const { transport, id } = await invited()
    expect(await failure(transport.update({ id, role: 'Boss' }))).toMatchObject({
      code: 'invalid_input',
      outcome: 'not_sent',
    })
  })
})

describe('revoke', () => {
  test('removes the pending member; the link dies', async () => {
    const { transport, state, calls, open, id, member } = await invited()
    await expect(transport.revoke({ id })).resolves.toBeUndefined()
    expect(calls()).toEqual([`GET ${member}`, `DELETE ${member}`])
    expect(state.members).toHaveLength(1)
    expect((await failure(transport.lookup(open()))).code).toBe('not_found')
  })

  test('of somebody who is removed between the read and the write is not_found', async () => {
    const { transport, detour, id } = await invited()
    detour.answer = (called) =>
      called.startsWith('DELETE') ? json({ code: 'not_found' }, 404) : undefined
    expect(await failure(transport.revoke({ id }))).toMatchObject({
      code: 'not_found',
      outcome: 'not_sent',
    })
  })
})

describe.each(['resend', 'update', 'revoke'] as const)('%s', (operation) => {
  const input = (id: string) => ({ id, role: 'Support' })

  test('of what is gone is not_found', async () => {
    const { transport, id } = await invited()
    await transport.revoke({ id })
    expect(await failure(transport[operation](input(id)))).toMatchObject({
      code: 'not_found',
      outcome: 'not_sent',
    })
  })

  test('of an id that is none at the panel is not_found', async () => {
    const { transport, calls } = await invited()
    expect((await failure(transport[operation](input('gone')))).code).toBe('not_found')
    expect(calls()).toEqual([`GET /api/orgs/${orgId}/members/gone`])
  })

  test('does not touch somebody who has accepted meanwhile', async () => {
    const { transport, state, visitor, open, calls, id, member } = await invited()
    await visitor().accept({ ...open(), password })
    const before = calls().length
    expect(await failure(transport[operation](input(id)))).toMatchObject({
      code: 'already_accepted',
      outcome: 'not_sent',
    })
    expect(calls().slice(before)).toEqual([`GET ${member}`])
    expect(state.members[1]).toMatchObject({ isActive: true, roles: ['SuperAdmin'] })
    expect(state.outbox).toHaveLength(1)
  })

  test('has certainly not happened where the member cannot be read', async () => {
    const { transport, detour, calls, id } = await invited()
    detour.answer = () => json({ code: 'internal' }, 500)
    expect(await failure(transport[operation](input(id)))).toMatchObject({
      code: 'unavailable',
      outcome: 'not_sent',
    })
    expect(calls()).toHaveLength(1)
  })

  test('may have happened where the answer to the write is lost', async () => {
    const { transport, detour, id } = await invited()
    detour.answer = (called) =>
      called.startsWith('GET') ? undefined : json({ code: 'internal' }, 500)
    expect(await failure(transport[operation](input(id)))).toMatchObject({
      code: 'unavailable',
      outcome: 'unknown',
    })
  })
})
