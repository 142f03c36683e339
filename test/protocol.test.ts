import { describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { InviteError, inviteErrorCodes } from '../src/error.js'
import { protocol } from '../src/protocol.js'

const invite = { id: 'i1', email: 'ana@acme.test', status: 'pending' }
const accepts = (schema: z.ZodMiniType, value: unknown) => z.safeParse(schema, value).success

describe('the protocol', () => {
  it('has input and output for each operation, in the order of the design', () => {
    expect(Object.keys(protocol)).toEqual([
      'create',
      'createMany',
      'list',
      'resend',
      'update',
      'revoke',
      'lookup',
      'accept',
      'decline',
      'viewer',
    ])
  })

  it.each([
    ['create', { email: 'ana@acme.test', role: 'admin', sendMail: false }],
    ['createMany', [{ email: 'ana@acme.test' }, { email: 'bo@acme.test' }]],
    ['list', {}],
    ['list', { pageSize: 500, sort: { by: 'email', direction: 'asc' }, status: 'expired' }],
    ['resend', { id: 'i1' }],
    ['update', { id: 'i1', role: 'admin' }],
    ['lookup', { token: 't1' }],
    ['accept', { token: 't1', email: 'ana@acme.test', password: 'x' }],
    ['viewer', {}],
  ] as const)('takes as input of %s %j', (operation, input) => {
    expect(z.parse(protocol[operation].input, input)).toEqual(input)
  })

  it.each([
    ['create', { role: 'admin' }],
    ['create', { email: ['ana@acme.test'] }],
    ['create', { email: 'ana@acme.test', expiresAt: 'tomorrow' }],
    ['createMany', { email: 'ana@acme.test' }],
    ['list', { pageSize: 0 }],
    ['list', { pageSize: 501 }],
    ['list', { pageSize: 1.5 }],
    ['list', { sort: { by: 'token', direction: 'asc' } }],
    ['list', { status: 'open' }],
    ['revoke', {}],
    ['update', { id: 'i1' }],
    ['lookup', { token: 5 }],
    ['viewer', null],
  ] as const)('refuses as input of %s %j', (operation, input) => {
    expect(accepts(protocol[operation].input, input)).toBe(false)
  })

  it('drops members that are not in it (mass assignment)', () => {
    const extra = {
      organizationId: 'other',
      userId: 'u1',
      isAdmin: true,
      __proto__: { role: 'owner' },
    }
    expect({ ...z.parse(protocol.create.input, { email: 'a', ...extra }) }).toEqual({ email: 'a' })
    const parsed = z.parse(
      protocol.lookup.input,
      JSON.parse('{"token":"t","__proto__":{"email":"x"}}'),
    )
    expect(parsed).toEqual({ token: 't' })
    expect(parsed.email).toBeUndefined()
  })

  it.each([
    ['create', { delivery: 'mailed', invite }],
    ['create', { delivery: 'added' }],
    ['list', { invites: [invite], next: '25', total: 30, unreadable: 1 }],
    ['resend', { delivery: 'mailed', renewed: true }],
    ['update', { ...invite, createdAt: '2026-11-20T09:00:00+01:00' }],
    ['revoke', undefined],
    ['lookup', { status: 'pending', asks: [{ name: 'password', required: true, secret: 'new' }] }],
    ['accept', { status: 'continue', url: 'https://acme.test/verify' }],
    ['decline', undefined],
    ['viewer', null],
    ['viewer', { email: 'ana@acme.test', emailVerified: false }],
  ] as const)('takes as output of %s %j', (operation, output) => {
    expect(z.parse(protocol[operation].output, output)).toEqual(output)
  })

  it.each([
    ['create', { delivery: 'sent' }],
    ['create', {}],
    ['list', { invites: [{ ...invite, status: 'open' }] }],
    ['list', { invites: [{ ...invite, createdAt: '20 November' }] }],
    ['list', []],
    ['lookup', { status: 'pending' }],
    ['lookup', { status: 'pending', asks: [{ name: 'iban', required: true }] }],
    ['accept', { status: 'continue' }],
    ['accept', {}],
    ['viewer', undefined],
    ['revoke', 'done'],
  ] as const)('refuses as output of %s %j', (operation, output) => {
    expect(accepts(protocol[operation].output, output)).toBe(false)
  })

  it('carries every error of a batch through JSON', () => {
    for (const code of inviteErrorCodes) {
      const error = new InviteError(code, { outcome: 'unknown', retryAfter: 7000 })
      const outcomes: unknown = JSON.parse(JSON.stringify([{ status: 'failed', error }]))
      expect(z.parse(protocol.createMany.output, outcomes)).toEqual([
        {
          status: 'failed',
          error: { code, message: error.message, outcome: 'unknown', retryAfter: 7000 },
        },
      ])
    }
  })

  it('lets no field named __proto__ of a batch error touch a prototype', () => {
    const text =
      '[{"status":"failed","error":{"code":"unknown","message":"","fields":{"__proto__":"x"}}}]'
    const result = z.safeParse(protocol.createMany.output, JSON.parse(text))
    expect(JSON.stringify(result.data ?? [])).not.toContain('"x"')
    expect(Object.getPrototypeOf({})).toBe(Object.prototype)
  })
})
