'use client'
import { useRef, useState } from 'react'
import { InviteError } from '../error.js'
import { checkEmail } from '../input/email.js'
import { randomKey } from '../randomKey.js'
import type { CreateInviteInput } from '../schema.js'
import type { SendOutcome } from '../send.js'
import type { InviteTransport } from '../transport.js'
import type { InviteFormOptions, SubmitResult } from './inviteFormOptions.js'
import type { RecipientEntry, Recipients } from './useRecipients.js'
import { useSending } from './useSending.js'

/** Sends to entries of the list and brings the list up to date with what became of them. */
export function useFormSending(
  transport: InviteTransport<'create'>,
  { onBeforeSend, onSent, ...options }: InviteFormOptions,
  { current, addRows, settle }: Recipients,
  inputOf: (entry: RecipientEntry) => CreateInviteInput,
) {
  const { send, ...sending } = useSending(transport, options)
  const { now = () => new Date() } = options
  const [outcomes, setOutcomes] = useState<readonly SendOutcome[]>([])
  /** The idempotency key of an attempt series, which holds as long as the same is sent. */
  const series = useRef(new Map<number, { print: string; key: string; since: number }>())

  const keyOf = (id: number, input: CreateInviteInput) => {
    const print = JSON.stringify(input)
    const same = series.current.get(id)
    if (same?.print === print) return same.key
    const key = randomKey()
    series.current.set(id, { print, key, since: now().getTime() })
    return key
  }

  const settleAll = (entries: readonly { id: number }[], results: readonly SendOutcome[]) => {
    const done = new Set<number>()
    const errors = new Map<number, InviteError>()
    for (const [index, { id }] of entries.entries()) {
      const result = results[index]
      if (result?.status === 'failed') errors.set(id, result.error)
      else if (done.add(id)) series.current.delete(id)
    }
    settle(done, errors)
  }

  const sendTo = async (
    chosen: readonly RecipientEntry[],
    data = new FormData(),
  ): Promise<SubmitResult> => {
    const inputs = chosen.map(inputOf)
    const decided = (await onBeforeSend?.(inputs, data)) ?? inputs
    if (decided === false) return { status: 'cancelled' }
    const people = chosen.flatMap(({ id }, index) => {
      const input = decided[index]
      return input ? [{ id, input, key: keyOf(id, input) }] : []
    })
    const results = await send(people)
    if (!results) return { status: 'busy' }
    settleAll(people, results)
    setOutcomes(results)
    onSent?.(results)
    return { status: 'sent', outcomes: results }
  }

  return {
    ...sending,
    outcomes,
    sendTo,

    /** A person's own decision to risk a second mail: a server must not take it for the first one. */
    startAnew: (entries: readonly RecipientEntry[]) => {
      for (const { id } of entries) series.current.delete(id)
    },

    /** Reads the list to find out what became of entries whose answers were lost. */
    check: async (lost: readonly RecipientEntry[]): Promise<SendOutcome[]> => {
      const before = lost.map(
        ({ email = '', error = new InviteError('unknown') }): SendOutcome => ({
          status: 'failed',
          input: { email },
          error,
        }),
      )
      const since = Math.min(...lost.map(({ id }) => series.current.get(id)?.since ?? 0))
      const results = await import('../reconcile.js').then(
        ({ reconcile }) => reconcile(transport, before, { since }),
        () => before,
      )
      settleAll(lost, results)
      const byEmail = new Map(results.map((outcome) => [outcome.input.email, outcome]))
      setOutcomes((all) =>
        all.map((outcome) =>
          outcome.status === 'failed' ? (byEmail.get(outcome.input.email) ?? outcome) : outcome,
        ),
      )
      return results
    },

    /** Puts those back into the list whom a reload has cut off, with the keys that they had. */
    putBack: (): RecipientEntry[] => {
      const { left = [], since = 0 } = sending.interrupted ?? {}
      sending.forget()
      addRows(left.map(({ input }) => input))
      const before = new Map(left.map((one) => [checkEmail(one.input.email).key, one]))
      return current().filter(({ id, key }) => {
        const one = before.get(key)
        if (one) series.current.set(id, { print: JSON.stringify(one.input), key: one.key, since })
        return one
      })
    },
  }
}
