'use client'
import { useQuery, type UseQueryResult } from '@tanstack/react-query'
import type { InviteError } from '../error.js'
import { wholes } from '../fromWhole.js'
import { listInvitesOptions } from '../query.js'
import type { InvitePage, ListInvitesInput } from '../schema.js'
import type { InviteTransport } from '../transport.js'

/** When the list is read again by itself; what is not given here is as the app's QueryClient has it. */
export interface RefetchOptions {
  /** Milliseconds. */
  refetchInterval?: number | undefined
  refetchOnWindowFocus?: boolean | undefined
}

/**
 * One page of invites. While the next page or search loads, it shows what is known of it where the provider returned
 * everything, else the rows of the last one stay (`isPlaceholderData`); rows of another transport never do.
 */
export function useInvites(
  transport: InviteTransport<'list'>,
  input: ListInvitesInput = {},
  { refetchInterval, refetchOnWindowFocus }: RefetchOptions = {},
): UseQueryResult<InvitePage, InviteError> {
  return useQuery({
    ...listInvitesOptions(transport, input),
    ...(refetchInterval !== undefined && { refetchInterval }),
    ...(refetchOnWindowFocus !== undefined && { refetchOnWindowFocus }),
    placeholderData: (page, query) =>
      query?.queryKey[1] === transport.key
        ? (wholes.get(page as InvitePage)?.(input) ?? page)
        : undefined,
  })
}
