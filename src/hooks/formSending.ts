import type { QueryClient } from '@tanstack/react-query'
import { InviteError } from '../error.js'
import { checkEmail } from '../input/email.js'
import { isCutOff } from '../isCutOff.js'
import { sendInvitesMutationOptions } from '../mutations.js'
import { randomKey } from '../randomKey.js'
import { reconcile } from '../reconcile.js'
import type { CreateInviteInput } from '../schema.js'
import type { SendOutcome } from '../send.js'
import type { InviteTransport } from '../transport.js'
import { exclusive } from './exclusive.js'
import type { InviteFormOptions, SubmitResult } from './inviteFormOptions.js'
import type { InviteForm } from './inviteFormState.js'
import type { RecipientEntry } from './recipientEntry.js'
import type { RecipientList } from './recipientList.js'
import { sendJournal, type Interrupted } from './sendJournal.js'
import { tabStorage } from './tabStorage.js'

/** What is told of a sending. */
export interface SendingState extends Pick<
  InviteForm,
  'sending' | 'progress' | 'pause' | 'outcomes' | 'lookedUp'
> {
  /** What a reload has interrupted, until it is taken up or dropped. */
  interrupted: Interrupted | undefined
}

/** By what, and how, it is sent. */
export interface SendingWays {
  transport: InviteTransport<'create'>
  client: QueryClient
  options: InviteFormOptions
  inputOf: (entry: RecipientEntry) => CreateInviteInput
}

interface Addressee {
  id: number
  input: CreateInviteInput
  /** The idempotency key of the attempt series. */
  key: string
}

const journalOf = ({ key }: InviteTransport) => sendJournal(key, tabStorage())

/**
 * Sends to entries of the list and brings the list up to date with what became of them. One sending at a time: over
 * two presses, over tabs, and known again after a reload.
 */
export function formSending(
  list: RecipientList,
  state: () => SendingState,
  set: (change: Partial<SendingState>) => void,
) {
  let abort: AbortController | undefined
  let busy = false
  /** The idempotency key of an attempt series, which holds as long as the same is sent. */
  const series = new Map<number, { print: string; key: string; since: number }>()

  /** The errors of which it was looked up what became of it. */
  const looked = new WeakSet<InviteError>()

  const keyOf = (id: number, input: CreateInviteInput, now: Date) => {
    const print = JSON.stringify(input)
    const same = series.get(id)
    if (same?.print === print) return same.key
    const key = randomKey()
    series.set(id, { print, key, since: now.getTime() })
    return key
  }

  const settle = (entries: readonly { id: number }[], results: readonly SendOutcome[]) => {
    const done = new Set<number>()
    const errors = new Map<number, InviteError>()
    for (const [index, { id }] of entries.entries()) {
      const result = results[index]
      if (result?.status === 'failed') errors.set(id, result.error)
      else if (done.add(id)) series.delete(id)
    }
    list.settle(done, errors)
  }

  /** The outcomes in the order of the people. */
  const send = async (
    people: readonly Addressee[],
    { transport, client, options }: SendingWays,
    since: number,
  ): Promise<SendOutcome[]> => {
    const { onUnauthenticated, onOutcome } = options
    const total = people.length
    const journal = journalOf(transport)
    const controller = new AbortController()
    abort = controller
    set({ sending: true, progress: { done: 0, total } })
    journal.begin(people, since)
    const onPause = (pause: SendingState['pause']) => set({ pause })
    const mutation = client
      .getMutationCache()
      .build(client, client.defaultMutationOptions(sendInvitesMutationOptions(transport)))
    let done = 0
    try {
      const wait = () => onPause({ reason: 'elsewhere' })
      return await exclusive(`send:${transport.key}`, controller.signal, wait, () => {
        onPause(undefined)
        return mutation.execute({
          inputs: people.map(({ input }) => input),
          keys: people.map(({ key }) => key),
          signal: controller.signal,
          onUnauthenticated,
          onPause,
          onOutcome: (outcome, index) => {
            journal.mark(index)
            set({ progress: { done: ++done, total } })
            onOutcome?.(outcome)
          },
        })
      })
    } finally {
      abort = undefined
      journal.end()
      set({ interrupted: journal.read(), pause: undefined, sending: false })
    }
  }

  /** Reads the list to find out what became of entries whose answers were lost. */
  const check = async (
    lost: readonly RecipientEntry[],
    transport: InviteTransport,
  ): Promise<SendOutcome[]> => {
    const before = lost.map(({ email = '', error = new InviteError('unknown') }): SendOutcome => ({
      status: 'failed',
      input: { email },
      error,
    }))
    const since = Math.min(...lost.map(({ id }) => series.get(id)?.since ?? 0))
    const results = await reconcile(transport, before, { since })
    settle(lost, results)
    const byEmail = new Map(results.map((outcome) => [outcome.input.email, outcome]))
    const outcomes = state().outcomes.map((outcome) =>
      outcome.status === 'failed' ? (byEmail.get(outcome.input.email) ?? outcome) : outcome,
    )
    set({ outcomes })
    return results
  }

  return {
    check,
    cancel: () => abort?.abort(),

    /** Runs what comes to a sending, unless one is under way: two presses can come before the next render. */
    alone: async (run: () => Promise<SubmitResult>): Promise<SubmitResult> => {
      if (busy) return { status: 'busy' }
      busy = true
      try {
        return await run()
      } finally {
        busy = false
      }
    },

    sendTo: async (
      chosen: readonly RecipientEntry[],
      ways: SendingWays,
      data = new FormData(),
    ): Promise<SubmitResult> => {
      const { onBeforeSend, onSent, now = () => new Date() } = ways.options
      const inputs = chosen.map(ways.inputOf)
      const decided = (await onBeforeSend?.(inputs, data)) ?? inputs
      if (decided === false) return { status: 'cancelled' }
      const begun = now()
      const people = chosen.flatMap(({ id }, index): Addressee[] => {
        const input = decided[index]
        return input ? [{ id, input, key: keyOf(id, input, begun) }] : []
      })
      const outcomes = await send(people, ways, begun.getTime())
      settle(people, outcomes)
      set({ outcomes })
      onSent?.(outcomes)
      return { status: 'sent', outcomes }
    },

    /** A person's own decision to risk a second mail: a server must not take it for the first one. */
    startAnew: (entries: readonly RecipientEntry[]) => {
      for (const { id } of entries) series.delete(id)
    },

    /** The connection is back: what was lost with it is looked up, once. */
    checkCutOff: async (transport: InviteTransport) => {
      if (abort) return
      const lost = list
        .entries()
        .filter(({ error }) => error && isCutOff(error) && !looked.has(error))
      for (const { error } of lost) if (error) looked.add(error)
      if (lost.length > 0) set({ lookedUp: await check(lost, transport) })
    },

    /** What a reload has interrupted, where nothing is being sent: the storage then has what is under way. */
    look: (transport: InviteTransport) => {
      if (!abort) set({ interrupted: journalOf(transport).read() })
    },

    forget: (transport: InviteTransport) => {
      journalOf(transport).drop()
      set({ interrupted: undefined })
    },

    /** Puts those back into the list whom a reload has cut off, with the keys that they had. */
    putBack: (transport: InviteTransport): RecipientEntry[] => {
      const { left = [], since = 0 } = state().interrupted ?? {}
      journalOf(transport).drop()
      set({ interrupted: undefined })
      list.addRows(left.map(({ input }) => input))
      const before = new Map(left.map((one) => [checkEmail(one.input.email).key, one]))
      return list.entries().filter(({ id, key }) => {
        const one = before.get(key)
        if (one) series.set(id, { print: JSON.stringify(one.input), key: one.key, since })
        return one
      })
    },
  }
}
