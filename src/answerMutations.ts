import type { UseMutationOptions } from '@tanstack/react-query'
import type { InviteError } from './error.js'
import { inviteKeys } from './inviteKeys.js'
import type { AcceptInviteInput, AcceptOutcome, InviteRef } from './schema.js'
import type { InviteTransport } from './transport.js'

/**
 * Accepts. The variables are a function that gives the input, so that neither token nor password stays in the
 * mutation cache.
 */
export function acceptInviteMutationOptions(
  transport: InviteTransport<'accept'>,
): UseMutationOptions<AcceptOutcome, InviteError, () => AcceptInviteInput> {
  return {
    mutationKey: inviteKeys.action(transport, 'accept'),
    networkMode: 'always',
    gcTime: 0,
    mutationFn: (input) => transport.accept(input()),
  }
}

/** Declines; the variables are a function as with accept. */
export function declineInviteMutationOptions(
  transport: InviteTransport<'decline'>,
): UseMutationOptions<void, InviteError, () => InviteRef> {
  return {
    mutationKey: inviteKeys.action(transport, 'decline'),
    networkMode: 'always',
    gcTime: 0,
    mutationFn: (input) => transport.decline(input()),
  }
}
