'use client'
import { useEffect, useRef, type RefObject } from 'react'
import type { RowPress } from './InviteRow.js'
import { useLayout } from './useLayout.js'

/**
 * Keeps the focus in a table: when the focused element goes away (its row was revoked, or vanished on a refetch), the
 * focus moves to the same button of the row that has come to its place, else of the last row (to its first where it
 * has not that one), else to the region itself, never to `<body>`.
 * @param press the last one: its button need not have been given the focus, nor been seen to get it
 */
export function useRowFocus(
  region: RefObject<HTMLElement | null>,
  press: RowPress | undefined,
): void {
  const focused = useRef<HTMLElement | null>(null)
  /** The button of a row that had the focus last, outside of dialogs. */
  const button = useRef<HTMLElement | null>(null)
  const rows = useRef<Element[]>([])

  useEffect(() => {
    const element = region.current
    const enter = (target: EventTarget | null) => {
      if (!(target instanceof HTMLElement) || !element?.contains(target)) return
      focused.current = target
      // A menu and a dialog are opened by a row, and give the focus back to it.
      if (!target.closest('dialog, [role=menu]'))
        button.current = target.dataset.action ? target : null
    }
    const onFocus = ({ target }: FocusEvent) => enter(target)
    // Whoever leaves, by key or by pointer, is not to be fetched back.
    const leave = (to: EventTarget | null) => {
      if (to instanceof Node && !element?.contains(to)) focused.current = null
    }
    const onBlur = ({ relatedTarget }: FocusEvent) => leave(relatedTarget)
    const onPointer = ({ target }: Event) => leave(target)
    // The focus may have come before this part was loaded.
    enter(document.activeElement)
    element?.addEventListener('focusin', onFocus)
    element?.addEventListener('focusout', onBlur)
    document.addEventListener('pointerdown', onPointer)
    return () => {
      element?.removeEventListener('focusin', onFocus)
      element?.removeEventListener('focusout', onBlur)
      document.removeEventListener('pointerdown', onPointer)
    }
  }, [region])

  useLayout(() => {
    if (press) button.current = press.button
  }, [press])

  useLayout(() => {
    const before = rows.current
    const after = [...(region.current?.querySelectorAll('.ik-row') ?? [])]
    rows.current = after
    if (!focused.current || focused.current.isConnected || document.activeElement !== document.body)
      return
    const row = button.current?.closest('.ik-row')
    const heir = row && (after[before.indexOf(row)] ?? after.at(-1))
    const find = (action: string) => heir?.querySelector<HTMLElement>(`[data-action${action}]`)
    const next = find(`="${button.current?.dataset.action}"`) ?? find('') ?? region.current
    next?.focus()
  })
}
