'use client'
import type { RowState } from '../hooks/followRows.js'
import type { TableFirstLabels } from '../locales/en.js'
import { tableLater } from '../locales/enTableLater.js'
import { Countdown } from './Countdown.js'

export interface RowWaitProps {
  pending: RowState['pending']
  /** When it can be mailed again, in milliseconds since 1970. */
  until: number
  labels: TableFirstLabels
  now: () => Date
  /** Called when it can be mailed again. */
  onEnd: () => void
}

/** Why an invite cannot be mailed again right now: it is under way, or was mailed a moment ago. */
export function RowWait({ pending, until, labels, now, onEnd }: RowWaitProps) {
  const words = { ...tableLater, ...labels }
  if (pending) return words.resending
  return (
    <Countdown
      until={until}
      sentence={words.resendIn}
      locale={words.locale}
      now={now}
      onEnd={onEnd}
    />
  )
}
