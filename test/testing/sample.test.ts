import { expect, test } from 'vitest'
import { conformance } from '../../src/testing/index.js'
import { acme } from '../../stories/docs/acme.ts'

const baseUrl = 'https://acme.test/api'

/** What the sample of the docs speaks to. */
function acmeServer(): typeof fetch {
  const rows = ['i1', 'i2'].map((id) => ({
    id,
    mail: `${id}@acme.test`,
    role: 'member',
    sentAt: '2026-03-01T09:00:00Z',
  }))
  return async (...args) => {
    const request = new Request(...args)
    if (request.method === 'GET') return Response.json(rows)
    if (request.method === 'DELETE') return new Response(null, { status: 204 })
    const { mail, role } = (await request.json()) as { mail: string; role: string }
    rows.push({ id: `i${rows.length + 1}`, mail, role, sentAt: '2026-03-02T09:00:00Z' })
    return Response.json(rows.at(-1))
  }
}

const checks = conformance({
  claims: ['create', 'list', 'revoke'],
  world: () => ({
    fetch: acmeServer(),
    transport: (fetch) => acme({ baseUrl, token: () => 'acme-credential', fetch }),
    inputs: {
      create: { email: 'bo@acme.test', role: 'owner' },
      list: {},
      revoke: { id: 'i1' },
    },
  }),
})

test.each(checks)('the transport that the docs show: $title', async ({ run }) => {
  await expect(run()).resolves.toBeUndefined()
})
