import { describe, expect, test } from 'vitest'
import { emulated, play, real, type Options, type Step } from './betterAuthPlay.ts'

const invite = (email: unknown, extra: object = {}) =>
  ({
    call: 'POST /organization/invite-member',
    as: 'ada',
    body: { email, role: 'member', organizationId: '{acme}', ...extra },
  }) satisfies Step
const list = { call: 'GET /organization/list-invitations?organizationId={acme}' }
const lookup = { call: 'GET /organization/get-invitation?id={bob}' }
const answer = (how: 'accept' | 'reject' | 'cancel', id = '{bob}') => ({
  call: `POST /organization/${how}-invitation`,
  body: { invitationId: id },
})
const raw = (body: string, headers: Record<string, string> = {}) =>
  ({ ...invite(''), body, headers }) satisfies Step

const scripts: [title: string, script: Step[], options?: Options][] = [
  [
    'inviting',
    [
      invite('BOB@acme.test'),
      invite('bob@acme.test'),
      invite('both@acme.test', { role: ['member', 'admin'] }),
      invite('spaced@acme.test', { role: 'member, admin' }),
      invite('empty@acme.test', { role: '' }),
      invite('ada@acme.test'),
      invite('cleo@acme.test', { role: 'pirate,corsair' }),
      invite('no address', { role: 'pirate' }),
      invite('cleo@localhost'),
      invite('cleo@acme.test', { organizationId: 'other' }),
      { ...invite('cleo@acme.test', { organizationId: undefined }), as: 'bob' },
      invite('cleo@acme.test', { organizationId: undefined }),
      { ...list, as: 'ada' },
      { call: 'GET /organization/list-invitations', as: 'ada' },
    ],
  ],
  [
    'who may do what',
    [
      { ...invite('owner@acme.test', { role: 'owner' }), keep: 'owner' },
      { ...invite('cleo@acme.test'), as: undefined },
      { ...list },
      { ...answer('cancel', '{owner}') },
      { ...list, as: 'bob' },
      { call: 'GET /organization/list-invitations', as: 'bob' },
      { ...answer('cancel', '{owner}'), as: 'bob' },
      { ...invite('cleo@acme.test'), as: 'bob', role: ['bob', 'member'] },
      { ...list, as: 'bob' },
      { ...answer('cancel', '{owner}'), as: 'bob' },
      { ...invite('dee@acme.test', { role: 'owner' }), as: 'bob', role: ['bob', 'admin'] },
      { ...list, as: 'bob' },
      { ...invite('owner@acme.test', { resend: true }), as: 'bob' },
      { ...answer('cancel', '{owner}'), as: 'bob' },
      { ...answer('cancel', 'unknown'), as: 'bob' },
    ],
  ],
  [
    'sending again',
    [
      { ...invite('bob@acme.test'), keep: 'bob' },
      invite('bob@acme.test', { role: 'admin', resend: true }),
      { ...invite('bob@acme.test', { role: 'admin', resend: true }), age: 'bob', keep: 'again' },
      { ...answer('cancel', '{again}'), as: 'ada' },
      invite('bob@acme.test', { resend: true }),
      { ...list, as: 'ada' },
    ],
  ],
  [
    'accepting',
    [
      { ...invite('bob@acme.test'), keep: 'bob' },
      lookup,
      { ...lookup, as: 'ada' },
      { ...lookup, as: 'eve' },
      { ...lookup, as: 'bob' },
      answer('accept'),
      { ...answer('accept'), as: 'eve' },
      { ...answer('accept'), as: 'bob' },
      { ...answer('accept'), as: 'bob' },
      { ...lookup, as: 'bob' },
      { ...answer('reject'), as: 'bob' },
      { call: 'GET /get-session', as: 'bob' },
      { ...list, as: 'bob' },
      invite('bob@acme.test', { resend: true }),
      { ...answer('cancel'), as: 'ada' },
      { ...answer('cancel'), as: 'ada' },
      { ...answer('accept', 'unknown'), as: 'bob' },
      { ...lookup, call: 'GET /organization/get-invitation?id=unknown', as: 'bob' },
    ],
  ],
  [
    'declining, expired and not',
    [
      { ...invite('bob@acme.test'), keep: 'bob' },
      answer('reject'),
      { ...answer('reject'), as: 'eve' },
      { ...lookup, as: 'bob', age: 'bob' },
      { ...answer('accept'), as: 'bob' },
      { ...answer('reject'), as: 'bob' },
      { ...answer('reject'), as: 'bob' },
      { ...answer('reject', 'unknown'), as: 'bob' },
    ],
  ],
  [
    'an inviter who has left',
    [
      { ...invite('bob@acme.test'), keep: 'bob' },
      { ...lookup, as: 'bob', role: ['ada', null] },
      { ...answer('accept'), as: 'bob' },
    ],
  ],
  [
    'an address that has to be verified',
    [
      { ...invite('bob@acme.test'), keep: 'bob' },
      { ...lookup, as: 'bob' },
      { ...answer('accept'), as: 'bob' },
      { ...answer('reject'), as: 'bob' },
    ],
    { requireEmailVerificationOnInvitation: true },
  ],
  [
    'limits',
    [
      { ...invite('bob@acme.test'), keep: 'bob' },
      invite('cleo@acme.test'),
      { ...answer('accept'), as: 'bob' },
      { ...lookup, as: 'bob' },
      { ...invite('bob@acme.test'), age: 'bob' },
    ],
    { invitationLimit: 1, membershipLimit: 1 },
  ],
  [
    'what is no request of the plugin',
    [
      { call: 'GET /get-session' },
      { call: 'GET /organization/invite-member', as: 'ada' },
      { call: 'POST /organization/list-invitations', as: 'ada', body: {} },
      { call: 'GET /organization/list-invitations/', as: 'ada' },
      { call: 'POST /organization/nothing', as: 'ada', headers: { origin: 'https://evil.test' } },
      { call: 'GET /organization/get-invitation' },
      { call: 'GET /organization/list-invitations?organizationId=a&organizationId=b', as: 'ada' },
      { ...answer('accept'), body: {}, as: 'bob' },
      invite(undefined, { role: undefined }),
      invite(42, { role: 42 }),
      invite('cleo@acme.test', { organizationId: null }),
      invite('cleo@acme.test', { resend: 'yes', more: 'unknown' }),
      { ...invite(undefined), as: undefined },
      raw(''),
      raw('{'),
      raw('[1]'),
      raw('hello', { 'content-type': 'text/plain', origin: '' }),
      raw('{', { origin: 'https://evil.test' }),
      raw('{}', { origin: 'https://evil.test' }),
      raw('{}', { origin: '' }),
      raw('{}', { origin: 'null' }),
      raw('{}', { origin: '', referer: 'https://app.acme.test/page' }),
      { ...raw('{}', { origin: 'https://evil.test' }), as: undefined },
      { ...list, as: 'ada', headers: { origin: 'https://evil.test' } },
      { ...list, headers: { cookie: 'better-auth.session_token=unknown.signature' } },
      { ...list, headers: { authorization: 'Bearer unknown' } },
    ],
  ],
]

describe('the emulator and better-auth 1.7.7 give the same answers:', () => {
  test.each(scripts)('%s', async (_, script, options = {}) => {
    const expected = await play(await real(options), script)
    expect(await play(emulated(options), script)).toEqual(expected)
  })
})
