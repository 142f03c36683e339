'use client'
import {
  useLayoutEffect,
  useRef,
  useState,
  type KeyboardEvent,
  type MouseEvent,
  type RefObject,
} from 'react'
import type { InviteForm } from '../hooks/useInviteForm.js'
import type { RecipientEntry } from '../hooks/recipientEntry.js'
import type { FormLabels } from '../locales/en.js'
import { say } from '../locales/say.js'
import { ChipEditor } from './ChipEditor.js'
import { chipWindow } from './chipWindow.js'
import { errorText } from './errorText.js'
import type { AllParts } from './parts.js'
import { RecipientChip } from './RecipientChip.js'
import { useLatest } from './useLatest.js'

interface ChipListProps {
  form: InviteForm
  labels: FormLabels
  parts: AllParts
  /** Where the focus goes when no chip is left for it. */
  input: RefObject<HTMLInputElement | null>
  /** The entry that wants to be seen. A new object shows it once more. */
  shown: { id: number } | undefined
  announce: (text: string) => void
}

/** The chips: one tab stop, arrows between them, a window over a long list. Renders a `<ul>` and what pages it. */
export function ChipList({ form, labels, parts, input, shown, announce }: ChipListProps) {
  const { entries, remove, edit, undo, roles } = form
  const list = useRef<HTMLUListElement>(null)
  const [current, setCurrent] = useState<number>()
  const [editing, setEditing] = useState<number>()
  const [start, setStart] = useState(0)
  const from = entries[start] ? start : 0
  const mounted = chipWindow(form, from)
  const [served, serve] = useState(shown)
  if (shown !== served) {
    serve(shown)
    if (!mounted.some(({ id }) => id === shown?.id))
      setStart(entries.findIndex(({ id }) => id === shown?.id))
  }
  const hidden = entries.length - from - mounted.length
  const stop = mounted.some(({ id }) => id === current) ? current : mounted[0]?.id

  /** Where the focus goes after this change: the id of a chip, or `input`. */
  const next = useRef<number | 'input'>(undefined)
  useLayoutEffect(() => {
    if (shown) next.current = shown.id
  }, [shown])
  useLayoutEffect(() => {
    if (next.current === undefined) return
    const chip = list.current?.querySelector<HTMLElement>(
      `[data-id="${next.current}"] .ik-chip-remove`,
    )
    next.current = undefined
    ;(chip ?? input.current)?.focus()
  })

  const neighbourOf = (id: number) => {
    const index = mounted.findIndex((entry) => entry.id === id)
    return (mounted[index + 1] ?? mounted[index - 1])?.id ?? 'input'
  }

  const onRemove = useLatest((id: number) => {
    const entry = mounted.find((one) => one.id === id)
    if (!entry) return
    next.current = neighbourOf(id)
    remove(id)
    announce(say(labels.removed, { email: entry.text, count: entries.length - 1 }, labels.locale))
  })
  const onChange = useLatest((id: number, text: string) => {
    next.current = id
    edit(id, { text })
  })
  const onResend = useLatest((entry: RecipientEntry) => {
    void form
      .resend?.(entry)
      .then((error) =>
        announce(
          error ? errorText(labels.errors, error) : say(labels.resent, { email: entry.text }),
        ),
      )
  })

  const onChipKey = useLatest((event: KeyboardEvent<HTMLButtonElement>) => {
    const all = [...(list.current?.querySelectorAll<HTMLElement>('.ik-chip-remove') ?? [])]
    const index = all.indexOf(event.currentTarget)
    const forward =
      getComputedStyle(event.currentTarget).direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight'
    const backward = forward === 'ArrowRight' ? 'ArrowLeft' : 'ArrowRight'
    const to = { [forward]: index + 1, [backward]: index - 1, Home: 0, End: all.length - 1 }[
      event.key
    ]
    const id = idOf(event.currentTarget)
    if (to !== undefined) (all[to] ?? (to < 0 ? all[0] : input.current))?.focus()
    else if (event.key === 'F2') setEditing(id)
    else if (event.key === 'z' && (event.ctrlKey || event.metaKey) && undo) {
      next.current = id
      undo()
      announce(labels.undone)
    } else if (['Delete', 'Backspace'].includes(event.key)) {
      // A key that is held down never removes more than one.
      if (!event.repeat) onRemove(id)
    } else return
    event.preventDefault()
  })

  const onClick = (event: MouseEvent) => {
    if (event.target instanceof Element && !event.target.closest('button, input, select'))
      setEditing(idOf(event.target))
  }

  return (
    <>
      {/* A short way for the pointer; the keyboard has F2. */}
      {/* oxlint-disable-next-line jsx_a11y/no-noninteractive-element-interactions, jsx_a11y/click-events-have-key-events */}
      <ul
        ref={list}
        role="list"
        className="ik-chips"
        aria-label={say(labels.recipientList, { count: entries.length }, labels.locale)}
        onClick={onClick}
        onFocus={({ target }) => setCurrent(idOf(target))}
      >
        {mounted.map((entry) =>
          entry.id === editing ? (
            <ChipEditor
              key={entry.id}
              entry={entry}
              form={form}
              labels={labels}
              parts={parts}
              onDone={(by) => {
                if (by === 'keyboard') next.current = entry.id
                setEditing(undefined)
              }}
            />
          ) : (
            <RecipientChip
              key={entry.id}
              entry={entry}
              problem={form.problemOf(entry)}
              note={form.noteOf(entry)}
              meant={form.meantBy(entry)}
              role={roles.find(({ value }) => value === entry.own?.role)?.label}
              canResend={form.resend !== undefined}
              labels={labels}
              tabbable={entry.id === stop}
              onRemove={onRemove}
              onChange={onChange}
              onResend={onResend}
              onKeyDown={onChipKey}
            />
          ),
        )}
      </ul>
      {from > 0 && (
        <button
          type="button"
          className="ik-button-quiet"
          onClick={() => {
            next.current = entries[0]?.id
            setStart(0)
          }}
        >
          {labels.fromStart}
        </button>
      )}
      {hidden > 0 && (
        <button
          type="button"
          className="ik-button-quiet"
          onClick={() => {
            next.current = entries[from + mounted.length]?.id
            setStart(from + mounted.length)
          }}
        >
          {say(labels.more, { count: hidden }, labels.locale)}
        </button>
      )}
    </>
  )
}

/** The entry that an element within a chip belongs to. */
function idOf(element: Element): number {
  return Number(element.closest<HTMLElement>('[data-id]')?.dataset['id'] ?? Number.NaN)
}
