'use client'
import { useEffect, useId, useRef, type ClipboardEvent, type KeyboardEvent } from 'react'
import type { InviteForm } from '../hooks/useInviteForm.js'
import type { AddedRecipients } from '../hooks/useRecipients.js'
import type { FormLabels } from '../locales/en.js'
import { say } from '../locales/say.js'
import type { ChipEditor } from './ChipEditor.js'
import { ChipList } from './ChipList.js'
import type { AllParts } from './parts.js'
import { useAfterPress } from './useAfterPress.js'
import { useKeptFocus } from './useKeptFocus.js'

interface RecipientsFieldProps {
  form: InviteForm
  labels: FormLabels
  parts: AllParts
  Editor: typeof ChipEditor | undefined
  id: string
  /** Says what happened, politely. */
  announce: (text: string) => void
}

/** The recipients: a list of chips, and a text input that takes addresses in any form. */
export function RecipientsField({
  form,
  labels,
  parts,
  Editor,
  id,
  announce,
}: RecipientsFieldProps) {
  const { entries, add, undo, commitDraft, counts } = form
  const draft = form.register('draft')
  const afterPress = useAfterPress()
  const hint = useId()
  const root = useRef<HTMLDivElement>(null)
  const input = useRef<HTMLInputElement>(null)

  // Whatever goes away with the focus in it hands it to the input.
  const nameHeir = useKeptFocus(root)
  useEffect(() => nameHeir(input.current))

  const tell = (result: AddedRecipients | undefined) => {
    if (!result) return
    const { added, duplicates, invalid, ignored } = result
    const told = [
      [labels.added, added],
      [labels.duplicates, duplicates],
      [labels.unreadable, invalid],
    ] as const
    const sentences = told.flatMap(([sentence, count]) =>
      count ? [say(sentence, { count }, labels.locale)] : [],
    )
    if (ignored.length > 0) sentences.push(say(labels.ignored, { list: ignored.join(' ') }))
    announce(sentences.join(' '))
  }
  // The focus first, since the button that was pressed may go away with what it did.
  const act = (change: () => void, sentence: string) => {
    input.current?.focus()
    change()
    announce(sentence)
  }

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    // 229: an input method is composing, and the key is its own.
    if (event.nativeEvent.isComposing || event.keyCode === 229) return
    const { value } = event.currentTarget
    if (event.key === 'Backspace' && !value && !event.repeat)
      [...(root.current?.querySelectorAll<HTMLElement>('.ik-chip-remove') ?? [])].at(-1)?.focus()
    else if ((event.key === 'Enter' && value.trim()) || event.key === ',' || event.key === ';') {
      event.preventDefault()
      tell(commitDraft())
    } else if (undo && !value && event.key === 'z' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      act(undo, labels.undone)
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
      <div ref={root} className="ik-recipients">
        {entries.length > 0 && (
          <ChipList
            form={form}
            labels={labels}
            parts={parts}
            Editor={Editor}
            input={input}
            announce={announce}
          />
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
          onKeyDown={onKeyDown}
          onPaste={onPaste}
          onBlur={(event) => {
            void draft.onBlur(event)
            afterPress(() => tell(commitDraft('address')))
          }}
        />
      </div>
      <p id={hint} className="ik-hint">
        {labels.recipientsHint}
      </p>
      {(undo ?? counts.blocked > 0) && (
        <div className="ik-recipients-tools">
          {undo && (
            <button
              type="button"
              className="ik-button-quiet"
              onClick={() => act(undo, labels.undone)}
            >
              {labels.undo}
            </button>
          )}
          {counts.blocked > 0 && (
            <button
              type="button"
              className="ik-button-quiet"
              onClick={() =>
                act(
                  form.removeBlocked,
                  say(labels.removedBlocked, { count: counts.blocked }, labels.locale),
                )
              }
            >
              {say(labels.removeBlocked, { count: counts.blocked }, labels.locale)}
            </button>
          )}
        </div>
      )}
    </div>
  )
}
