import { expect, it } from 'vitest'
import { harness } from '../../src/transports/harness.js'
import type { Fetch } from '../../src/transports/request.js'
import { contract, describeWithSpec } from '../contract.ts'
import { account, ana, setUp } from './harnessSetUp.ts'

/** Where the wire is known to differ from the document, or is not in it; wire/harness.md, 3.2 and 4. */
function deviation({ url }: Request): string | undefined {
  if (url.includes('/ngsignin')) return 'the completion is not in the document'
  if (url.includes('sortOrders=')) return 'orders are strings on the wire'
  return undefined
}

function underContract(between: (fetch: Fetch) => Fetch = (fetch) => fetch) {
  const all = setUp()
  const checked = contract('harness', all.fetch, { deviation, nullIsAbsent: true })
  const over = (apiKey: string) =>
    harness({ accountIdentifier: account, apiKey, fetch: between(checked.fetch) })
  return { ...all, checked, over, transport: over('pat.inviter') }
}

/** What the document would take: the order is the server's own. */
function unsorted(fetch: Fetch): Fetch {
  return (...args) => {
    const request = new Request(...args)
    const url = new URL(request.url)
    url.searchParams.delete('sortOrders')
    return fetch(new Request(url, request))
  }
}

describeWithSpec('harness')('harness and its published document', () => {
  it('agree on all that succeeds, but for two known gaps', async () => {
    const { transport, checked, open, verify } = underContract()
    await transport.createMany([ana, { email: 'bo@acme.test', groups: ['platform'] }])
    const { invites } = await transport.list({})
    const [first = '', second = ''] = invites.map(({ id }) => id)
    await transport.resend({ id: second })
    await transport.update({ id: second, role: '_account_admin' })
    await transport.revoke({ id: first })
    await transport.revoke({ id: first })
    const link = open()
    await transport.lookup(link)
    await verify()
    await transport.accept({ ...link, name: 'Ana', password: 'S3cret-pass!' })
    expect(checked.problems).toEqual([])
    expect(checked.checked).toBe(9)
    expect(checked.outside).toEqual([
      'GET /ng/api/invites: orders are strings on the wire',
      'PUT /gateway/api/users/invites/ngsignin: the completion is not in the document',
    ])
  })

  it.each([
    ['the list', {}, 'GET'],
    ['a search', { search: 'ana' }, 'POST'],
    ['a role', { role: ana.role }, 'POST'],
    ['a role beside a search', { role: ana.role, search: 'ana' }, 'POST'],
  ])('agree on %s, the order left aside', async (_, input, method) => {
    const { transport, checked, requests } = underContract(unsorted)
    await transport.create(ana)
    expect((await transport.list(input)).invites).toHaveLength(1)
    expect(requests.at(-1)?.method).toBe(method)
    expect(checked.problems).toEqual([])
    expect(checked.checked).toBe(2)
    expect(checked.outside).toEqual([])
  })

  it('agree on refusals', async () => {
    const { over, checked } = underContract()
    const refused = [
      over('pat.viewer').create(ana),
      over('pat.other').revoke({ id: 'a' }),
      over('pat.inviter').create({ email: 'not an address' }),
      over('pat.inviter').create({ email: 'owner@acme.test' }),
    ]
    const settled = await Promise.allSettled(refused)
    expect(settled.map(({ status }) => status)).toEqual(refused.map(() => 'rejected'))
    expect(checked.problems).toEqual([])
    expect(checked.checked).toBe(4)
  })
})
