'use client'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { InviteError } from '../error.js'
import type { Invite, InvitePage, ListInvitesInput, SentInvite } from '../schema.js'
import { can, type InviteTransport } from '../transport.js'
import type { Times } from './cooldown.js'
import type { RowStates } from './followRows.js'
import type { OthersChanges, Seen } from './noticeOthers.js'
import type { RowList } from './rowWrites.js'

/**
 * Each is absent where the transport cannot. They resolve with the error instead of rejecting; only where the part that
 * writes cannot be loaded they reject with what the browser says of that, and nothing was done. A row in which something
 * else is under way, or waits to be made once more, is left alone: `rate_limited`, not sent.
 */
export interface RowActions {
  resend?: ((invite: Invite) => Promise<SentInvite | InviteError>) | undefined
  revoke?: ((invite: Invite) => Promise<InviteError | undefined>) | undefined
  /**
   * Gives another role. Where the provider cannot change a pending invite (`changesRole` is `replace`) it is revoked
   * and a new one is made, with a new link.
   */
  changeRole?: ((invite: Invite, role: string) => Promise<InviteError | undefined>) | undefined
  changesRole: 'update' | 'replace' | undefined
  /** Invites the same person with the same role: what can be done about a revoke. */
  inviteAgain?: ((invite: Invite) => Promise<SentInvite | InviteError>) | undefined
}

/** Tells what others have changed since the page that was seen last. */
export type NoticeOthers = (
  page: InvitePage,
  asked: ListInvitesInput,
  tell: ((changes: OthersChanges) => void) | undefined,
) => Promise<void>

/** The part that nobody needs before something is pressed. */
export const loadRows = () => import('../writesLater.js')
type Rows = Awaited<ReturnType<typeof loadRows>>

// With the member that every row has later: rows are compared by their members.
const untouched: RowStates = () => ({ coolUntil: undefined })

/**
 * What can be done with the rows of a list, and how each of them stands.
 * @param cooldown milliseconds between two mails to one address
 */
export function useRowActions(
  transport: InviteTransport,
  cooldown: number,
  now: () => Date,
): [RowStates, NoticeOthers, RowActions] {
  const client = useQueryClient()
  const { key } = transport
  const [states, setStates] = useState(() => untouched)
  const [times] = useState<Times>(() => ({}))
  const [seen] = useState<Seen>(() => ({}))
  // Loaded beside the list, so that a press finds it there.
  useEffect(() => {
    let left = false
    let stop: (() => void) | undefined
    loadRows().then(
      ({ followRows }) =>
        left || (stop = followRows(key, client, times, (next) => setStates(() => next))),
      () => undefined,
    )
    return () => {
      left = true
      stop?.()
    }
  }, [client, key, times])

  /** What a press does is in the part that is loaded later. */
  const press =
    <A extends unknown[], T>(pick: (rows: Rows) => (list: RowList, ...args: A) => Promise<T>) =>
    async (...args: A): Promise<T> =>
      pick(await loadRows())({ transport, client, times, seen, cooldown, now }, ...args)
  const replaces = can(transport, 'revoke') && can(transport, 'create')
  const changesRole = can(transport, 'update') ? 'update' : replaces ? 'replace' : undefined
  return [
    states,
    press((rows) => rows.noticeOthers),
    {
      changesRole,
      resend: can(transport, 'resend') ? press((rows) => rows.resendRow) : undefined,
      revoke: can(transport, 'revoke') ? press((rows) => rows.revokeRow) : undefined,
      changeRole: changesRole && press((rows) => rows.changeRole),
      inviteAgain: can(transport, 'create') ? press((rows) => rows.inviteAgain) : undefined,
    },
  ]
}
