import type { QueryClient } from '@tanstack/react-query'
import { InviteError } from './error.js'
import { replaced, without } from './invitePages.js'
import { isCutOff } from './isCutOff.js'
import { patchLists } from './patchLists.js'
import { randomKey } from './randomKey.js'
import type { SentInvite } from './schema.js'
import { sendPaced, type Attempt, type PaceOptions } from './sendPaced.js'
import type { InviteTransport, WriteOptions } from './transport.js'
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
 * answers were lost the list is read: who is not in it is gone, and the others are withdrawn once more.
 */
export async function revokeMany(
  transport: InviteTransport<'revoke'>,
  variables: BulkVariables,
  client: QueryClient,
): Promise<BulkErrors> {
  const revoke = async (id: string, options: WriteOptions) => {
    try {
      await transport.revoke({ id }, options)
    } catch (thrown) {
      if (!gone.includes(InviteError.from(thrown).code)) throw thrown
    }
  }
  const { errors, done } = await each(variables, transport, revoke, () => openInvites(transport))
  await patchLists(client, transport, (page) =>
    isDoubtful(errors) ? undefined : [...done.keys()].reduce(without, page),
  )
  return errors
}

/** Looks up which of the revokes that were cut off are done all the same: the errors that are left. Never rejects. */
export async function lookUpRevokes(
  transport: InviteTransport,
  errors: BulkErrors,
  client: QueryClient,
): Promise<BulkErrors> {
  const open = await openInvites(transport)
  if (!open) return errors
  const left = new Map(errors)
  const done: string[] = []
  for (const [id, error] of errors)
    if (!isCutOff(error)) continue
    else if (open.has(id))
      left.set(id, new InviteError(error.code, { ...error.toJSON(), outcome: 'not_sent' }))
    else if (left.delete(id)) done.push(id)
  await patchLists(client, transport, (page) => done.reduce(without, page))
  return left
}

/** Mails many again, some at once, at the pace of the provider. An answer that was lost stays so: no list tells. */
export async function resendMany(
  transport: InviteTransport<'resend'>,
  variables: BulkVariables,
  client: QueryClient,
): Promise<BulkErrors> {
  const { errors, done } = await each(variables, transport, (id, options) =>
    transport.resend({ id }, options),
  )
  await patchLists(client, transport, (page) => {
    if (isDoubtful(errors)) return undefined
    let patched: typeof page | undefined = page
    for (const [id, sent] of done) patched &&= replaced(patched, id, sent?.invite)
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

/**
 * Does it to each, and where answers were lost looks up, as the last thing, to whom it is still to be done: to them
 * once more, at the same pace and as long as nothing has stopped it.
 * @param lookUp undefined where nothing tells
 */
async function each<T extends SentInvite | void>(
  { ids, onResult, ...pace }: BulkVariables,
  { maxPerMinute }: InviteTransport,
  act: (id: string, options: WriteOptions) => Promise<T>,
  lookUp?: () => Promise<ReadonlySet<string> | undefined>,
) {
  const errors = new Map<string, InviteError>()
  const done = new Map<string, T | undefined>()
  const lost: string[] = []
  const doOne = async (id: string, attempt: Attempt) => {
    let tried = false
    const key = randomKey()
    const call = () => {
      tried = true
      return act(id, { key })
    }
    try {
      done.set(id, await attempt(call))
      errors.delete(id)
    } catch (thrown) {
      // Of one that is not tried a second time, what came of the first holds.
      if (tried || !errors.has(id)) errors.set(id, InviteError.from(thrown))
    }
  }

  const begun: Promise<void>[] = []
  const first = async (id: string, attempt: Attempt) => {
    await doOne(id, attempt)
    const error = errors.get(id)
    if (lookUp && error && mayBeDone(error)) lost.push(id)
    else onResult?.(id, error)
  }
  const again = async (attempt: Attempt) => {
    await Promise.all(begun)
    const open = lost.length > 0 ? await lookUp?.() : undefined
    for (const id of lost) {
      // oxlint-disable-next-line no-await-in-loop
      if (open?.has(id)) await doOne(id, attempt)
      else if (open && errors.delete(id)) done.set(id, undefined)
      onResult?.(id, errors.get(id))
    }
  }
  const jobs = ids.map((id) => (attempt: Attempt) => {
    const job = first(id, attempt)
    begun.push(job)
    return job
  })
  await sendPaced([...jobs, again], { ...pace, maxPerMinute })
  return { errors, done }
}
