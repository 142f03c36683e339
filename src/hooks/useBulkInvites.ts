'use client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import type { BulkErrors, BulkVariables } from '../bulk.js'
import { InviteError } from '../error.js'
import { importWrites } from '../importWrites.js'
import { inviteKeys } from '../inviteKeys.js'
import { isCutOff } from '../isCutOff.js'
import { notLoaded } from '../notLoaded.js'
import { readAll } from '../readAll.js'
import type { Invite, ListInvitesInput } from '../schema.js'
import type { SendPause } from '../sendPaced.js'
import { can, type InviteTransport } from '../transport.js'
import { onceOnline } from './onceOnline.js'

export interface BulkInvites {
  running: boolean
  progress: { done: number; total: number }
  /** Why it waits, and until when if that is known. */
  pause: SendPause | undefined
  /** Starts nothing more; what is under way is let finish. */
  cancel: () => void
  /** What the last run came to. Revokes that were lost with the connection are looked up, once, when it is back. */
  result: BulkResult | undefined
  /** Absent where the transport cannot. Resolves when all are done; undefined where a run is under way already. */
  resend: ((invites: readonly Invite[]) => Promise<BulkResult | undefined>) | undefined
  revoke: ((invites: readonly Invite[]) => Promise<BulkResult | undefined>) | undefined
  /** Again for those of the last run that failed. */
  retry: (() => Promise<BulkResult | undefined>) | undefined
  /** Lets go of the result. */
  dismiss: () => void
  /** Everything that matches, read page by page. @throws InviteError as `list` does. */
  read: (matching: ListInvitesInput) => Promise<Invite[]>
}

/** What an app is told in the middle of a bulk. */
export interface BulkOptions {
  /** Called when the provider wants a sign-in in the middle: resolve, and it goes on. */
  onUnauthenticated?: (() => Promise<unknown>) | undefined
  /** Called for each that was mailed again. */
  onResent?: ((invite: Invite) => void) | undefined
}

export type BulkOperation = 'resend' | 'revoke'

interface Run extends BulkVariables {
  operation: BulkOperation
}

export interface BulkResult {
  operation: BulkOperation
  invites: readonly Invite[]
  /** By id; whoever is not in it is done. */
  errors: BulkErrors
}

/** Resends or revokes many, some at once and at the provider's pace, with an outcome for each. */
export function useBulkInvites(
  transport: InviteTransport<'list'>,
  { onUnauthenticated, onResent }: BulkOptions = {},
): BulkInvites {
  const mutation = useMutation({
    mutationKey: inviteKeys.action(transport, 'revoke'),
    networkMode: 'always',
    mutationFn: async ({ operation, ...variables }: Run, { client }) => {
      const { resendMany, revokeMany } = await importWrites()
      if (operation === 'resend' && can(transport, 'resend'))
        return resendMany(transport, variables, client)
      if (operation === 'revoke' && can(transport, 'revoke'))
        return revokeMany(transport, variables, client)
      throw new InviteError('unsupported', { outcome: 'not_sent' })
    },
  })
  const [progress, setProgress] = useState({ done: 0, total: 0 })
  const [pause, onPause] = useState<SendPause>()
  const [result, setResult] = useState<BulkResult>()
  const [running, setRunning] = useState(false)
  // A ref, since two presses can come before the next render.
  const abort = useRef<AbortController>(undefined)

  const client = useQueryClient()
  useEffect(() => {
    if (result?.operation !== 'revoke' || ![...result.errors.values()].some(isCutOff))
      return undefined
    return onceOnline(async () => {
      const { lookUpRevokes } = await importWrites()
      const errors = await lookUpRevokes(transport, result.errors, client)
      if (errors !== result.errors)
        setResult((now) => (now === result ? { ...result, errors } : now))
    })
    // Once for each result.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [result])

  const run = (operation: BulkOperation) => async (invites: readonly Invite[]) => {
    if (abort.current) return undefined
    const controller = new AbortController()
    abort.current = controller
    let done = 0
    const total = invites.length
    const byId = new Map(invites.map((invite) => [invite.id, invite]))
    setRunning(true)
    setProgress({ done, total })
    try {
      const errors = await mutation.mutateAsync({
        operation,
        ids: invites.map(({ id }) => id),
        signal: controller.signal,
        onPause,
        onUnauthenticated,
        onResult: (id, error) => {
          const resent = error || operation !== 'resend' ? undefined : byId.get(id)
          if (resent) onResent?.(resent)
          setProgress({ done: ++done, total })
        },
      })
      const outcome = { operation, invites, errors }
      setResult(outcome)
      return outcome
    } catch {
      const error = notLoaded()
      const outcome = { operation, invites, errors: new Map(invites.map(({ id }) => [id, error])) }
      setResult(outcome)
      return outcome
    } finally {
      abort.current = undefined
      setRunning(false)
      onPause(undefined)
    }
  }

  const failed = result?.invites.filter(({ id }) => result.errors.has(id)) ?? []
  return {
    running,
    progress,
    pause,
    cancel: () => abort.current?.abort(),
    result,
    resend: can(transport, 'resend') ? run('resend') : undefined,
    revoke: can(transport, 'revoke') ? run('revoke') : undefined,
    retry: result && failed.length > 0 ? () => run(result.operation)(failed) : undefined,
    dismiss: () => setResult(undefined),
    read: (matching) => readAll(transport, matching),
  }
}
