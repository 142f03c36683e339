'use client'
import { useEffect, useMemo, useRef, useState } from 'react'
import type { CreateInviteInput } from '../schema.js'
import type { SendOutcome, SendPause } from '../send.js'
import type { InviteTransport } from '../transport.js'
import { exclusive } from './exclusive.js'
import { sendJournal, tabStorage, type Interrupted } from './sendJournal.js'
import { useSendInvites } from './useSendInvites.js'

export interface SendingOptions {
  /**
   * Called when the provider wants a sign-in in the middle: sign the person in and resolve, and sending goes on.
   * Without it, or when it rejects, sending stops and whoever was not reached stays in the field.
   */
  onUnauthenticated?: (() => Promise<unknown>) | undefined
  /** Called with each outcome as it comes, in any order. */
  onOutcome?: ((outcome: SendOutcome) => void) | undefined
  /** The clock, for dates of expiry and for when a sending began. */
  now?: (() => Date) | undefined
}

export interface Sending {
  sending: boolean
  /** How many of how many have an outcome while sending. */
  progress: { done: number; total: number }
  /** Why sending waits, and until when if that is known. `elsewhere`: another tab is sending. */
  pause: SendPause | { reason: 'elsewhere'; until?: undefined } | undefined
  /** Sends nothing more. What is under way is let finish, so that its outcome is known. */
  cancel: () => void
  /** What a reload has interrupted, until it is taken up or dropped. */
  interrupted: Interrupted | undefined
}

interface Addressee {
  input: CreateInviteInput
  /** The idempotency key of the attempt series. */
  key: string
}

/** One sending at a time: over two presses, over tabs, and known again after a reload. */
export function useSending(
  transport: InviteTransport<'create'>,
  { onUnauthenticated, onOutcome, now = () => new Date() }: SendingOptions,
) {
  const { mutateAsync } = useSendInvites(transport)
  const journal = useMemo(() => sendJournal(transport.key, tabStorage()), [transport.key])
  const [sending, setSending] = useState(false)
  const [progress, setProgress] = useState({ done: 0, total: 0 })
  const [pause, onPause] = useState<Sending['pause']>()
  const [interrupted, setInterrupted] = useState<Interrupted>()
  // A ref, since two presses can come before the next render.
  const abort = useRef<AbortController>(undefined)

  // After hydration, since a server knows of no tab.
  useEffect(() => {
    if (!abort.current) setInterrupted(journal.read())
  }, [journal])

  const forget = () => {
    journal.drop()
    setInterrupted(undefined)
  }

  /** The outcomes in the order of the people; undefined where a sending is under way already. */
  const send = async (people: readonly Addressee[]): Promise<SendOutcome[] | undefined> => {
    if (abort.current) return undefined
    const controller = new AbortController()
    abort.current = controller
    setSending(true)
    setProgress({ done: 0, total: people.length })
    journal.begin(people, now().getTime())
    let done = 0
    try {
      const wait = () => onPause({ reason: 'elsewhere' })
      return await exclusive(`send:${transport.key}`, controller.signal, wait, () => {
        onPause(undefined)
        return mutateAsync({
          inputs: people.map(({ input }) => input),
          keys: people.map(({ key }) => key),
          signal: controller.signal,
          onUnauthenticated,
          onPause,
          onOutcome: (outcome, index) => {
            journal.mark(index)
            setProgress({ done: ++done, total: people.length })
            onOutcome?.(outcome)
          },
        })
      })
    } finally {
      abort.current = undefined
      journal.end()
      setInterrupted(journal.read())
      onPause(undefined)
      setSending(false)
    }
  }

  return {
    sending,
    progress,
    pause,
    interrupted,
    send,
    forget,
    busy: () => abort.current !== undefined,
    cancel: () => abort.current?.abort(),
  }
}
