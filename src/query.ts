import type { UseQueryOptions } from '@tanstack/react-query'
import type { InviteError } from './error.js'
import type { InviteLink } from './input/token.js'
import { inviteKeys, type ListKey, type LookupKey, type ViewerKey } from './inviteKeys.js'
import { retryDelay, retryRead } from './retry.js'
import type { InvitePage, InvitePreview, ListInvitesInput, Viewer } from './schema.js'
import { sharedPage } from './sharedPage.js'
import type { InviteTransport } from './transport.js'

/**
 * How everything is read. Offline is said at once, by the request itself, instead of waiting in silence; the read
 * follows on reconnection.
 */
export const reading = {
  networkMode: 'always',
  refetchOnReconnect: true,
  retry: retryRead,
  retryDelay,
} as const

/** One page of invites, for `useQuery`, `prefetchQuery` and the like. */
export function listInvitesOptions(
  transport: InviteTransport<'list'>,
  input: ListInvitesInput = {},
): UseQueryOptions<InvitePage, InviteError, InvitePage, ListKey> & { queryKey: ListKey } {
  return {
    ...reading,
    queryKey: inviteKeys.list(transport, input),
    queryFn: ({ signal }) => transport.list(input, { signal }),
    structuralSharing: sharedPage as (before: unknown, after: unknown) => InvitePage,
  }
}

/** What a link stands for. Kept no longer than it is looked at, and always read anew. */
export function lookupInviteOptions(
  transport: InviteTransport<'lookup'>,
  link: InviteLink,
): UseQueryOptions<InvitePreview, InviteError, InvitePreview, LookupKey> & { queryKey: LookupKey } {
  return {
    ...reading,
    gcTime: 0,
    staleTime: Infinity,
    refetchOnMount: 'always',
    queryKey: inviteKeys.lookup(transport, link),
    queryFn: ({ signal }) => transport.lookup(link.read(), { signal }),
  }
}

/** Who is signed in at the provider. */
export function viewerOptions(
  transport: InviteTransport<'viewer'>,
): UseQueryOptions<Viewer | null, InviteError, Viewer | null, ViewerKey> & { queryKey: ViewerKey } {
  return {
    ...reading,
    queryKey: inviteKeys.viewer(transport),
    queryFn: ({ signal }) => transport.viewer({}, { signal }),
  }
}
