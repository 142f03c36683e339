'use client'
import { useState } from 'react'
import type { Invite } from '../schema.js'

export interface Selection {
  /** Whether a row is selected. */
  has: (id: string) => boolean
  /** Of this page. */
  page: 'none' | 'some' | 'all'
  /** Everything that matches is selected, on other pages too. */
  everything: boolean
  /** How many; undefined for everything where the provider does not tell. */
  count: number | undefined
  ids: ReadonlySet<string>
  toggle: (id: string) => void
  togglePage: () => void
  /** Selects all that match; absent where there is only this page. */
  selectEverything: (() => void) | undefined
  clear: () => void
}

interface Chosen {
  ids: ReadonlySet<string>
  everything: boolean
}

const nothing: Chosen = { ids: new Set(), everything: false }

/** Selected rows. Those of other pages stay selected; `matching` names the filter, and another one begins anew. */
export function useSelection(
  rows: readonly Invite[],
  matching: string,
  total: number | undefined,
  hasMore: boolean,
): Selection {
  const [state, setState] = useState({ matching, chosen: nothing })
  const chosen = state.matching === matching ? state.chosen : nothing
  const { ids, everything } = chosen
  const choose = (next: Chosen) => setState({ matching, chosen: next })

  const has = (id: string) => everything || ids.has(id)
  const here = rows.filter(({ id }) => has(id)).length
  const page = here === 0 ? 'none' : here < rows.length ? 'some' : 'all'
  return {
    has,
    page,
    everything,
    count: everything ? total : ids.size,
    ids,
    toggle: (id) => {
      const next = new Set(everything ? rows.map((row) => row.id) : ids)
      if (!next.delete(id)) next.add(id)
      choose({ ids: next, everything: false })
    },
    togglePage: () => {
      const next = new Set(everything ? [] : ids)
      for (const { id } of rows)
        if (page === 'all') next.delete(id)
        else next.add(id)
      choose({ ids: next, everything: false })
    },
    selectEverything:
      hasMore && page === 'all' && !everything
        ? () => choose({ ids: new Set(), everything: true })
        : undefined,
    clear: () => choose(nothing),
  }
}
