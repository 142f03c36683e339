'use client'
import type { RowState } from '../hooks/followRows.js'
import type { TableLabels } from '../locales/en.js'
import { Countdown } from './Countdown.js'

export interface RowWaitProps {
  pending: RowState['pending']
  /** When it can be mailed again, in milliseconds since 1970. */
  until: number
  labels: TableLabels
  now: () => Date
  /** Called when it can be mailed again. */
  onEnd: () => void
}

/** Why an invite cannot be mailed again right now: it is under way, or was mailed a moment ago. */
export function RowWait({ pending, until, labels, now, onEnd }: RowWaitProps) {
  if (pending) return labels.resending
  return (
    <Countdown
      until={until}
      sentence={labels.resendIn}
      locale={labels.locale}
      now={now}
      onEnd={onEnd}
    />
  )
}
