'use client'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { InviteError } from '../error.js'
import { importWrites } from '../importWrites.js'
import type { Invite, SentInvite } from '../schema.js'
import { can, type InviteTransport } from '../transport.js'
import { afterPaint } from './afterPaint.js'
import type { RowStates } from './followRows.js'
import type { RowList, RowMemory } from './rowList.js'

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

/** The part that writes, and follows what is written. */
type Writes = Awaited<ReturnType<typeof importWrites>>

/**
 * What can be done with the rows of a list, and how each of them stands.
 * @param cooldown milliseconds between two mails to one address
 */
export function useRowActions(
  transport: InviteTransport,
  cooldown: number,
  now: () => Date,
): [RowStates, Writes | undefined, RowList, RowActions] {
  const client = useQueryClient()
  // With the member that every row has later: rows are compared by their members.
  const [states, setStates] = useState<RowStates>(() => () => ({ coolUntil: undefined }))
  const [memory] = useState<RowMemory>(() => ({}))
  const [writes, setWrites] = useState<Writes>()
  const list = { transport, client, memory, cooldown, now }
  useEffect(() => afterPaint(() => void importWrites().then(setWrites, () => undefined)), [])
  useEffect(
    () => writes?.followRows(list, setStates),
    // The rest of the list says nothing of how rows stand.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
    [writes, client, transport.key],
  )

  /** A press brings the part itself where it is not there yet. Once it is, all of a press is in one render. */
  const press =
    <A extends unknown[], T>(pick: (all: Writes) => (list: RowList, ...args: A) => Promise<T>) =>
    async (...args: A): Promise<T> => {
      const all = writes ?? (await importWrites())
      setWrites(all)
      return pick(all)(list, ...args)
    }
  const creates = can(transport, 'create')
  const replaces = creates && can(transport, 'revoke') ? 'replace' : undefined
  const changesRole = can(transport, 'update') ? 'update' : replaces
  return [
    states,
    writes,
    list,
    {
      changesRole,
      resend: can(transport, 'resend') ? press((all) => all.resendRow) : undefined,
      revoke: can(transport, 'revoke') ? press((all) => all.revokeRow) : undefined,
      changeRole: changesRole && press((all) => all.changeRole),
      inviteAgain: creates ? press((all) => all.inviteAgain) : undefined,
    },
  ]
}
