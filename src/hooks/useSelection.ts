'use client'
import { useState } from 'react'

/** These ids; or, of everything that matches, on other pages too, all but these. */
export interface Selected {
  ids: ReadonlySet<string>
  everything: boolean
}

/**
 * Which rows are selected. It is kept beside React's state, so that a press on one row renders no other: what shows it
 * reads it with `useSyncExternalStore(selection.subscribe, …)`.
 */
export interface Selection {
  subscribe: (listener: () => void) => () => void
  /** The same object until something is selected or let go. */
  get: () => Selected
  /** Whether a row is selected. */
  has: (id: string) => boolean
  /** Lets go of these where all of them are selected; else selects them. */
  toggle: (ids: readonly string[]) => void
  selectEverything: () => void
  clear: () => void
}

/** Selected rows. Those of other pages stay selected; `matching` names the filter, and another one begins anew. */
export function useSelection(matching: string): Selection {
  const [held, hold] = useState(() => newSelection(matching))
  if (held.matching !== matching) hold(newSelection(matching))
  return held.selection
}

function newSelection(matching: string) {
  let selected: Selected
  const listeners = new Set<() => void>()
  const choose = (ids: Iterable<string>, everything: boolean) => {
    selected = { ids: new Set(ids), everything }
    listeners.forEach((listener) => listener())
  }
  const clear = () => choose([], false)
  clear()
  const has = (id: string) => selected.everything !== selected.ids.has(id)
  const selection: Selection = {
    subscribe: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    get: () => selected,
    has,
    toggle: (ids) => {
      const off = ids.every(has)
      const next = new Set(selected.ids)
      for (const id of ids) if (has(id) === off && !next.delete(id)) next.add(id)
      choose(next, selected.everything)
    },
    selectEverything: () => choose([], true),
    clear,
  }
  return { matching, selection }
}
