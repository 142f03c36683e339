import { InviteError } from '../error.js'
import { inviteKeys } from '../inviteKeys.js'
import { idsOf } from '../mutated.js'
import { randomKey } from '../randomKey.js'
import { waitToRetry } from '../retryWrite.js'
import type { Invite, SentInvite } from '../schema.js'
import { can, type InviteOperation, type WriteOptions } from '../transport.js'
import { createInvite, resendInvite, revokeInvite, updateInvite } from '../writes.js'
import { cool } from './cooldown.js'
import type { RowList } from './rowList.js'
import { putRowWait } from './rowWaits.js'

/** Mails the invite of a row again, and begins its cooldown. */
export function resendRow(list: RowList, invite: Invite): Promise<SentInvite | InviteError> {
  const { transport, client, memory, cooldown, now } = list
  const { id, email } = invite
  return unlessBusy(list, id, () =>
    write(list, 'resend', { id }, async (options) => {
      if (!can(transport, 'resend')) throw unsupported()
      const sent = await resendInvite(transport, { id }, client, options)
      // Before it is told that this is done, so that rows are looked at once.
      cool(transport.key, memory, email, now().getTime() + cooldown)
      return sent
    }),
  )
}

/** Withdraws the invite of a row. */
export async function revokeRow(list: RowList, { id }: Invite): Promise<InviteError | undefined> {
  return errorOf(await unlessBusy(list, id, () => revoke(list, id)))
}

/** Gives another role: by an update where the provider can, else by a revoke and a new invite. */
export async function changeRole(
  list: RowList,
  invite: Invite,
  role: string,
): Promise<InviteError | undefined> {
  const { transport, client } = list
  const { id } = invite
  const change = async (): Promise<unknown> => {
    if (can(transport, 'update'))
      return write(list, 'update', { id, role }, (options) =>
        updateInvite(transport, { id, role }, client, options),
      )
    await revoke(list, id)
    return create(list, { ...invite, role })
  }
  return errorOf(await unlessBusy(list, id, change))
}

/** Invites the same person with the same role. */
export function inviteAgain(list: RowList, invite: Invite): Promise<SentInvite | InviteError> {
  return unlessBusy(list, invite.id, () => create(list, invite))
}

function revoke(list: RowList, id: string): Promise<void> {
  const { transport, client } = list
  return write(list, 'revoke', { id }, async (options) => {
    if (!can(transport, 'revoke')) throw unsupported()
    await revokeInvite(transport, { id }, client, options)
  })
}

/** A new invite in the place of one, whose id tells how that stands. */
function create(list: RowList, { id, email = '', name, role }: Invite): Promise<SentInvite> {
  const { transport, client } = list
  const input = { email, ...(name && { name }), ...(role && { role }) }
  return write(list, 'create', { id }, async (options) => {
    if (!can(transport, 'create')) throw unsupported()
    return createInvite(transport, input, client, options)
  })
}

/**
 * In the cache, as a mutation that rows can be seen to wait for. Where it is refused with a time of up to a minute it is
 * made once more then, with the same key.
 */
function write<T>(
  { transport, client, now }: RowList,
  operation: InviteOperation,
  variables: object,
  act: (options: WriteOptions) => Promise<T>,
): Promise<T> {
  const mutationKey = inviteKeys.action(transport, operation)
  const options = { key: randomKey() }
  const mutationFn = () =>
    act(options).catch(async (thrown: unknown) => {
      const goesOn = await waitToRetry(InviteError.from(thrown), now, (wait) =>
        putRowWait(variables, wait),
      )
      if (goesOn) return act(options)
      throw thrown
    })
  return client
    .getMutationCache()
    .build<T, Error, object, unknown>(client, { mutationKey, networkMode: 'always', mutationFn })
    .execute(variables)
}

/** Two presses in one frame come before the first render that knows: the cache itself is asked. */
function unlessBusy<T>(
  { transport, client }: RowList,
  id: string,
  act: () => Promise<T>,
): Promise<T | InviteError> {
  const busy = client.isMutating({
    mutationKey: inviteKeys.all(transport),
    predicate: ({ state }) => idsOf(state.variables).includes(id),
  })
  return busy
    ? Promise.resolve(
        new InviteError('rate_limited', { message: 'The row is busy.', outcome: 'not_sent' }),
      )
    : act().catch(InviteError.from)
}

const unsupported = () => new InviteError('unsupported', { outcome: 'not_sent' })

function errorOf(result: unknown): InviteError | undefined {
  return InviteError.is(result) ? result : undefined
}
