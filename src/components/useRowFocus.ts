'use client'
import { useRef, type FocusEvent, type RefObject } from 'react'
import { useLayout } from './useLayout.js'

/**
 * Keeps the focus in a table: when the focused element goes away (its row was revoked, or vanished on a refetch), the
 * focus moves to the same button of the row that has come to its place, else of the last row (to its first where it
 * has not that one), else to the region itself, never to `<body>`.
 * @returns what the region has to listen with
 */
export function useRowFocus(region: RefObject<HTMLElement | null>) {
  const focused = useRef<HTMLElement | null>(null)
  /** The button of a row that had the focus last, outside of dialogs, and where that row stood. */
  const button = useRef<HTMLElement | null>(null)
  const place = useRef(-1)

  useLayout(() => {
    if (!focused.current) return
    const rows = [...(region.current?.querySelectorAll('.ik-row') ?? [])]
    const row = button.current?.closest('.ik-row')
    if (row?.isConnected) place.current = rows.indexOf(row)
    if (focused.current.isConnected || document.activeElement !== document.body) return
    const heir = button.current && (rows[place.current] ?? rows.at(-1))
    const find = (action: string) => heir?.querySelector<HTMLElement>(`[data-action${action}]`)
    const next = find(`="${button.current?.dataset.action}"`) ?? find('') ?? region.current
    next?.focus()
  })

  return {
    onFocus: ({ target }: FocusEvent<HTMLElement>) => {
      focused.current = target
      // A dialog is opened by a row, and gives the focus back to it.
      if (!target.closest('dialog')) button.current = target.dataset.action ? target : null
    },
    // Whoever leaves is not to be fetched back. The element of a window that was left keeps its focus.
    onBlur: ({ target }: FocusEvent<HTMLElement>) => {
      if (document.activeElement !== target) focused.current = null
    },
  }
}
