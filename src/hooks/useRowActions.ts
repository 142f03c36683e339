'use client'
import { useMutation, useMutationState, useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import { InviteError } from '../error.js'
import { inviteKeys } from '../inviteKeys.js'
import { resendInviteMutationOptions, revokeInviteMutationOptions } from '../mutations.js'
import type { Invite, SentInvite } from '../schema.js'
import { can, type InviteTransport } from '../transport.js'

/** What is under way, or was refused, for one row. */
export interface RowAction {
  action: 'resend' | 'revoke'
  status: 'pending' | 'error'
  error?: InviteError | undefined
}

export interface RowActions {
  /** By invite id: the newest action that is under way or was refused. */
  actions: ReadonlyMap<string, RowAction>
  /** Absent where the transport cannot. Resolves with the error instead of rejecting. */
  resend?: ((invite: Invite) => Promise<SentInvite | InviteError>) | undefined
  revoke?: ((invite: Invite) => Promise<InviteError | undefined>) | undefined
}

/**
 * Resend and revoke for the rows of a list, and how each of them stands. The state is the mutation cache's own, so
 * that every list of the same transport shows it.
 */
export function useRowActions(transport: InviteTransport): RowActions {
  const client = useQueryClient()
  const canResend = can(transport, 'resend')
  const canRevoke = can(transport, 'revoke')
  const resend = useMutation(canResend ? resendInviteMutationOptions(transport) : {})
  const revoke = useMutation(canRevoke ? revokeInviteMutationOptions(transport) : {})

  const history = useMutationState({
    filters: { mutationKey: inviteKeys.all(transport) },
    select: ({ options, state }) => ({
      action: options.mutationKey?.[2],
      id: (state.variables as { id?: string } | undefined)?.id,
      status: state.status,
      error: state.error,
    }),
  })
  const actions = useMemo(() => {
    const newest = new Map<string, RowAction>()
    for (const { id, action, status, error } of history) {
      if (id === undefined || (action !== 'resend' && action !== 'revoke')) continue
      if (status === 'pending' || status === 'error')
        newest.set(id, { action, status, error: error ? InviteError.from(error) : undefined })
      else newest.delete(id)
    }
    return newest
  }, [history])

  const { mutateAsync: send } = resend
  const { mutateAsync: withdraw } = revoke
  return useMemo(() => {
    // Two presses in one frame come before the first render that knows: ask the cache itself.
    const busy = (id: string) =>
      client.isMutating({
        mutationKey: inviteKeys.all(transport),
        predicate: ({ state }) => (state.variables as { id?: string } | undefined)?.id === id,
      }) > 0
    const none = new InviteError('unknown', { message: 'The row is busy.', outcome: 'not_sent' })
    return {
      actions,
      resend: canResend
        ? ({ id }: Invite) =>
            busy(id)
              ? Promise.resolve(none)
              : send({ id }).catch((error: unknown) => InviteError.from(error))
        : undefined,
      revoke: canRevoke
        ? ({ id }: Invite) =>
            busy(id)
              ? Promise.resolve(none)
              : withdraw({ id }).then(
                  () => undefined,
                  (error: unknown) => InviteError.from(error),
                )
        : undefined,
    }
  }, [actions, canResend, canRevoke, client, send, transport, withdraw])
}
