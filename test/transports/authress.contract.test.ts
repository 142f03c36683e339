import { expect, it } from 'vitest'
import { contract, describeWithSpec } from '../contract.ts'
import type { AuthressServer } from '../emulators/authressState.ts'
import { ana, failure, setUp } from './authressSetUp.ts'

/** Not in the document, which has no answer for a malformed body. */
const deviation = (_: Request, { status }: Response) =>
  status === 400 ? 'a malformed body has no documented answer' : undefined

/** An account and its transport, with the document between them. */
function underContract(server: AuthressServer = {}) {
  const all = setUp(server)
  const checked = contract('authress', all.fetch, { deviation })
  const as: typeof all.as = (token, more) => all.as(token, { fetch: checked.fetch, ...more })
  return { ...all, checked, as, transport: as('jwt.service') }
}

describeWithSpec('authress')('authress and its document', () => {
  it.each<[string, AuthressServer]>([
    ['2026', {}],
    ['2024', { shape: '2024' }],
  ])('agree on all that succeeds, in the shape of %s', async (_, server) => {
    const { transport, as, checked } = underContract(server)
    const { invite: first } = await transport.create(ana)
    const { invite: second } = await as('jwt.service', {
      defaultLoginTenantId: 'tenant-acme',
      conflictResolutionStrategy: 'REPLACE_RECORD_DATA',
    }).create({ ...ana, expiresAt: '2026-05-20T00:00:00.000Z' })
    await transport.lookup({ token: first?.id ?? '' })
    await as('jwt.ana').accept({ token: first?.id ?? '' })
    await transport.revoke({ id: second?.id ?? '' })
    expect(checked.problems).toEqual([])
    expect(checked.checked).toBe(5)
    expect(checked.outside).toEqual([])
  })

  it('agree on refusals', async () => {
    const { transport, as, checked } = underContract()
    const { invite } = await transport.create(ana)
    const id = invite?.id ?? ''
    await failure(as('jwt.ended').create(ana))
    await failure(as('jwt.olga').create({ ...ana, role: 'Owner' }))
    await failure(as('jwt.ended').lookup({ token: id }))
    await failure(as('jwt.olga').lookup({ token: id }))
    await failure(as('jwt.ana').lookup({ token: id }))
    await failure(as('jwt.olga').revoke({ id }))
    await failure(transport.revoke({ id: 'inv_gone' }))
    await failure(as('').accept({ token: id }))
    await failure(transport.accept({ token: 'inv_gone' }))
    expect(checked.problems).toEqual([])
    expect(checked.checked).toBe(10)
  })

  it('do not agree on statements that are none, which are refused', async () => {
    const { as, checked } = underContract()
    const toStatements = () => [{ roles: [], resources: [{ resourceUri: '/a' }] }]
    await failure(as('jwt.service', { toStatements }).create(ana))
    expect(checked.outside).toEqual(['POST /v1/invites: a malformed body has no documented answer'])
  })
})
