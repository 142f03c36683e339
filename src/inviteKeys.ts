import type { InviteLink } from './input/token.js'
import type { ListInvitesInput } from './schema.js'
import type { InviteOperation, InviteTransport } from './transport.js'

export type ListKey = readonly ['invite-kit', string, 'list', ListInvitesInput]
export type LookupKey = readonly ['invite-kit', string, 'lookup', string]
export type KnownKey = readonly ['invite-kit', string, 'known']
export type ViewerKey = readonly ['invite-kit', string, 'viewer']

/** Every cache key of invite-kit. They hold transport keys, list inputs and link handles: no token, no address. */
export const inviteKeys = {
  all: (transport: InviteTransport) => ['invite-kit', transport.key] as const,
  lists: (transport: InviteTransport) => ['invite-kit', transport.key, 'list'] as const,
  list: (transport: InviteTransport, input: ListInvitesInput): ListKey => [
    'invite-kit',
    transport.key,
    'list',
    input,
  ],
  lookup: (transport: InviteTransport, link: InviteLink): LookupKey => [
    'invite-kit',
    transport.key,
    'lookup',
    link.handle,
  ],
  known: (transport: InviteTransport): KnownKey => ['invite-kit', transport.key, 'known'],
  viewer: (transport: InviteTransport): ViewerKey => ['invite-kit', transport.key, 'viewer'],
  /** The mutation key of an operation. */
  action: (transport: InviteTransport, operation: InviteOperation) =>
    ['invite-kit', transport.key, operation] as const,
}
