import type { QueryClient } from '@tanstack/react-query'
import { InviteError } from './error.js'
import { replaced, without, withSent } from './invitePages.js'
import { patchLists } from './patchLists.js'
import type { CreateInviteInput, Invite, SentInvite } from './schema.js'
import type { InviteTransport, WriteOptions } from './transport.js'
import { gone, withdrawn } from './withdrawn.js'

/** Invites one person. The answer is the new row; the list is read where it has none. */
export async function createInvite(
  transport: InviteTransport<'create'>,
  input: CreateInviteInput,
  client: QueryClient,
  options?: WriteOptions,
): Promise<SentInvite> {
  try {
    const sent = await transport.create(input, options)
    if (sent.delivery !== 'added')
      await patchLists(client, transport, (page, shown) => withSent(page, shown, [sent]))
    return sent
  } catch (thrown) {
    throw await failed(client, transport, thrown)
  }
}

/** Mails an invite again. The answer replaces the row; the list is read where it has no row. */
export async function resendInvite(
  transport: InviteTransport<'resend'>,
  { id }: { id: string },
  client: QueryClient,
  options?: WriteOptions,
): Promise<SentInvite> {
  try {
    const sent = await transport.resend({ id }, options)
    await patchLists(client, transport, (page) => replaced(page, id, sent.invite))
    return sent
  } catch (thrown) {
    throw await failed(client, transport, thrown)
  }
}

/** Withdraws an invite. One that is gone already counts as withdrawn; a lost answer is looked up in the list. */
export async function revokeInvite(
  transport: InviteTransport<'revoke'>,
  { id }: { id: string },
  client: QueryClient,
  options?: WriteOptions,
): Promise<void> {
  const error = await withdrawn(transport, id, options)
  if (error) throw await failed(client, transport, error)
  await patchLists(client, transport, (page) => without(page, id))
}

/** Changes the role of a pending invite. The answer replaces the row. */
export async function updateInvite(
  transport: InviteTransport<'update'>,
  input: { id: string; role: string },
  client: QueryClient,
  options?: WriteOptions,
): Promise<Invite> {
  try {
    const invite = await transport.update(input, options)
    await patchLists(client, transport, (page) => replaced(page, input.id, invite))
    return invite
  } catch (thrown) {
    throw await failed(client, transport, thrown)
  }
}

/** Somebody else changed the row, or the answer was lost: what is shown has to be read again. */
async function failed(client: QueryClient, transport: InviteTransport, thrown: unknown) {
  const error = InviteError.from(thrown)
  if (
    [...gone, 'already_accepted', 'already_member'].includes(error.code) ||
    error.outcome === 'unknown'
  )
    await patchLists(client, transport, () => undefined)
  return error
}
