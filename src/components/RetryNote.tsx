'use client'
import { say, type Sentence } from '../locales/say.js'
import type { RetryWait } from '../retryWrite.js'
import { Countdown } from './Countdown.js'
import { useHandOver } from './useHandOver.js'

interface RetryNoteProps {
  wait: RetryWait
  /** Whom it is about, where there are several. */
  email?: string | undefined
  labels: { waiting: Sentence; stop: string; failedFor?: Sentence | undefined; locale: string }
  now?: (() => Date) | undefined
  /** Where the focus goes from here, as for {@link useHandOver}. */
  around: string
  heir: string
}

/** When a refused write is made once more by itself, and the way to call that off. Put it into no live region. */
export function RetryNote({ wait, email, labels, now, around, heir }: RetryNoteProps) {
  const note = useHandOver<HTMLSpanElement>(around, heir)
  const { waiting, stop, failedFor, locale } = labels
  return (
    <span ref={note} className="ik-cell-note">
      <Countdown until={wait.until} sentence={waiting} locale={locale} now={now} />{' '}
      <button
        type="button"
        className="ik-button-quiet"
        aria-label={email && failedFor && say(failedFor, { email, reason: stop })}
        onClick={wait.cancel}
      >
        {stop}
      </button>
    </span>
  )
}
