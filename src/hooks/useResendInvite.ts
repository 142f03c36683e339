'use client'
import { useMutation, type UseMutationResult } from '@tanstack/react-query'
import type { InviteError } from '../error.js'
import { resendInviteMutationOptions } from '../mutations.js'
import type { SentInvite } from '../schema.js'
import type { InviteTransport } from '../transport.js'
import { usePreload } from './usePreload.js'

/** Mails a pending invite again. The row's id may change. */
export function useResendInvite(
  transport: InviteTransport<'resend'>,
): UseMutationResult<SentInvite, InviteError, { id: string }> {
  usePreload()
  return useMutation(resendInviteMutationOptions(transport))
}
