'use client'
import { useMutation, type UseMutationResult } from '@tanstack/react-query'
import type { InviteError } from '../error.js'
import { sendInvitesMutationOptions, type SendInvitesVariables } from '../mutations.js'
import type { SendOutcome } from '../send.js'
import type { InviteTransport } from '../transport.js'
import { usePreload } from './usePreload.js'

/** Sends invites to one person or many: an outcome for each, in order. Cached lists follow by themselves. */
export function useSendInvites(
  transport: InviteTransport<'create'>,
): UseMutationResult<SendOutcome[], InviteError, SendInvitesVariables> {
  usePreload()
  return useMutation(sendInvitesMutationOptions(transport))
}
