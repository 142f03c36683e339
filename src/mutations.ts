import type { UseMutationOptions } from '@tanstack/react-query'
import { InviteError } from './error.js'
import { inviteKeys } from './inviteKeys.js'
import { withSent } from './invitePages.js'
import { patchLists } from './patchLists.js'
import type {
  AcceptInviteInput,
  AcceptOutcome,
  CreateInviteInput,
  InviteRef,
  SentInvite,
} from './schema.js'
import type { SendOptions, SendOutcome } from './send.js'
import { isLost } from './sendOutcome.js'
import type { InviteTransport } from './transport.js'
import { resendInvite, revokeInvite } from './writes.js'

/** Whom to invite, and how. */
export interface SendInvitesVariables extends SendOptions {
  inputs: readonly CreateInviteInput[]
}

/** The part that sends, which nobody needs before there is somebody to invite. */
export const loadSend = () => import('./send.js')

const unloaded = () =>
  new InviteError('network', {
    message: 'The part that sends could not be loaded, nothing was sent. Reload the page.',
    outcome: 'not_sent',
  })

/** Sends invites and brings the cached lists up to date: by patch, or by one read where the answers tell too little. */
export function sendInvitesMutationOptions(
  transport: InviteTransport<'create'>,
): UseMutationOptions<SendOutcome[], InviteError, SendInvitesVariables> {
  return {
    mutationKey: inviteKeys.action(transport, 'create'),
    networkMode: 'always',
    mutationFn: async ({ inputs, ...options }, { client }) => {
      const send = await loadSend().catch(() => undefined)
      if (!send) return inputs.map((input) => ({ input, status: 'failed', error: unloaded() }))
      const outcomes = await send.sendInvites(transport, inputs, options)
      // It may be in the list all the same.
      const doubtful = outcomes.some(isLost)
      const sent = outcomes.flatMap((outcome) =>
        outcome.status === 'sent' && outcome.sent.delivery !== 'added' ? [outcome.sent] : [],
      )
      if (sent.length || doubtful)
        await patchLists(client, transport, (page, input) =>
          doubtful ? undefined : withSent(page, input, sent),
        )
      return outcomes
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
    mutationFn: (input, { client }) => resendInvite(transport, input, client),
  }
}

/** Withdraws an invite. One that is gone already counts as withdrawn. */
export function revokeInviteMutationOptions(
  transport: InviteTransport<'revoke'>,
): UseMutationOptions<void, InviteError, { id: string }> {
  return {
    mutationKey: inviteKeys.action(transport, 'revoke'),
    networkMode: 'always',
    mutationFn: (input, { client }) => revokeInvite(transport, input, client),
  }
}

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
