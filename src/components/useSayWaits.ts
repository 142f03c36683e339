'use client'
import { useEffect, useRef } from 'react'
import type { PendingInvite } from '../hooks/usePendingInvites.js'
import type { TableLabels } from '../locales/en.js'
import { say } from '../locales/say.js'
import type { RetryWait } from '../retryWrite.js'
import { waitText } from './waitText.js'

/** Says of each refused write that is made once more by itself when that is: once, since nobody wants to hear it tick. */
export function useSayWaits(
  rows: readonly PendingInvite[],
  labels: TableLabels,
  now: () => Date,
  announce: (text: string) => void,
): void {
  const told = useRef(new WeakSet<RetryWait>())
  useEffect(() => {
    for (const { invite, wait } of rows) {
      if (!wait || told.current.has(wait)) continue
      told.current.add(wait)
      const reason = waitText(wait, labels, now())
      announce(say(labels.failedFor, { email: invite.email ?? labels.noEmail, reason }))
    }
  })
}
