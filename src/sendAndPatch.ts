import type { QueryClient } from '@tanstack/react-query'
import { withSent } from './invitePages.js'
import { patchLists } from './patchLists.js'
import type { CreateInviteInput } from './schema.js'
import { sendInvites, type SendOptions, type SendOutcome } from './send.js'
import { isLost } from './sendOutcome.js'
import type { InviteTransport } from './transport.js'

/** Whom to invite, and how. */
export interface SendInvitesVariables extends SendOptions {
  inputs: readonly CreateInviteInput[]
}

/** Sends invites and brings the cached lists up to date: by patch, or by one read where the answers tell too little. */
export async function sendAndPatch(
  transport: InviteTransport<'create'>,
  { inputs, ...options }: SendInvitesVariables,
  client: QueryClient,
): Promise<SendOutcome[]> {
  const outcomes = await sendInvites(transport, inputs, options)
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
}
