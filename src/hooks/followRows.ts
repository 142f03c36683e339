import type { InviteError } from '../error.js'
import { inviteKeys } from '../inviteKeys.js'
import { idsOf, type Mutated } from '../mutated.js'
import type { RetryWait } from '../retryWrite.js'
import type { Invite } from '../schema.js'
import { coolingOf } from './cooldown.js'
import type { RowList } from './rowList.js'
import { rowWaitOf, watchRowWaits } from './rowWaits.js'

/** What is under way for a row, or was refused, and when it can be mailed again. */
export interface RowState {
  /** `create`: a new invite in the place of this one. */
  pending?: 'resend' | 'revoke' | 'update' | 'create' | undefined
  /** It is under way with others, in a bulk. */
  many?: boolean | undefined
  /** The provider wants a break, after which what is `pending` is done by itself, unless that is called off. */
  wait?: RetryWait | undefined
  /** Not in `rows`: it is being revoked, and comes back if that is refused. */
  hidden?: boolean | undefined
  error?: InviteError | undefined
  /** In milliseconds since 1970; may be past. */
  coolUntil?: number | undefined
}

/** How each row stands. */
export type RowStates = (invite: Invite) => RowState

/**
 * Tells how rows stand, now and whenever that changes. The state is the mutation cache's own, so that every list of one
 * transport shows it.
 * @param tell a setter of React's, which calls what it is given
 * @returns how to stop it
 */
export function followRows(
  { transport, client, memory }: RowList,
  tell: (states: () => RowStates) => void,
): () => void {
  const cache = client.getMutationCache()
  const mutationKey = inviteKeys.all(transport)
  let told = false
  const look = () => {
    const rows = new Map<string, RowState>()
    /** Roles that were given, or not: the answer was lost. */
    const given = new Map<string, string | undefined>()
    for (const { options, state } of cache.findAll({ mutationKey })) {
      const { variables, status, error, data } = state
      // The answer of an invitee leaves none.
      const mutated = (variables ?? {}) as Mutated
      const { ids, operation, role } = mutated
      const wait = rowWaitOf(mutated)
      const errors = data instanceof Map ? (data as Map<string, InviteError>) : undefined
      for (const id of idsOf(variables)) {
        const refusal = (error ?? errors?.get(id)) as InviteError | undefined
        // A bulk says itself what it does.
        const action = operation ?? options.mutationKey?.[2]
        const many = ids !== undefined
        if (status === 'pending')
          rows.set(id, {
            pending: action as RowState['pending'],
            many,
            wait,
            hidden: action === 'revoke' && !many && !wait,
          })
        else if (refusal) rows.set(id, { error: refusal })
        else rows.delete(id)
        given.delete(id)
        if (action === 'update' && refusal?.outcome === 'unknown') given.set(id, role)
      }
    }
    const coolUntil = coolingOf(transport.key, memory.times)
    // While nothing was done there is nothing to tell, and nothing to render for it.
    told ||= rows.size > 0 || coolUntil !== undefined
    if (told)
      tell(() => ({ id, email, role }) => ({
        // The row has it, whatever became of the answer.
        ...(given.has(id) && given.get(id) === role ? undefined : rows.get(id)),
        coolUntil: coolUntil?.(email),
      }))
  }
  look()
  const leaveWaits = watchRowWaits(look)
  const leave = cache.subscribe(({ type, mutation }) => {
    const isRow =
      mutation?.options.mutationKey?.[1] === transport.key &&
      idsOf(mutation.state.variables).length > 0
    if (type === 'updated' && isRow) look()
  })
  return () => {
    leaveWaits()
    leave()
  }
}
