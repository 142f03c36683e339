'use client'
import { useSyncExternalStore } from 'react'
import type { Selection } from '../hooks/useSelection.js'

interface SelectBoxProps {
  selection: Selection
  /** Of a row; absent for all of the page. */
  id?: string
  label: string
}

/** Selects a row, or a page, and renders alone when that changes. Renders an `<input type=checkbox>`. */
export function SelectBox({ selection, id, label }: SelectBoxProps) {
  const ids = () => (id === undefined ? selection.page() : [id])
  const read = () => {
    const count = ids().filter(selection.has).length
    return count === 0 ? 'none' : count < ids().length ? 'some' : 'all'
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
      onChange={() => selection.toggle(ids())}
    />
  )
}
