import { describe, expectTypeOf, it } from 'vitest'
import { InviteError, type InviteErrorCode } from '../../src/error.js'
import type { CreateInviteInput, InvitePage, SentInvite } from '../../src/schema.js'
import { can, operationsOf } from '../../src/transport.js'
import type { CreateOutcome, InviteOperation, InviteTransport } from '../../src/transport.js'
import { grafana } from '../../src/transports/grafana.js'
import { memory } from '../../src/transports/memory.js'

declare const creating: InviteTransport<'create'>
declare const word: string
declare const nothing: InviteTransport
declare const managing: InviteTransport<'create' | 'list' | 'revoke'>
/** Takes what can do the named operations. */
declare function expectCan<Op extends InviteOperation>(transport: InviteTransport<Op>): void

describe('a transport', () => {
  it('has the operations that it names', () => {
    expectTypeOf(managing.list({})).resolves.toEqualTypeOf<InvitePage>()
    expectTypeOf(managing.create({ email: 'ana@acme.test' })).resolves.toEqualTypeOf<SentInvite>()
    expectTypeOf(managing.revoke({ id: 'i1' })).resolves.toEqualTypeOf<void>()
    expectTypeOf(managing.key).toEqualTypeOf<string>()
  })

  it('has no other', () => {
    // @ts-expect-error it can only create
    void creating.list({})
    // @ts-expect-error it can do nothing
    void nothing.create({ email: 'ana@acme.test' })
    // @ts-expect-error there is no such operation
    expectCan<'withdraw'>(memory())
  })

  it('takes the input of its operation and no other', () => {
    expectTypeOf(creating.create).parameter(0).toEqualTypeOf<CreateInviteInput>()
    // @ts-expect-error an invite needs an address
    void creating.create({ role: 'admin' })
    // @ts-expect-error an id is a string
    void managing.revoke({ id: 5 })
    // @ts-expect-error there is no such order
    void managing.list({ sort: { by: 'token', direction: 'asc' } })
  })

  it('is good where less is needed, and not where more is', () => {
    expectCan<never>(creating)
    expectCan<'create'>(creating)
    expectCan<'list'>(managing)
    expectCan<'create' | 'revoke'>(managing)
    // @ts-expect-error it cannot list
    expectCan<'list'>(creating)
    // @ts-expect-error it cannot list
    expectCan<'create' | 'list'>(creating)
    // @ts-expect-error nothing is known of what it can do
    expectCan<'create'>(nothing)
  })

  it('may come from anywhere, as long as it keeps the shape', () => {
    const key = 'own'
    expectCan<'revoke'>({ key, revoke: async () => {} })
    // @ts-expect-error without a key nothing can be cached
    expectCan<'revoke'>({ revoke: async () => {} })
    // @ts-expect-error a promise is missing
    expectCan<'revoke'>({ key, revoke: () => {} })
    // @ts-expect-error a page is missing
    expectCan<'list'>({ key, list: async () => ({}) })
  })
})

describe('can()', () => {
  it('gives the operation where it says yes, and keeps those that are known', () => {
    if (!can(creating, 'resend')) return
    expectTypeOf(creating.resend({ id: 'i1' })).resolves.toEqualTypeOf<SentInvite>()
    expectTypeOf(creating.create({ email: 'a' })).resolves.toEqualTypeOf<SentInvite>()
    expectCan<'create' | 'resend'>(creating)
    // @ts-expect-error nobody asked for that one
    void creating.revoke({ id: 'i1' })
  })

  it('takes nothing away where it says no', () => {
    if (can(creating, 'resend')) return
    expectTypeOf(creating.create({ email: 'a' })).resolves.toEqualTypeOf<SentInvite>()
    // @ts-expect-error it has just said no
    void creating.resend({ id: 'i1' })
  })

  it('does not know what it is not asked about', () => {
    expectTypeOf(can(nothing, 'create')).toEqualTypeOf<boolean>()
    // @ts-expect-error there is no such operation
    can(creating, 'withdraw')
    // @ts-expect-error this is no transport
    can({}, 'create')
  })
})

describe('the transports that come along', () => {
  it('memory can do everything', () => {
    expectCan<InviteOperation>(memory())
    expectCan<'create'>(memory())
    expectTypeOf(memory().createMany([])).resolves.toEqualTypeOf<CreateOutcome[]>()
    expectTypeOf(operationsOf(memory())).toEqualTypeOf<InviteOperation[]>()
  })

  it('Grafana can neither decline nor create many', () => {
    const transport = grafana({ baseUrl: 'https://grafana.acme.test' })
    expectCan<'create' | 'list' | 'resend' | 'revoke' | 'lookup' | 'accept'>(transport)
    // @ts-expect-error there is no decline
    expectCan<'decline'>(transport)
    // @ts-expect-error there is no batch
    void transport.createMany([])
  })
})

describe('an InviteError', () => {
  it('has a code of a closed list, so that a switch can be complete', () => {
    const isFinal = (code: InviteErrorCode): boolean => {
      switch (code) {
        case 'rate_limited':
        case 'invalid_response':
        case 'offline':
        case 'timeout':
        case 'network':
        case 'unavailable':
        case 'unknown':
          return false
        case 'invalid_input':
        case 'unauthenticated':
        case 'forbidden':
        case 'wrong_account':
        case 'email_unverified':
        case 'not_found':
        case 'expired':
        case 'revoked':
        case 'already_accepted':
        case 'already_invited':
        case 'already_member':
        case 'limit_reached':
        case 'unsupported':
        case 'config':
          return true
        default:
          return code satisfies never
      }
    }
    expectTypeOf(isFinal).returns.toBeBoolean()
    // @ts-expect-error there is no such code
    void new InviteError('oops')
    // @ts-expect-error a string is not a code
    void new InviteError(word)
  })

  it('is what is() finds, and what from() makes of anything', () => {
    const caught: unknown = undefined
    if (InviteError.is(caught)) expectTypeOf(caught.code).toEqualTypeOf<InviteErrorCode>()
    expectTypeOf(InviteError.from(caught)).toEqualTypeOf<InviteError>()
  })

  it('is what a failed outcome has, and only that one', () => {
    expectTypeOf<
      Extract<CreateOutcome, { status: 'failed' }>['error']
    >().toEqualTypeOf<InviteError>()
    expectTypeOf<Extract<CreateOutcome, { status: 'sent' }>>().not.toHaveProperty('error')
  })
})
