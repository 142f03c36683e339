'use client'
import { useMemo, useState } from 'react'
import type { InviteError } from '../error.js'
import type { Invite } from '../schema.js'
import type { InviteTransport } from '../transport.js'
import { useDebounced } from './useDebounced.js'
import { useInvites } from './useInvites.js'
import { useRowActions, type RowActions } from './useRowActions.js'

export interface PendingInvitesOptions {
  /** Rows of a page. @default 25 */
  pageSize?: number | undefined
}

/** One row: the invite, and what is under way or was refused for it. */
export interface PendingInvite {
  invite: Invite
  pending?: 'resend' | undefined
  error?: InviteError | undefined
}

export interface PendingInvites extends Pick<RowActions, 'resend' | 'revoke'> {
  /**
   * `loading`: nothing to show yet. `empty`: there are no invites. `no_match`: none for this search.
   * `failed`: nothing could be read (`error` says why). `ready`: there are rows, perhaps old ones (`error`).
   */
  status: 'loading' | 'empty' | 'no_match' | 'failed' | 'ready'
  rows: PendingInvite[]
  error: InviteError | null
  /** All that match, where the provider tells. */
  total: number | undefined
  /** Rows that could not be understood and are left out. */
  unreadable: number
  /** A read is under way while rows are shown. */
  refreshing: boolean
  refresh: () => void
  search: string
  setSearch: (search: string) => void
  page: {
    /** From 1. */
    number: number
    /** Where the provider tells. */
    count: number | undefined
    previous?: (() => void) | undefined
    next?: (() => void) | undefined
  }
}

/**
 * Everything a list of pending invites needs but its looks: pages, search, and the row actions that the transport
 * can do. A row that is being revoked is left out at once and comes back with its error if it is refused.
 */
export function usePendingInvites(
  transport: InviteTransport<'list'>,
  { pageSize = 25 }: PendingInvitesOptions = {},
): PendingInvites {
  const [search, setSearchText] = useState('')
  const term = useDebounced(search.trim(), 250)
  const [cursors, setCursors] = useState<string[]>([])
  const cursor = cursors.at(-1)
  const { data, error, isFetching, isPlaceholderData, refetch } = useInvites(transport, {
    pageSize,
    ...(cursor !== undefined && { cursor }),
    ...(term && { search: term }),
  })
  const { actions, resend, revoke } = useRowActions(transport)

  const rows = useMemo(
    () =>
      (data?.invites ?? []).flatMap((invite): PendingInvite[] => {
        const action = actions.get(invite.id)
        if (action?.action === 'revoke' && action.status === 'pending') return []
        return [
          {
            invite,
            pending: action?.status === 'pending' ? 'resend' : undefined,
            error: action?.error,
          },
        ]
      }),
    [data, actions],
  )

  // The last row of this page is gone: step back to one that has some.
  if (data?.invites.length === 0 && cursors.length > 0 && !isFetching)
    setCursors(cursors.slice(0, -1))

  const next = isPlaceholderData ? undefined : data?.next
  return {
    status: status(),
    rows,
    error,
    total: data?.total,
    unreadable: data?.unreadable ?? 0,
    refreshing: isFetching && data !== undefined,
    refresh: () => void refetch(),
    search,
    setSearch: (text) => {
      setSearchText(text)
      setCursors([])
    },
    page: {
      number: cursors.length + 1,
      count: data?.total === undefined ? undefined : Math.max(1, Math.ceil(data.total / pageSize)),
      previous: cursors.length > 0 ? () => setCursors(cursors.slice(0, -1)) : undefined,
      next: next === undefined ? undefined : () => setCursors([...cursors, next]),
    },
    resend,
    revoke,
  }

  function status(): PendingInvites['status'] {
    if (!data) return error ? 'failed' : 'loading'
    if (rows.length > 0) return 'ready'
    return term ? 'no_match' : cursors.length > 0 ? 'loading' : 'empty'
  }
}
