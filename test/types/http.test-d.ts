import { describe, expectTypeOf, it } from 'vitest'
import { createInviteHandler } from '../../src/server/index.js'
import type { InviteOperation, InviteTransport } from '../../src/transport.js'
import { grafana } from '../../src/transports/grafana.js'
import { http } from '../../src/transports/http.js'

describe('http', () => {
  it('has the operations that are named, and no others', () => {
    const page = http({ url: '/api/invites', operations: ['create', 'list'] })
    expectTypeOf(page).toEqualTypeOf<InviteTransport<'create' | 'list'>>()
    // @ts-expect-error it was not named
    void page.revoke({ id: 'i1' })
    // @ts-expect-error there is no such operation
    void http({ url: '/api/invites', operations: ['withdraw'] })
  })

  it('takes a list that stands elsewhere', () => {
    const operations = ['lookup', 'accept'] as const
    expectTypeOf(http({ url: '/', operations })).toEqualTypeOf<
      InviteTransport<'lookup' | 'accept'>
    >()
    const any: InviteOperation[] = []
    expectTypeOf(http({ url: '/', operations: any })).toEqualTypeOf<
      InviteTransport<InviteOperation>
    >()
  })
})

describe('createInviteHandler', () => {
  const transport = grafana({ baseUrl: 'https://grafana.acme.test' })

  it('is not to be had without authorize, nor with one that says too little', () => {
    // @ts-expect-error everybody could invite
    createInviteHandler({ transport })
    // @ts-expect-error a truth is no permission
    createInviteHandler({ transport, authorize: () => true })
    // @ts-expect-error an organization that may be missing
    createInviteHandler({ authorize: () => ({ ok: true, transport: [transport][0] }) })
    const authorize = async () => ({ ok: true as const, transport, actor: 'ada' })
    expectTypeOf(createInviteHandler({ authorize })).toEqualTypeOf<
      (request: Request) => Promise<Response>
    >()
    expectTypeOf(createInviteHandler).toBeCallableWith({ authorize: () => ({ ok: false }) })
  })

  it('takes a transport that is written in place', () => {
    expectTypeOf(createInviteHandler).toBeCallableWith({
      transport: { key: 'own', revoke: async ({ id }) => void id.length },
      authorize: () => ({ ok: true }),
    })
  })
})
