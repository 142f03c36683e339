import type { QueryClient } from '@tanstack/react-query'
import { InviteError } from './error.js'
import { replaced, without } from './invitePages.js'
import { patchLists } from './patchLists.js'
import type { SentInvite } from './schema.js'
import { sendPaced, type PaceOptions } from './sendPaced.js'
import type { InviteTransport } from './transport.js'
import { gone, openInvites } from './withdrawn.js'

export interface BulkVariables extends PaceOptions {
  ids: readonly string[]
  /** Called once for each id, in any order: with the error where it failed. */
  onResult?: ((id: string, error: InviteError | undefined) => void) | undefined
}

/** The errors by id; whoever is not in it is done. */
export type BulkErrors = ReadonlyMap<string, InviteError>

/**
 * Withdraws many, some at once, at the pace of the provider; the lists are brought up to date once, at the end. Where
 * answers were lost the list is read: who is not in it is gone, the others are a person's to try again.
 */
export async function revokeMany(
  transport: InviteTransport<'revoke'>,
  variables: BulkVariables,
  client: QueryClient,
): Promise<BulkErrors> {
  const { errors, done } = await each(variables, transport, async (id) => {
    try {
      await transport.revoke({ id })
    } catch (thrown) {
      if (!gone.includes(InviteError.from(thrown).code)) throw thrown
    }
  })
  const open = [...errors.values()].some(mayBeDone) && (await openInvites(transport))
  if (open)
    for (const [id, error] of errors)
      if (mayBeDone(error) && !open.has(id)) {
        errors.delete(id)
        done.set(id)
      }
  await patchLists(client, transport, (page) =>
    isDoubtful(errors) ? undefined : [...done.keys()].reduce(without, page),
  )
  return errors
}

/** Mails many again, as {@link revokeMany} withdraws them. */
export async function resendMany(
  transport: InviteTransport<'resend'>,
  variables: BulkVariables,
  client: QueryClient,
): Promise<BulkErrors> {
  const { errors, done } = await each(variables, transport, (id) => transport.resend({ id }))
  await patchLists(client, transport, (page) => {
    if (isDoubtful(errors)) return undefined
    let patched: typeof page | undefined = page
    for (const [id, sent] of done) patched &&= replaced(patched, id, sent.invite)
    return patched
  })
  return errors
}

/** A row that somebody else has changed, or of which nobody knows: the list has to be read again. */
function isDoubtful(errors: BulkErrors): boolean {
  return [...errors.values()].some((error) => mayBeDone(error) || gone.includes(error.code))
}

/** Nobody knows. */
const mayBeDone = ({ outcome }: InviteError) => outcome !== 'not_sent'

async function each<T extends SentInvite | void>(
  { ids, onResult, ...pace }: BulkVariables,
  { maxPerMinute }: InviteTransport,
  act: (id: string) => Promise<T>,
) {
  const errors = new Map<string, InviteError>()
  const done = new Map<string, T>()
  await sendPaced(
    ids.map((id) => async (attempt) => {
      let error: InviteError | undefined
      try {
        done.set(id, await attempt(() => act(id)))
      } catch (thrown) {
        error = InviteError.from(thrown)
        errors.set(id, error)
      }
      onResult?.(id, error)
    }),
    { ...pace, maxPerMinute },
  )
  return { errors, done }
}
