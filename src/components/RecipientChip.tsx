'use client'
import { memo, useId, type KeyboardEvent } from 'react'
import type { RecipientNote, RecipientProblem } from '../hooks/recipientProblem.js'
import type { RecipientEntry } from '../hooks/recipientEntry.js'
import { visible } from '../input/visible.js'
import type { FormLabels } from '../locales/en.js'
import { say } from '../locales/say.js'
import { Address } from './Address.js'
import { noteText, problemText } from './recipientText.js'

interface RecipientChipProps {
  entry: RecipientEntry
  problem: RecipientProblem | undefined
  note: RecipientNote | undefined
  /** The address that may have been meant. */
  meant: string | undefined
  /** The label of a role that this one alone has. */
  role: string | undefined
  /** Whether a pending invite can be mailed again. */
  canResend: boolean
  labels: FormLabels
  tabbable: boolean
  onRemove: (id: number) => void
  onChange: (id: number, email: string) => void
  onResend: (entry: RecipientEntry) => void
  onKeyDown: (event: KeyboardEvent<HTMLButtonElement>) => void
}

/** One recipient. Few nodes on purpose: a hundred of these make what a paste costs. Renders an `<li>`. */
export const RecipientChip = /*#__PURE__*/ memo(function RecipientChip(props: RecipientChipProps) {
  const { entry, problem, note, meant, role, labels, tabbable } = props
  const reason = useId()
  const { text, email } = entry
  const said = problem ? problemText(problem, labels) : note && noteText(note, labels)
  const tail = [said, role].filter(Boolean).join(', ')
  const severity = problem ? (problem.kind === 'lost' ? 'lost' : 'invalid') : note && 'note'
  return (
    <li className="ik-chip" data-id={entry.id} data-severity={severity}>
      {entry.name && (
        <>
          {/* Apart by a space: a margin would follow the name's own direction. */}
          <bdi className="ik-chip-name">{visible(entry.name)}</bdi>{' '}
        </>
      )}
      <Address>
        {visible(text) + (email !== undefined && email !== text ? ` (${email})` : '')}
      </Address>
      {tail && (
        <span id={reason} className="ik-chip-reason">
          {tail}
        </span>
      )}
      {meant && !problem && (
        <button
          type="button"
          className="ik-button-quiet"
          onClick={() => props.onChange(entry.id, meant)}
        >
          {say(labels.meant, { email: meant })}
        </button>
      )}
      {problem?.kind === 'pending' && props.canResend && (
        <button
          type="button"
          className="ik-button-quiet"
          aria-label={say(labels.resendTo, { email: text })}
          onClick={() => props.onResend(entry)}
        >
          {labels.resend}
        </button>
      )}
      <button
        type="button"
        className="ik-chip-remove"
        aria-label={say(labels.remove, { email: text })}
        aria-describedby={tail ? reason : undefined}
        aria-keyshortcuts="F2 Delete"
        tabIndex={tabbable ? 0 : -1}
        onClick={() => props.onRemove(entry.id)}
        onKeyDown={props.onKeyDown}
      />
    </li>
  )
})
