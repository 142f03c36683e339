'use client'
import {
  useEffect,
  useId,
  useRef,
  type ClipboardEvent,
  type ComponentProps,
  type DragEvent,
  type KeyboardEvent,
} from 'react'
import type { InviteForm } from '../hooks/useInviteForm.js'
import type { FormFirstLabels } from '../locales/en.js'
import type { ChipList } from './ChipList.js'
import type { FormLater } from './formLater.js'
import type { Asked } from './tellResult.js'
import { useAfterPress } from './useAfterPress.js'
import { useKeptFocus } from './useKeptFocus.js'

interface RecipientsFieldProps {
  form: InviteForm
  labels: FormFirstLabels
  /** What the list is shown and worked with, once it is loaded. */
  more: Pick<FormLater, 'ChipList' | 'ListTools'> | undefined
  /** Of the list. */
  list: Omit<ComponentProps<typeof ChipList>, 'input'> | undefined
  id: string
  /** Takes a file of people. */
  onFile: (file: File) => void
  /** Hands over a file to fill in. */
  onTemplate: () => void
  /** Says what happened, politely. */
  announce: (text: string) => void
  /** Says what came of it. */
  tell: (asked: Asked) => void
}

/** The recipients: a list of chips, and a text input that takes addresses in any form. */
export function RecipientsField(props: RecipientsFieldProps) {
  const { form, labels, more, list, id, onFile, onTemplate, announce, tell } = props
  const { entries, add, undo, commitDraft } = form
  const draft = form.register('draft')
  const afterPress = useAfterPress()
  const hint = useId()
  const root = useRef<HTMLDivElement>(null)
  const input = useRef<HTMLInputElement>(null)
  const file = useRef<HTMLInputElement>(null)

  // Whatever goes away with the focus in it hands it to the input.
  const nameHeir = useKeptFocus(root)
  useEffect(() => nameHeir(input.current))

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
      if (value.trim()) tell(commitDraft())
    } else if (undo && list && !value && event.key === 'z' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      act(undo, list.labels.undone)
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

  const onDrop = (event: DragEvent) => {
    const [dropped] = event.dataTransfer.files
    if (!dropped) return
    event.preventDefault()
    onFile(dropped)
  }

  return (
    <div className="ik-field">
      <label className="ik-label" htmlFor={id}>
        {labels.recipients}
      </label>
      <div
        ref={root}
        className="ik-recipients"
        onDragOver={(event) => {
          if (event.dataTransfer.types.includes('Files')) event.preventDefault()
        }}
        onDrop={onDrop}
      >
        {entries.length > 0 && more && list && <more.ChipList {...list} input={input} />}
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
            // Where it cannot be read yet it stays as it is.
            if (form.part === 'ready')
              afterPress(() => {
                if (input.current?.value.includes('@')) tell(commitDraft('address'))
              })
          }}
        />
      </div>
      <p id={hint} className="ik-hint">
        {labels.recipientsHint}
      </p>
      <div className="ik-recipients-tools">
        {more && list && <more.ListTools form={form} labels={list.labels} act={act} />}
        <button type="button" className="ik-button-quiet" onClick={() => file.current?.click()}>
          {labels.importFile}
        </button>
        <button type="button" className="ik-button-quiet" onClick={onTemplate}>
          {labels.template}
        </button>
        <input
          ref={file}
          type="file"
          hidden
          accept=".csv,.tsv,.txt,text/csv,text/tab-separated-values"
          aria-label={labels.importFile}
          onChange={(event) => {
            const [chosen] = event.currentTarget.files ?? []
            if (chosen) onFile(chosen)
            // The same file may be chosen again.
            event.currentTarget.value = ''
          }}
        />
      </div>
    </div>
  )
}
