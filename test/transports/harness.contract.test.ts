import { expect, it } from 'vitest'
import { harness } from '../../src/transports/harness.js'
import { contract, describeWithSpec } from '../contract.ts'
import { account, ana, setUp } from './harnessSetUp.ts'

/** Where the wire is known to differ from the document, or is not in it. */
function deviation({ url }: Request): string | undefined {
  if (url.includes('/ngsignin')) return 'the completion is not in the document'
  if (url.includes('sortOrders=')) return 'orders are strings on the wire'
  return undefined
}

describeWithSpec('harness')('harness and its published document', () => {
  it('agree on all that succeeds, but for two known gaps', async () => {
    const all = setUp()
    const checked = contract('harness', all.fetch, { deviation, nullIsAbsent: true })
    const over = (fetch: typeof checked.fetch) =>
      harness({ accountIdentifier: account, apiKey: 'pat.inviter', fetch })
    const transport = over(checked.fetch)
    await transport.createMany([ana, { email: 'bo@acme.test', groups: ['platform'] }])
    const { invites } = await transport.list({ sort: { by: 'role', direction: 'asc' } })
    const [first, second] = invites.map(({ id }) => id)
    await transport.list({
      search: 'ana',
      role: '_account_viewer',
      sort: { by: 'role', direction: 'asc' },
    })
    await transport.list({})
    await transport.resend({ id: first ?? '' })
    await transport.update({ id: first ?? '', role: '_account_admin' })
    await transport.revoke({ id: second ?? '' })
    await transport.revoke({ id: second ?? '' })
    const link = all.open()
    await transport.lookup(link)
    await all.verify()
    await transport.accept({ ...link, name: 'Ana', password: 'S3cret-pass!' })
    expect(checked.problems).toEqual([])
    expect(checked.checked).toBe(11)
    expect(checked.outside.map((line) => line.split(': ')[1])).toEqual([
      'orders are strings on the wire',
      'the completion is not in the document',
    ])
  })

  it('agree on refusals', async () => {
    const all = setUp()
    const checked = contract('harness', all.fetch, { deviation, nullIsAbsent: true })
    const over = (apiKey: string) =>
      harness({ accountIdentifier: account, apiKey, fetch: checked.fetch })
    await over('pat.viewer')
      .create(ana)
      .catch(() => undefined)
    await over('pat.other')
      .revoke({ id: 'a' })
      .catch(() => undefined)
    await over('pat.inviter')
      .create({ email: 'not an address' })
      .catch(() => undefined)
    expect(checked.problems).toEqual([])
    expect(checked.checked).toBe(3)
  })
})
