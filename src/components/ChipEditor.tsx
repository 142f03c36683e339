'use client'
import { useLayoutEffect, useRef, type KeyboardEvent } from 'react'
import type { InviteForm } from '../hooks/useInviteForm.js'
import type { RecipientEntry } from '../hooks/recipientEntry.js'
import type { FormLabels } from '../locales/en.js'
import { say } from '../locales/say.js'
import type { AllParts } from './parts.js'

interface ChipEditorProps {
  entry: RecipientEntry
  form: InviteForm
  labels: FormLabels
  parts: AllParts
  /** `keyboard`: the focus has to go somewhere. */
  onDone: (by: 'keyboard' | 'pointer') => void
}

/** One recipient, to be changed in its place. Leaving it keeps what was typed; Escape does not. */
export function ChipEditor({ entry, form, labels, parts, onDone }: ChipEditorProps) {
  const { Input, Select, Button } = parts
  const { roles, fields } = form
  const root = useRef<HTMLLIElement>(null)
  const left = useRef(false)

  useLayoutEffect(() => {
    const input = root.current?.querySelector('input')
    input?.focus()
    input?.select()
  }, [])

  const keep = (by: 'keyboard' | 'pointer') => {
    if (left.current) return
    left.current = true
    const [text, name, role] = ['address', 'name', 'role'].map(
      (field) => root.current?.querySelector<HTMLInputElement>(`[data-name="${field}"]`)?.value,
    )
    form.edit(entry.id, {
      ...(text !== undefined && { text }),
      ...(name !== undefined && { name: name.trim() }),
      ...(role !== undefined && { own: { role: role || undefined } }),
    })
    onDone(by)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.keyCode === 229) return
    if (event.key === 'Escape') left.current = true
    else if (event.key !== 'Enter') return
    event.preventDefault()
    event.stopPropagation()
    if (left.current) onDone('keyboard')
    else keep('keyboard')
  }

  return (
    // The keys are those of the inputs within.
    // oxlint-disable-next-line jsx_a11y/no-noninteractive-element-interactions
    <li
      ref={root}
      className="ik-chip ik-chip-editor"
      onKeyDown={onKeyDown}
      onBlur={({ relatedTarget }) => {
        if (!root.current?.contains(relatedTarget)) keep('pointer')
      }}
    >
      <Input
        data-name="address"
        className="ik-input"
        aria-label={say(labels.change, { email: entry.text })}
        dir="ltr"
        inputMode="email"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        defaultValue={entry.text}
      />
      {fields.name && (
        <Input
          data-name="name"
          className="ik-input"
          aria-label={labels.personName}
          placeholder={labels.personName}
          autoComplete="off"
          defaultValue={entry.name}
        />
      )}
      {roles.length > 1 && (
        <Select
          data-name="role"
          className="ik-input"
          aria-label={labels.role}
          defaultValue={entry.own?.role ?? ''}
        >
          <option value="">{labels.roleOfAll}</option>
          {roles.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </Select>
      )}
      <Button type="button" className="ik-button" onClick={() => keep('keyboard')}>
        {labels.done}
      </Button>
    </li>
  )
}
