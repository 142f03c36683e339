'use client'
import { useEffect, useMemo } from 'react'
import type { InviteError } from '../error.js'
import type { Invite, ListInvitesInput } from '../schema.js'
import type { InviteOperation, InviteTransport } from '../transport.js'
import type { RowState } from './followRows.js'
import type { OthersChanges } from './noticeOthers.js'
import { useDebounced } from './useDebounced.js'
import { useInvites, type RefetchOptions } from './useInvites.js'
import {
  listInput,
  useInviteView,
  type InviteView,
  type InviteViewOptions,
} from './useInviteView.js'
import { useRowActions, type RowActions } from './useRowActions.js'
import { useSelection, type Selection } from './useSelection.js'

/** What can be done to a row. */
export type RowOperation = Extract<InviteOperation, 'resend' | 'revoke' | 'update'>

export interface PendingInvitesOptions extends InviteViewOptions, RefetchOptions {
  /** Whether this person may: true, or the reason why not. The server has to enforce it. */
  allow?: ((operation: RowOperation, invite: Invite) => true | string) | undefined
  /** Called when a read found changed what nobody did here. */
  onOthersChange?: ((changes: OthersChanges) => void) | undefined
  /** Milliseconds between two mails to one address. @default 60000 */
  cooldown?: number | undefined
  /** The clock. */
  now?: (() => Date) | undefined
}

/** One row: the invite, and how it stands. */
export interface PendingInvite extends RowState {
  invite: Invite
}

export interface PendingInvites extends RowActions {
  /**
   * `loading`: nothing to show yet. `empty`: there are no invites. `no_match`: none for this search and filter.
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
  /** When the rows were read, in milliseconds since 1970; 0 before. */
  updatedAt: number
  view: InviteView
  /** Changes a part of the view. Anything but `cursors` leads back to the first page. */
  setView: (part: InviteView) => void
  page: {
    /** From 1. */
    number: number
    size: number
    /** Where the provider tells. */
    count: number | undefined
    previous?: (() => void) | undefined
    next?: (() => void) | undefined
  }
  selection: Selection
  /** What is asked of the transport for all that match: for a bulk, or an export. */
  matching: ListInvitesInput
  /** How one stands that may be in no row: that was withdrawn a moment ago, and is invited again. */
  stateOf: (invite: Invite) => RowState
  /** Empty where the status of the invite is the reason. */
  allow: (operation: RowOperation, invite: Invite) => true | string
  /** Milliseconds between two mails to one address. */
  cooldown: number
  now: () => Date
}

/**
 * Everything a list of pending invites needs but its looks: pages, search, filters, order, selection, and the row
 * actions that the transport can do. A row that is being revoked is left out at once and comes back with its error
 * if it is refused; of many at once each stays until that is known.
 */
export function usePendingInvites(
  transport: InviteTransport<'list'>,
  options: PendingInvitesOptions = {},
): PendingInvites {
  const { allow, cooldown = 60_000, now = clock } = options
  const [view, setView] = useInviteView(options)
  const { search = '', cursors = [], pageSize = 25 } = view
  const term = useDebounced(search.trim(), 250)
  const asked = listInput({ ...view, search: term, cursors, pageSize }, now)
  const { cursor: _, pageSize: __, ...matching } = asked
  const { data, error, isFetching, isPlaceholderData, dataUpdatedAt, refetch } = useInvites(
    transport,
    asked,
    options,
  )
  const [stateOf, writes, list, actions] = useRowActions(transport, cooldown, now)

  const rows = useMemo(
    () =>
      data?.invites
        .map((invite): PendingInvite => ({ invite, ...stateOf(invite) }))
        .filter(({ hidden }) => !hidden) ?? [],
    [data, stateOf],
  )
  // What these rows answer: while others are read it is what was asked before.
  // oxlint-disable-next-line react-hooks/exhaustive-deps
  const answered = useMemo(() => asked, [data])
  useEffect(() => {
    if (data) writes?.noticeOthers(list, data, answered, options.onOthersChange)
    // Once for each page that was read.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [data, writes])
  const total = data?.total
  const next = isPlaceholderData ? undefined : data?.next
  const selection = useSelection(JSON.stringify(matching), rows)

  const previous = cursors.length > 0 ? () => setView({ cursors: cursors.slice(0, -1) }) : undefined
  // The last row of this page is gone: step back to one that has some. The view may be the app's: after rendering.
  const isBare = data?.invites.length === 0 && !isFetching
  useEffect(() => {
    if (isBare) previous?.()
    // Once for each such page, not for each new `previous`.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [isBare, cursors.length])

  return {
    status: status(),
    rows,
    error,
    total,
    unreadable: data?.unreadable ?? 0,
    refreshing: isFetching && !!data,
    refresh: () => void refetch(),
    updatedAt: dataUpdatedAt,
    view,
    setView,
    page: {
      number: cursors.length + 1,
      size: pageSize,
      count: total === undefined ? undefined : Math.ceil(total / pageSize) || 1,
      previous,
      next: next ? () => setView({ cursors: [...cursors, next] }) : undefined,
    },
    selection,
    matching,
    stateOf,
    allow: (operation, invite) => (isOpen(invite) ? (allow?.(operation, invite) ?? true) : ''),
    cooldown,
    now,
    ...actions,
  }

  function status(): PendingInvites['status'] {
    if (!data) return error ? 'failed' : 'loading'
    if (rows.length > 0) return 'ready'
    if (term || view.role || view.status) return 'no_match'
    return cursors.length > 0 ? 'loading' : 'empty'
  }
}

/** Of what is over, or is not understood, nothing is left to be done. */
const isOpen = ({ status }: Invite) => status === 'pending' || status === 'expired'
const clock = () => new Date()
