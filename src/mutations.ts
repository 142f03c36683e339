import type { UseMutationOptions } from '@tanstack/react-query'
import { InviteError } from './error.js'
import { importWrites } from './importWrites.js'
import { inviteKeys } from './inviteKeys.js'
import { notLoaded } from './notLoaded.js'
import type { SentInvite } from './schema.js'
import type { SendInvitesVariables } from './sendAndPatch.js'
import type { SendOutcome } from './send.js'
import type { InviteTransport } from './transport.js'

export type { SendInvitesVariables } from './sendAndPatch.js'

/** The part that sends, resends and revokes. Rejects with an `InviteError`. */
export const loadWrites = () =>
  importWrites().catch(() => {
    throw notLoaded()
  })

/** Sends invites and brings the cached lists up to date: by patch, or by one read where the answers tell too little. */
export function sendInvitesMutationOptions(
  transport: InviteTransport<'create'>,
): UseMutationOptions<SendOutcome[], InviteError, SendInvitesVariables> {
  return {
    mutationKey: inviteKeys.action(transport, 'create'),
    networkMode: 'always',
    mutationFn: async (variables, { client }) => {
      const part = await loadWrites().catch(InviteError.from)
      return InviteError.is(part)
        ? variables.inputs.map((input) => ({ input, status: 'failed', error: part }))
        : part.sendAndPatch(transport, variables, client)
    },
  }
}

/** Mails an invite again. The answer replaces the row; the list is read where it has no row. */
export function resendInviteMutationOptions(
  transport: InviteTransport<'resend'>,
): UseMutationOptions<SentInvite, InviteError, { id: string }> {
  return {
    mutationKey: inviteKeys.action(transport, 'resend'),
    networkMode: 'always',
    mutationFn: async (input, { client }) =>
      (await loadWrites()).resendInvite(transport, input, client),
  }
}

/** Withdraws an invite. One that is gone already counts as withdrawn. */
export function revokeInviteMutationOptions(
  transport: InviteTransport<'revoke'>,
): UseMutationOptions<void, InviteError, { id: string }> {
  return {
    mutationKey: inviteKeys.action(transport, 'revoke'),
    networkMode: 'always',
    mutationFn: async (input, { client }) =>
      (await loadWrites()).revokeInvite(transport, input, client),
  }
}
