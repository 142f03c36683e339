'use client'
import { useMutation, type UseMutationResult } from '@tanstack/react-query'
import type { InviteError } from '../error.js'
import { revokeInviteMutationOptions } from '../mutations.js'
import type { InviteTransport } from '../transport.js'
import { usePreload } from './usePreload.js'

/** Withdraws an invite. One that is gone already counts as withdrawn. */
export function useRevokeInvite(
  transport: InviteTransport<'revoke'>,
): UseMutationResult<void, InviteError, { id: string }> {
  usePreload()
  return useMutation(revokeInviteMutationOptions(transport))
}
