import { expect, it } from 'vitest'
import { astronomer } from '../../src/transports/astronomer.js'
import { contract, describeWithSpec } from '../contract.ts'
import { acme, type AstronomerServer } from '../emulators/astronomerState.ts'
import { ana, failure, setUp } from './astronomerSetUp.ts'

/** A server and both of its transports, with the document between them. */
function underContract(server: AstronomerServer = {}) {
  const all = setUp(server)
  const checked = contract('astronomer', all.fetch)
  const given = { organizationId: acme, fetch: checked.fetch }
  const as = (token?: string) => astronomer({ ...given, apiVersion: 'v1alpha1', token })
  const v1 = (token = 'user.owner') => astronomer({ ...given, apiVersion: 'v1', token })
  const invitee = (username: string) => {
    const token = `user.${username}`
    all.state.tokens.push({ token, username })
    return as(token)
  }
  return { ...all, checked, as, v1, invitee }
}

describeWithSpec('astronomer')('astronomer and its document', () => {
  it('agree on all that v1 does, by user and by API token', async () => {
    const { v1, checked } = underContract()
    for (const token of ['user.owner', 'org.key']) {
      const transport = v1(token)
      // oxlint-disable-next-line no-await-in-loop
      const { invite } = await transport.create(ana)
      // oxlint-disable-next-line no-await-in-loop
      await transport.list({ search: 'ana', role: ana.role })
      // oxlint-disable-next-line no-await-in-loop
      await transport.revoke({ id: invite?.id ?? '' })
    }
    expect(checked.problems).toEqual([])
    expect(checked.checked).toBe(6)
  })

  it('agree on all that v1alpha1 does', async () => {
    const { as, invitee, checked } = underContract()
    const owner = as('user.owner')
    const { invite: first } = await owner.create(ana)
    await owner.list({ search: 'ana', sort: { by: 'email', direction: 'asc' } })
    const { invite: renewed } = await owner.resend({ id: first?.id ?? '' })
    await as().lookup({ token: renewed?.id ?? '' })
    await invitee(ana.email).accept({ token: renewed?.id ?? '' })
    const { invite: second } = await owner.create({ ...ana, email: 'bo@acme.test' })
    await invitee('bo@acme.test').decline({ token: second?.id ?? '' })
    const { invite: third } = await owner.create({ ...ana, email: 'cleo@acme.test' })
    await owner.revoke({ id: third?.id ?? '' })
    expect(checked.problems).toEqual([])
    expect(checked.checked).toBe(11)
  })

  it('agree on refusals', async () => {
    const { as, v1, invitee, checked } = underContract()
    const owner = as('user.owner')
    const { invite } = await owner.create(ana)
    await failure(owner.create({ ...ana, email: 'owner@acme.test' }))
    await failure(owner.create({ ...ana, email: 'nobody' }))
    await failure(owner.revoke({ id: 'gone' }))
    await failure(as('ended').list({}))
    await failure(invitee('dan@acme.test').list({}))
    await failure(as('user.dan@acme.test').accept({ token: invite?.id ?? '' }))
    await failure(as().lookup({ token: 'gone' }))
    await failure(v1().create(ana))
    await failure(v1().revoke({ id: 'gone' }))
    await failure(v1('ended').list({}))
    expect(checked.problems).toEqual([])
    expect(checked.checked).toBeGreaterThan(11)
  })

  it('do not agree on a role that v1 does not have, which is refused', async () => {
    const { v1, checked } = underContract()
    await failure(v1().create({ ...ana, role: 'OWNER' }))
    expect(checked.problems).toEqual([expect.stringContaining('body/role must be equal to one of')])
  })
})
