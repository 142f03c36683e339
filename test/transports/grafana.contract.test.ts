import { expect, it } from 'vitest'
import { grafana } from '../../src/transports/grafana.js'
import { contract, describeWithSpec } from '../contract.ts'
import type { GrafanaServer } from '../emulators/grafanaState.ts'
import { ana, baseUrl, failure, setUp, twoOrgs } from './grafanaSetUp.ts'

/** Both in the sources of every release that was looked at. */
function deviation({ method, url }: Request): string | undefined {
  if (url.includes('/api/user/invite/')) return 'public routes are not in the document'
  if (method === 'PATCH') return 'revoke is PATCH, documented as DELETE'
  return undefined
}

/** A server, and its transport, with the document between them. */
function underContract(server: GrafanaServer = {}) {
  const all = setUp(server)
  const checked = contract('grafana', all.fetch, { deviation })
  const over = (token?: string) => grafana({ baseUrl, token, fetch: checked.fetch })
  return { ...all, checked, over, transport: over('glsa_inviter') }
}

describeWithSpec('grafana')('grafana and its published document', () => {
  it('agree on all that succeeds, but for two known gaps', async () => {
    const { transport, checked } = underContract()
    const { invite: first } = await transport.create({ ...ana, name: 'Ana Ruiz' })
    const { invite: second } = await transport.create({ ...ana, sendMail: false })
    await transport.list({})
    const { invite: renewed } = await transport.resend({ id: first?.id ?? '' })
    await transport.revoke({ id: second?.id ?? '' })
    const token = renewed?.id ?? ''
    await transport.lookup({ token })
    await transport.accept({ token, username: 'ana', password: 'S3cret-pass!' })
    expect(checked.problems).toEqual([])
    expect(checked.checked).toBe(8)
    expect(checked.outside).toEqual([
      `PATCH /api/org/invites/${first?.id}/revoke: revoke is PATCH, documented as DELETE`,
      `PATCH /api/org/invites/${second?.id}/revoke: revoke is PATCH, documented as DELETE`,
      `GET /api/user/invite/${token}: public routes are not in the document`,
      'POST /api/user/invite/complete: public routes are not in the document',
    ])
  })

  it('agree on revoke where a server goes by the document', async () => {
    const { transport, checked } = underContract({ revokeBy: 'DELETE' })
    const { invite } = await transport.create(ana)
    await transport.revoke({ id: invite?.id ?? '' })
    await failure(transport.revoke({ id: 'gone' }))
    expect(checked.problems).toEqual([])
    expect(checked.checked).toBe(4)
  })

  it('agree on somebody who is added at once', async () => {
    const { transport, checked } = underContract({ state: twoOrgs() })
    await transport.create({ email: 'bo@acme.test', role: 'None' })
    expect(checked.problems).toEqual([])
    expect(checked.checked).toBe(1)
  })

  it.each<[string, GrafanaServer]>([
    ['a member (412)', {}],
    ['no SMTP (412)', { smtp: false }],
    ['a mail server that fails (500)', { smtp: 'failing' }],
    ['no login form (400)', { loginDisabled: true }],
    ['a full server (403)', { userQuota: 1 }],
  ])('agree on the answer to %s', async (_, server) => {
    const { transport, checked } = underContract(server)
    await transport.create(ana).catch(() => undefined)
    await transport.create({ email: 'admin@acme.test', role: 'Viewer' }).catch(() => undefined)
    expect(checked.problems).toEqual([])
    expect(checked.checked).toBeGreaterThan(1)
  })

  it.each(['9.3', '11'] as const)('agree on the 401 of %s', async (release) => {
    const { over, checked } = underContract({ release })
    await failure(over().list({}))
    await failure(over('glsa_other').create(ana))
    expect(checked.problems).toEqual([])
    expect(checked.checked).toBe(2)
  })
})
