'use client'
import { useQuery, type UseQueryResult } from '@tanstack/react-query'
import type { InviteError } from '../error.js'
import { listInvitesOptions } from '../query.js'
import type { InvitePage, ListInvitesInput } from '../schema.js'
import type { InviteTransport } from '../transport.js'

/**
 * One page of invites. While the next page or search loads, the rows of the last one stay
 * (`isPlaceholderData`); rows of another transport never do.
 */
export function useInvites(
  transport: InviteTransport<'list'>,
  input: ListInvitesInput = {},
): UseQueryResult<InvitePage, InviteError> {
  return useQuery({
    ...listInvitesOptions(transport, input),
    placeholderData: (page, query) => (query?.queryKey[1] === transport.key ? page : undefined),
  })
}
