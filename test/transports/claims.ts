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
  grafana: ['create', 'list', 'resend', 'revoke', 'lookup', 'accept'],
  harness: ['create', 'createMany', 'list', 'resend', 'update', 'revoke', 'lookup', 'accept'],
} satisfies Record<string, InviteOperation[]>
