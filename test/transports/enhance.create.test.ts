import { describe, expect, test } from 'vitest'
import { json } from '../emulators/emulator.ts'
import { ana, baseUrl, bodyOf, failure, orgId, setUp, site } from './enhanceSetUp.ts'

describe('create', () => {
  test('mails, and answers with the link of the mail', async () => {
    const { transport, state, requests, calls } = setUp()
    const sent = await transport.create(ana)
    expect(sent).toEqual({
      email: 'ana@acme.test',
      delivery: 'mailed',
      url: `http://panel.acme.test/invites/${state.invites[0]?.key}?email=ana@acme.test`,
    })
    expect(state.outbox).toMatchObject([{ to: 'ana@acme.test', url: sent.url }])
    expect(calls()).toEqual([`POST /api/orgs/${orgId}/invites`])
    expect(await bodyOf(requests[0])).toEqual({
      email: 'ana@acme.test',
      name: 'Ana Ruiz',
      roles: ['SuperAdmin'],
    })
  })

  test('with sendMail false mails nobody and answers with the link', async () => {
    const { transport, state } = setUp()
    const sent = await transport.create({ ...ana, sendMail: false })
    expect(sent).toMatchObject({ delivery: 'stored', url: expect.stringContaining('/invites/') })
    expect(state.outbox).toEqual([])
  })

  test('makes the link where the panel answers with its key alone', async () => {
    const { transport, state } = setUp({ created: 'key' })
    const { url = '' } = await transport.create({ ...ana, email: 'ana+b@acme.test' })
    expect(url).toBe(`${baseUrl}/invites/${state.invites[0]?.key}?email=ana%2Bb%40acme.test`)
    expect(new URL(url).searchParams.get('email')).toBe('ana+b@acme.test')
  })

  test('has no link where the answer has no key', async () => {
    const { transport, detour } = setUp()
    detour.answer = () => json('sent', 201)
    expect((await transport.create(ana)).url).toBeUndefined()
  })

  test('at a panel up to 9.1.1, which answers nothing, does not claim that nobody was mailed', async () => {
    const { transport, state } = setUp({ created: 'none' })
    expect(await transport.create(ana)).toEqual({ email: 'ana@acme.test', delivery: 'mailed' })
    const sent = await transport.create({ ...ana, sendMail: false })
    expect(sent).toEqual({ email: 'ana@acme.test', delivery: 'unknown' })
    expect(state.outbox).toHaveLength(2)
  })

  test('gives a collaborator the websites that stand as groups', async () => {
    const { transport, state } = setUp()
    await transport.create({ ...ana, role: 'SiteAccess', groups: [site] })
    expect(state.members[1]).toMatchObject({ roles: ['SiteAccess'], siteAccesses: [site] })
  })

  test.each([
    ['email', { ...ana, email: ' ' }],
    ['name', { email: ana.email, role: ana.role }],
    ['role', { email: ana.email, name: ana.name }],
    ['groups', { ...ana, role: 'SiteAccess' }],
    ['groups', { ...ana, role: 'SiteAccess', groups: [] }],
  ])('without %s is refused before any request', async (field, input) => {
    const { transport, requests } = setUp()
    const error = await failure(transport.create(input))
    expect(error).toMatchObject({ code: 'invalid_input', outcome: 'not_sent' })
    expect(error.fields).toEqual({ [field]: 'required' })
    expect(requests).toEqual([])
  })

  test('of somebody who is invited already mails again, with a new link, for one row', async () => {
    const { transport, state } = setUp()
    const first = await transport.create(ana)
    const second = await transport.create(ana)
    expect(second.url).not.toBe(first.url)
    expect(state.outbox).toHaveLength(2)
    expect((await transport.list({})).total).toBe(1)
  })

  test.each([400, 409] as const)('of a member is already_member, answered %i', async (conflict) => {
    const { transport, state } = setUp({ conflict })
    const error = await failure(transport.create({ ...ana, email: 'owner@acme.test' }))
    expect(error).toMatchObject({ code: 'already_member', outcome: 'not_sent', status: conflict })
    expect(state.outbox).toEqual([])
  })

  test.each(['Owner of all', 'superadmin'])(
    'with the role %s, which is none, is invalid_input',
    async (role) => {
      const error = await failure(setUp().transport.create({ ...ana, role }))
      expect(error).toMatchObject({ code: 'invalid_input', outcome: 'not_sent', status: 400 })
    },
  )

  test('whose answer cannot be read has an unknown outcome', async () => {
    const { transport, detour } = setUp()
    detour.answer = () => json({ invite: 'link' }, 201)
    expect(await failure(transport.create(ana))).toMatchObject({
      code: 'invalid_response',
      outcome: 'unknown',
    })
  })
})
