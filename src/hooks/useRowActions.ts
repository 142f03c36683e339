'use client'
import { useMutationState, useQueryClient, type QueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import { InviteError } from '../error.js'
import { inviteKeys } from '../inviteKeys.js'
import type { Invite, SentInvite } from '../schema.js'
import { can, type InviteOperation, type InviteTransport } from '../transport.js'

/** What is under way, or was refused, for one row. */
export interface RowAction {
  action: 'resend' | 'revoke' | 'update'
  status: 'pending' | 'error'
  error?: InviteError | undefined
  /** With others, in a bulk. */
  many: boolean
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

/** The part that writes, which nobody needs before something is pressed. */
export const loadWrites = () => import('../writes.js')

type Writes = Awaited<ReturnType<typeof loadWrites>>

/** What the mutations of a row, and of a bulk, leave in the cache. */
interface Written {
  operation?: RowAction['action']
  id?: string
  ids?: readonly string[]
}

/**
 * What can be done with the rows of a list, and how each of them stands. The state is the mutation cache's own, so
 * that every list of the same transport shows it.
 */
export function useRowActions(transport: InviteTransport): RowActions {
  const client = useQueryClient()
  const history = useMutationState({
    filters: {
      mutationKey: inviteKeys.all(transport),
      predicate: ({ state }) => idsOf(state.variables).length > 0,
    },
    select: ({ options, state }) => ({
      action: operationOf(options.mutationKey, state.variables),
      ids: idsOf(state.variables),
      many: (state.variables as Written).ids !== undefined,
      pending: state.status === 'pending',
      error: state.error,
      errors: state.data instanceof Map ? (state.data as Map<string, InviteError>) : undefined,
    }),
  })
  const actions = useMemo(() => {
    const newest = new Map<string, RowAction>()
    for (const { action, ids, many, pending, error, errors } of history)
      for (const id of ids) {
        const refusal = error ?? errors?.get(id)
        if (pending) newest.set(id, { action, status: 'pending', many })
        else if (refusal)
          newest.set(id, { action, status: 'error', error: InviteError.from(refusal), many })
        else newest.delete(id)
      }
    return newest
  }, [history])

  /** In the cache at once, as a mutation that rows can be seen to wait for; what carries it out is loaded then. */
  const write = <T>(
    operation: InviteOperation,
    variables: object,
    act: (writes: Writes, among: QueryClient) => Promise<T>,
  ): Promise<T> =>
    client
      .getMutationCache()
      .build<T, Error, object, unknown>(client, {
        mutationKey: inviteKeys.action(transport, operation),
        networkMode: 'always',
        mutationFn: async () => act(await loadWrites().catch(notLoaded), client),
      })
      .execute(variables)
  /** Two presses in one frame come before the first render that knows: ask the cache itself. */
  const unlessBusy = <T>(id: string, act: () => Promise<T>): Promise<T | InviteError> => {
    const busy = client.isMutating({
      mutationKey: inviteKeys.all(transport),
      predicate: ({ state }) => idsOf(state.variables).includes(id),
    })
    return busy
      ? Promise.resolve(
          new InviteError('unknown', { message: 'The row is busy.', outcome: 'not_sent' }),
        )
      : act().catch(InviteError.from)
  }

  const revoke =
    can(transport, 'revoke') &&
    (({ id }: Invite) =>
      write('revoke', { id }, (writes, among) => writes.revokeInvite(transport, { id }, among)))
  const again =
    can(transport, 'create') &&
    (({ email = '', name, role }: Invite) => {
      const input = { email, ...(name && { name }), ...(role && { role }) }
      return write('create', input, (writes, among) => writes.createInvite(transport, input, among))
    })
  const change = can(transport, 'update')
    ? ({ id }: Invite, role: string): Promise<unknown> =>
        write('update', { id, role }, (writes, among) =>
          writes.updateInvite(transport, { id, role }, among),
        )
    : revoke &&
      again &&
      (async (invite: Invite, role: string) => {
        await revoke(invite)
        return again({ ...invite, role })
      })

  return {
    actions,
    changesRole: can(transport, 'update') ? 'update' : change ? 'replace' : undefined,
    resend: can(transport, 'resend')
      ? ({ id }) =>
          unlessBusy(id, () =>
            write('resend', { id }, (writes, among) =>
              writes.resendInvite(transport, { id }, among),
            ),
          )
      : undefined,
    revoke: revoke
      ? (invite) => unlessBusy(invite.id, () => revoke(invite)).then(errorOf)
      : undefined,
    changeRole: change
      ? (invite, role) => unlessBusy(invite.id, () => change(invite, role)).then(errorOf)
      : undefined,
    inviteAgain: again ? (invite) => again(invite).catch(InviteError.from) : undefined,
  }
}

function idsOf(variables: unknown): readonly string[] {
  const { id, ids } = (variables ?? {}) as Written
  return ids ?? (id === undefined ? [] : [id])
}

/** A bulk says it itself. */
function operationOf(key: readonly unknown[] | undefined, variables: unknown) {
  return ((variables as Written).operation ?? key?.[2]) as RowAction['action']
}

function notLoaded(): never {
  throw new InviteError('network', { outcome: 'not_sent' })
}

function errorOf(result: unknown): InviteError | undefined {
  return InviteError.is(result) ? result : undefined
}
