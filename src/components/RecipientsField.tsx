'use client'
import { useId, useRef, useState, type ClipboardEvent, type KeyboardEvent } from 'react'
import type { InviteForm } from '../hooks/useInviteForm.js'
import type { AddedRecipients, RecipientEntry } from '../hooks/useRecipients.js'
import { visible } from '../input/visible.js'
import type { FormLabels } from '../locales/en.js'
import { say } from '../locales/say.js'
import { Address } from './Address.js'
import { errorText } from './errorText.js'
import { useAfterPress } from './useAfterPress.js'

/** More chips than this are folded: their nodes, not the addresses, are what makes a field slow. */
const shown = 100

interface RecipientsFieldProps {
  form: InviteForm
  labels: FormLabels
  id: string
  /** Says what happened, politely. */
  announce: (text: string) => void
}

/** The recipients: a list of chips, and a text input that takes addresses in any form. */
export function RecipientsField({ form, labels, id, announce }: RecipientsFieldProps) {
  const { entries, add, remove, commitDraft } = form
  const draft = form.register('draft')
  const afterPress = useAfterPress()
  const hint = useId()
  const listLabel = useId()
  const input = useRef<HTMLInputElement>(null)
  const list = useRef<HTMLUListElement>(null)
  const [current, setCurrent] = useState(0)
  const [unfolded, setUnfolded] = useState(false)
  const mounted = unfolded ? entries : entries.slice(0, shown)
  const hidden = entries.length - mounted.length
  const tabStop = Math.min(current, mounted.length - 1)

  const tell = (result: AddedRecipients | undefined) => {
    if (!result) return
    const { added, duplicates, invalid, ignored } = result
    const counts = [
      [labels.added, added],
      [labels.duplicates, duplicates],
      [labels.unreadable, invalid],
    ] as const
    const sentences = counts.flatMap(([sentence, count]) =>
      count ? [say(sentence, { count }, labels.locale)] : [],
    )
    if (ignored.length > 0) sentences.push(say(labels.ignored, { list: ignored.join(' ') }))
    announce(sentences.join(' '))
  }

  const chips = () => [...(list.current?.querySelectorAll('button') ?? [])]

  const removeAt = (index: number) => {
    const entry = mounted[index]
    if (!entry) return
    const neighbour = chips()[index + 1] ?? chips()[index - 1] ?? input.current
    neighbour?.focus()
    remove(entry.id)
    setCurrent(Math.max(0, Math.min(index, mounted.length - 2)))
    announce(say(labels.removed, { email: entry.text, count: entries.length - 1 }, labels.locale))
  }

  const onChipKey = (event: KeyboardEvent<HTMLButtonElement>) => {
    const all = chips()
    const index = all.indexOf(event.currentTarget)
    const forward =
      getComputedStyle(event.currentTarget).direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight'
    const backward = forward === 'ArrowRight' ? 'ArrowLeft' : 'ArrowRight'
    const to = { [forward]: index + 1, [backward]: index - 1, Home: 0, End: all.length - 1 }[
      event.key
    ]
    if (to !== undefined) {
      event.preventDefault()
      ;(all[to] ?? (to < 0 ? all[0] : input.current))?.focus()
    } else if ((event.key === 'Delete' || event.key === 'Backspace') && !event.repeat) {
      event.preventDefault()
      removeAt(index)
    }
  }

  const onInputKey = (event: KeyboardEvent<HTMLInputElement>) => {
    // 229: an input method is composing, and the key is its own.
    if (event.nativeEvent.isComposing || event.keyCode === 229) return
    const { value } = event.currentTarget
    if (event.key === 'Backspace' && !value && !event.repeat) chips().at(-1)?.focus()
    else if ((event.key === 'Enter' && value.trim()) || event.key === ',' || event.key === ';') {
      event.preventDefault()
      tell(commitDraft())
    }
  }

  const onPaste = (event: ClipboardEvent<HTMLInputElement>) => {
    const text = event.clipboardData.getData('text/plain')
    // A piece of an address is put where the caret is, by the browser.
    if (!/[@\s,;]/.test(text.trim()) || (event.currentTarget.value && !/[\s,;]/.test(text.trim())))
      return
    event.preventDefault()
    tell(add(text))
  }

  return (
    <div className="ik-field">
      <label className="ik-label" htmlFor={id}>
        {labels.recipients}
      </label>
      <div className="ik-recipients">
        {entries.length > 0 && (
          <ul ref={list} role="list" className="ik-chips" aria-labelledby={listLabel}>
            {mounted.map((entry, index) => (
              <Chip
                key={entry.id}
                entry={entry}
                labels={labels}
                tabbable={index === tabStop}
                onFocus={() => setCurrent(index)}
                onRemove={() => removeAt(index)}
                onKeyDown={onChipKey}
              />
            ))}
          </ul>
        )}
        {hidden > 0 && (
          <button type="button" className="ik-button-quiet" onClick={() => setUnfolded(true)}>
            {say(labels.more, { count: hidden }, labels.locale)}
          </button>
        )}
        <input
          {...draft}
          ref={(element) => {
            draft.ref(element)
            input.current = element
          }}
          id={id}
          className="ik-recipients-input"
          type="text"
          inputMode="email"
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          placeholder={entries.length === 0 ? labels.placeholder : undefined}
          aria-describedby={hint}
          onKeyDown={onInputKey}
          onPaste={onPaste}
          onBlur={(event) => {
            void draft.onBlur(event)
            afterPress(() => tell(commitDraft('address')))
          }}
        />
      </div>
      <span id={listLabel} hidden>
        {say(labels.recipientList, { count: entries.length }, labels.locale)}
      </span>
      <p id={hint} className="ik-hint">
        {labels.recipientsHint}
      </p>
    </div>
  )
}

interface ChipProps {
  entry: RecipientEntry
  labels: FormLabels
  tabbable: boolean
  onFocus: () => void
  onRemove: () => void
  onKeyDown: (event: KeyboardEvent<HTMLButtonElement>) => void
}

function Chip({ entry, labels, tabbable, onFocus, onRemove, onKeyDown }: ChipProps) {
  const reason = useId()
  const problem = entry.error
    ? errorText(labels.errors, entry.error)
    : entry.email === undefined
      ? labels.invalid
      : undefined
  return (
    <li className="ik-chip" data-invalid={problem === undefined ? undefined : ''}>
      {entry.name && <bdi className="ik-chip-name">{visible(entry.name)}</bdi>}
      <Address>{visible(entry.text)}</Address>
      {problem && (
        <span id={reason} className="ik-chip-reason">
          {problem}
        </span>
      )}
      <button
        type="button"
        className="ik-chip-remove"
        aria-label={say(labels.remove, { email: entry.text })}
        aria-describedby={problem ? reason : undefined}
        tabIndex={tabbable ? 0 : -1}
        onFocus={onFocus}
        onClick={onRemove}
        onKeyDown={onKeyDown}
      />
    </li>
  )
}
