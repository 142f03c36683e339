'use client'
import { useEffect, useState } from 'react'
import type { Invite } from '../schema.js'

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
  /** The ids of this page. */
  page: () => readonly string[]
  /** Lets go of these where all of them are selected; else selects them. */
  toggle: (ids: readonly string[]) => void
  selectEverything: () => void
  clear: () => void
}

/** Selected rows. Those of other pages stay selected; `matching` names the filter, and another one begins anew. */
export function useSelection(matching: string, rows: readonly { invite: Invite }[]): Selection {
  const [{ filter, selection, turnTo }, hold] = useState(() => newSelection(matching))
  if (filter !== matching) hold(newSelection(matching))
  useEffect(() => turnTo(rows), [rows, turnTo])
  return selection
}

function newSelection(filter: string) {
  let here: readonly string[] = []
  let selected: Selected
  const listeners = new Set<() => void>()
  const tell = () => {
    for (const listener of listeners) listener()
  }
  const choose = (ids: Iterable<string>, everything = false) => {
    selected = { ids: new Set(ids), everything }
    tell()
  }
  choose([])
  const has = (id: string) => selected.everything !== selected.ids.has(id)
  const selection: Selection = {
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    get: () => selected,
    has,
    page: () => here,
    toggle: (ids) => {
      const off = ids.every(has)
      const next = new Set(selected.ids)
      for (const id of ids) if (has(id) === off && !next.delete(id)) next.add(id)
      choose(next, selected.everything)
    },
    selectEverything: () => choose([], true),
    clear: () => choose([]),
  }
  const turnTo = (rows: readonly { invite: Invite }[]) => {
    here = rows.map(({ invite }) => invite.id)
    tell()
  }
  return { filter, selection, turnTo }
}
