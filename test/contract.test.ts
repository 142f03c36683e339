import { describe, expect, it } from 'vitest'
import { contract, describeWithSpec } from './contract.ts'
import { exchange, type Exchange } from './contractExchange.ts'

const account = 'accountIdentifier=acc'
const invite = { email: 'ana@acme.test', inviteType: 'ADMIN_INITIATED_INVITE' }
const page = { status: 'SUCCESS', data: { content: [invite], totalItems: 1 } }

describeWithSpec('harness')('the contract with an OpenAPI document', () => {
  const root = 'https://app.harness.io/ng/api'
  const harness = (path: string, given?: Exchange) => exchange('harness', root + path, given)

  it('finds nothing in a request and an answer that keep to it, and passes them on', async () => {
    const { problems, checked, received } = await harness(`/invites?${account}&pageSize=50`, {
      answer: page,
    })
    expect([problems, checked]).toEqual([[], 1])
    expect(await received.json()).toEqual(page)
  })

  it('names an unknown path', async () => {
    expect((await harness(`/invitations?${account}`, { answer: page })).problems).toEqual([
      'GET /ng/api/invitations: the document has no such path',
    ])
    const { problems } = await exchange('harness', 'https://app.harness.io/api/invites')
    expect(problems).toHaveLength(1)
  })

  it.each(['PATCH', 'OPTIONS'])('names a method that is not there: %s', async (method) => {
    const { problems } = await harness(`/invites/i1?${account}`, { method, answer: page })
    expect(problems).toEqual([`${method} /ng/api/invites/i1: the document has no such method here`])
  })

  it('takes the concrete path before the template', async () => {
    const { problems } = await harness(`/invites/aggregate?${account}`, { method: 'DELETE' })
    expect(problems).toEqual([
      'DELETE /ng/api/invites/aggregate: the document has no such method here',
    ])
  })

  it.each([
    ['a missing one', 'pageSize=50', "query must have required property 'accountIdentifier'"],
    ['an unknown one', `${account}&page=1`, 'query must NOT have additional properties'],
    ['no number', `${account}&pageSize=many`, 'query/pageSize must be integer'],
    ['too large a number', `${account}&pageSize=101`, 'query/pageSize must be <= 100'],
    ['one that stands twice', `${account}&pageSize=1&pageSize=2`, 'query/pageSize must be integer'],
    [
      'a string for objects',
      `${account}&sortOrders=email,ASC`,
      'query/sortOrders/0 must be object',
    ],
  ])('names a query parameter: %s', async (_what, query, problem) => {
    const { problems } = await harness(`/invites?${query}`, { answer: page })
    expect(problems).toEqual([expect.stringContaining(`GET /ng/api/invites: ${problem}`)])
  })

  it.each([
    ['a missing one', undefined, 'the body is missing'],
    ['a missing member', {}, "body must have required property 'emails'"],
    ['a wrong type', { emails: 'ana@acme.test' }, 'body/emails must be array'],
    ['null', { emails: ['ana@acme.test'], userGroups: null }, 'body/userGroups must be array'],
  ])('names a body: %s', async (_what, body, problem) => {
    const { problems } = await harness(`/user/users?${account}`, {
      method: 'POST',
      body,
      answer: {},
    })
    expect(problems).toEqual([expect.stringContaining(`POST /ng/api/user/users: ${problem}`)])
  })

  it('names a body that is not marked as JSON', async () => {
    const { problems } = await harness(`/user/users?${account}`, {
      method: 'POST',
      body: { emails: [] },
      headers: { 'content-type': 'text/plain' },
      answer: {},
    })
    expect(problems).toEqual(['POST /ng/api/user/users: the body is not marked as JSON'])
  })

  it.each([
    ['a wrong type', { data: { content: {} } }, 'answer 200/data/content must be array'],
    ['a missing member', { data: { content: [{ email: 'a' }] } }, 'inviteType'],
    ['a wrong word', { status: 'DONE' }, 'answer 200/status must be equal to one of'],
    ['null', { status: 'SUCCESS', data: null }, 'answer 200/data must be object'],
    ['no JSON', '<!doctype html>', 'answer 200 is not JSON'],
    ['nothing', '', 'answer 200 is not JSON'],
  ])('names an answer: %s', async (_what, answer, problem) => {
    const { problems } = await harness(`/invites?${account}`, { answer })
    expect(problems).toEqual([expect.stringContaining(problem)])
  })

  it('counts null as absent where that is asked for, in the body and in the answer', async () => {
    const { problems } = await harness(`/invites/i1?${account}`, {
      method: 'PUT',
      body: { ...invite, name: null },
      answer: { ...page, data: null, metaData: null },
      nullIsAbsent: true,
    })
    expect(problems).toEqual([])
  })

  it('lists a documented deviation with its reason, and validates nothing of it', async () => {
    const deviation = (request: Request, answer: Response) =>
      request.url.includes('sortOrders') && answer.ok ? 'orders are strings on the wire' : undefined
    const strange = { answer: 42, deviation }
    const { outside, problems, checked } = await harness('/invites?sortOrders=x', strange)
    expect(outside).toEqual(['GET /ng/api/invites: orders are strings on the wire'])
    expect([problems, checked]).toEqual([[], 0])
    expect((await harness(`/invites?${account}`, strange)).problems).toHaveLength(1)
  })
})

describe('the contract without a document', () => {
  it('says so instead of finding nothing', () => {
    expect(() => contract('nobody', fetch)).toThrow('no API document')
  })
})
