import type { InviteOperation } from '../../src/transport.js'

/** What each provider can do. The conformance suite holds the transports to it, and the README's table as well. */
export const claims = {
  memory: [
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
  ],
  authress: ['create', 'revoke', 'lookup', 'accept'],
  'ledger of authress': ['create', 'list', 'resend', 'revoke', 'lookup', 'accept'],
  'better-auth': ['create', 'list', 'resend', 'revoke', 'lookup', 'accept', 'decline', 'viewer'],
  enhance: ['create', 'list', 'resend', 'update', 'revoke', 'lookup', 'accept', 'viewer'],
  grafana: ['create', 'list', 'resend', 'revoke', 'lookup', 'accept'],
  harness: ['create', 'createMany', 'list', 'resend', 'update', 'revoke', 'lookup', 'accept'],
  'astronomer v1alpha1': ['create', 'list', 'resend', 'revoke', 'lookup', 'accept', 'decline'],
  'astronomer v1': ['create', 'list', 'revoke'],
} satisfies Record<string, InviteOperation[]>
