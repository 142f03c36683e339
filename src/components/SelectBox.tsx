'use client'
import { useSyncExternalStore } from 'react'
import type { PendingInvite } from '../hooks/usePendingInvites.js'
import type { Selection } from '../hooks/useSelection.js'

interface SelectBoxProps {
  selection: Selection
  /** One, or all of a page. */
  rows: readonly PendingInvite[]
  label: string
}

/** Selects a row, or a page, and renders alone when that changes. Renders an `<input type=checkbox>`. */
export function SelectBox({ selection, rows, label }: SelectBoxProps) {
  const read = () => {
    const count = rows.filter(({ invite }) => selection.has(invite.id)).length
    return count === 0 ? 'none' : count < rows.length ? 'some' : 'all'
  }
  const state = useSyncExternalStore(selection.subscribe, read, read)
  return (
    <input
      ref={(box) => {
        if (box) box.indeterminate = state === 'some'
      }}
      type="checkbox"
      data-action="select"
      aria-label={label}
      checked={state === 'all'}
      onChange={() => selection.toggle(rows.map(({ invite }) => invite.id))}
    />
  )
}
