import { expect, it } from 'vitest'
import { contract, describeWithSpec } from './contract.ts'
import { exchange, type Exchange } from './contractExchange.ts'

const org = '6f1c2a9e-0b7d-4f6a-9a35-1c2d3e4f5a6b'

describeWithSpec('enhance')(
  'the contract with formats, shared parameters and plain answers',
  () => {
    const root = 'https://panel.example.com/api'
    const enhance = (path: string, given?: Exchange) => exchange('enhance', root + path, given)
    const created = { method: 'POST', status: 201, answer: '"https://panel.example.com/invites/x"' }

    it('validates through references', async () => {
      const body = { email: 'ana@acme.test', name: 'Ana', roles: ['Support'] }
      expect((await enhance(`/orgs/${org}/invites`, { ...created, body })).problems).toEqual([])
      const roles = await enhance(`/orgs/${org}/invites`, {
        ...created,
        body: { ...body, roles: ['Boss'] },
      })
      expect(roles.problems).toEqual([
        expect.stringContaining('body/roles/0 must be equal to one of'),
      ])
      const email = await enhance(`/orgs/${org}/invites`, {
        ...created,
        body: { ...body, email: 'ana' },
      })
      expect(email.problems).toEqual([
        expect.stringContaining('body/email must match format "email"'),
      ])
    })

    it('names a path segment of another format', async () => {
      const { problems } = await enhance('/orgs/acme/members', { answer: { items: [], total: 0 } })
      expect(problems).toEqual([expect.stringContaining('path/org_id must match format "uuid"')])
    })

    it('names a parameter outside its list, and takes one inside', async () => {
      const answer = { items: [], total: 0 }
      const query = (sortOrder: string) =>
        enhance(`/orgs/${org}/members?limit=50&role=Support&sortOrder=${sortOrder}`, { answer })
      expect((await query('asc')).problems).toEqual([])
      expect((await query('up')).problems).toEqual([expect.stringContaining('query/sortOrder')])
    })

    it('takes any body where the document describes none, but no unknown status', async () => {
      const path = `/orgs/${org}/members`
      expect(
        (await enhance(path, { status: 404, answer: 'UUID parsing failed' })).problems,
      ).toEqual([])
      expect((await enhance(path, { status: 418, answer: {} })).problems).toEqual([
        `GET /api/orgs/${org}/members: the document has no answer 418 here`,
      ])
    })
  },
)

describeWithSpec('authress')('the contract with nullable members and links+json', () => {
  const authress = (path: string, given?: Exchange) =>
    exchange('authress', `https://acc.api.authress.io${path}`, given)

  it('takes null where the document allows it, and nowhere else', async () => {
    const answer = (extra: object) => ({ status: 200, answer: { statements: [], ...extra } })
    const path = '/v1/invites/inv_1'
    expect((await authress(path, answer({ tenantId: null }))).problems).toEqual([])
    expect((await authress(path, answer({ inviteId: null }))).problems).toHaveLength(1)
  })

  it('counts an empty object as no body where the document has none', async () => {
    const answer = { accountId: 'a', company: {}, createdTime: '2026-11-20T09:00:00Z' }
    const patch = (body: object) => authress('/v1/invites/inv_1', { method: 'PATCH', body, answer })
    expect((await patch({})).problems).toEqual([])
    expect((await patch({ accept: true })).problems).toEqual([
      'PATCH /v1/invites/inv_1: the document has no body here',
    ])
  })
})

describeWithSpec('astronomer')('the contract with two versions in one document', () => {
  it('tells the versions apart', async () => {
    const body = { inviteeEmail: 'ana@acme.test', role: 'ANYTHING' }
    const create = async (version: string) => {
      const url = `https://api.astronomer.io/${version}/organizations/o1/invites`
      return (await exchange('astronomer', url, { method: 'POST', body, status: 403, answer: {} }))
        .problems
    }
    expect((await create('v1')).join()).toContain('body/role must be equal to one of')
    expect((await create('v1alpha1')).join()).not.toContain('body/role')
    expect(await create('v2')).toHaveLength(1)
  })
})

describeWithSpec('grafana')('the contract with a Swagger document', () => {
  const grafana = (path: string, given?: Exchange) =>
    exchange('grafana', `https://grafana.acme.test${path}`, given)
  const done = { message: 'Invite revoked' }

  it('begins at the base path', async () => {
    expect((await grafana('/api/org/invites', { answer: [] })).problems).toEqual([])
    expect((await grafana('/org/invites', { answer: [] })).problems).toHaveLength(1)
  })

  it('validates body and answer', async () => {
    const post = (body: unknown, answer: unknown) =>
      grafana('/api/org/invites', { method: 'POST', body, answer })
    expect((await post({ loginOrEmail: 'ana', role: 'Editor' }, done)).problems).toEqual([])
    expect((await post({ role: 'Boss' }, done)).problems).toEqual([
      expect.stringContaining('body/role must be equal to one of'),
    ])
    expect((await post({}, { message: 42 })).problems).toEqual([
      expect.stringContaining('answer 200/message must be string'),
    ])
    expect((await post(undefined, done)).problems).toEqual([
      'POST /api/org/invites: the body is missing',
    ])
  })

  it('knows the segments of a path and the method', async () => {
    const revoke = (method: string) =>
      grafana('/api/org/invites/code1/revoke', { method, answer: done })
    expect((await revoke('DELETE')).problems).toEqual([])
    expect((await revoke('PATCH')).problems).toHaveLength(1)
  })

  it('passes a failure of the network on', async () => {
    const failed = new TypeError('fetch failed')
    const { fetch, checked } = contract('grafana', () => Promise.reject(failed))
    await expect(fetch('https://grafana.acme.test/api/org/invites')).rejects.toBe(failed)
    expect(checked).toBe(0)
  })
})
