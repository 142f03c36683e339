'use client'
import { useMutation, useMutationState, useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import { InviteError } from '../error.js'
import { inviteKeys } from '../inviteKeys.js'
import {
  createInviteMutationOptions,
  resendInviteMutationOptions,
  revokeInviteMutationOptions,
  updateInviteMutationOptions,
} from '../mutations.js'
import type { Invite, SentInvite } from '../schema.js'
import { can, type InviteTransport } from '../transport.js'

/** What is under way, or was refused, for one row. */
export interface RowAction {
  action: 'resend' | 'revoke' | 'update'
  status: 'pending' | 'error'
  error?: InviteError | undefined
}

/** Each is absent where the transport cannot. They resolve with the error instead of rejecting. */
export interface RowActions {
  /** By invite id: the newest action that is under way or was refused. */
  actions: ReadonlyMap<string, RowAction>
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

const kinds = ['resend', 'revoke', 'update'] as const

/**
 * What can be done with the rows of a list, and how each of them stands. The state is the mutation cache's own, so
 * that every list of the same transport shows it.
 */
export function useRowActions(transport: InviteTransport): RowActions {
  const client = useQueryClient()
  const abilities = {
    resend: can(transport, 'resend'),
    revoke: can(transport, 'revoke'),
    update: can(transport, 'update'),
    create: can(transport, 'create'),
  }
  const { mutateAsync: resend } = useMutation(
    can(transport, 'resend') ? resendInviteMutationOptions(transport) : {},
  )
  const { mutateAsync: revoke } = useMutation(
    can(transport, 'revoke') ? revokeInviteMutationOptions(transport) : {},
  )
  const { mutateAsync: update } = useMutation(
    can(transport, 'update') ? updateInviteMutationOptions(transport) : {},
  )
  const { mutateAsync: create } = useMutation(
    can(transport, 'create') ? createInviteMutationOptions(transport) : {},
  )

  const history = useMutationState({
    filters: { mutationKey: inviteKeys.all(transport) },
    select: ({ options, state }) => ({
      action: kinds.find((kind) => kind === options.mutationKey?.[2]),
      id: (state.variables as { id?: string } | undefined)?.id,
      status: state.status,
      error: state.error,
    }),
  })
  const actions = useMemo(() => {
    const newest = new Map<string, RowAction>()
    for (const { id, action, status, error } of history) {
      if (id === undefined || !action) continue
      if (status === 'pending' || status === 'error')
        newest.set(id, { action, status, error: error ? InviteError.from(error) : undefined })
      else newest.delete(id)
    }
    return newest
  }, [history])

  /** Two presses in one frame come before the first render that knows: ask the cache itself. */
  const unlessBusy = <T>(id: string, act: () => Promise<T>): Promise<T | InviteError> => {
    const busy = client.isMutating({
      mutationKey: inviteKeys.all(transport),
      predicate: ({ state }) => (state.variables as { id?: string } | undefined)?.id === id,
    })
    return busy
      ? Promise.resolve(
          new InviteError('unknown', { message: 'The row is busy.', outcome: 'not_sent' }),
        )
      : act().catch((error: unknown) => InviteError.from(error))
  }
  const again = ({ email = '', name, role }: Invite) =>
    create({ email, ...(name && { name }), ...(role && { role }) })
  const changesRole = abilities.update
    ? 'update'
    : abilities.revoke && abilities.create
      ? 'replace'
      : undefined

  return {
    actions,
    changesRole,
    resend: abilities.resend ? ({ id }) => unlessBusy(id, () => resend({ id })) : undefined,
    revoke: abilities.revoke
      ? ({ id }) => unlessBusy(id, () => revoke({ id })).then(errorOf)
      : undefined,
    changeRole: changesRole
      ? (invite, role) =>
          unlessBusy(invite.id, async () => {
            if (changesRole === 'update') return update({ id: invite.id, role })
            await revoke({ id: invite.id })
            return again({ ...invite, role })
          }).then(errorOf)
      : undefined,
    inviteAgain: abilities.create
      ? (invite) => again(invite).catch((error: unknown) => InviteError.from(error))
      : undefined,
  }
}

function errorOf(result: unknown): InviteError | undefined {
  return InviteError.is(result) ? result : undefined
}
