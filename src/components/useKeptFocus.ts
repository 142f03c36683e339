'use client'
import { useCallback, useEffect, useRef, type RefObject } from 'react'
import { useLayout } from './useLayout.js'

/**
 * Keeps the focus in a region: when the focused element goes away (its row was revoked, or vanished on a refetch),
 * the focus moves to the element that was named as its heir, else to the region itself, never to `<body>`.
 * @returns a function that names the heir
 */
export function useKeptFocus(
  region: RefObject<HTMLElement | null>,
): (heir: HTMLElement | null) => void {
  const focused = useRef<Element | null>(null)
  const heir = useRef<HTMLElement | null>(null)

  useEffect(() => {
    const element = region.current
    const enter = (event: FocusEvent) => {
      focused.current = event.target as Element
    }
    // Whoever leaves, by key or by pointer, is not to be fetched back.
    const leave = (event: Event) => {
      const to = event instanceof FocusEvent ? event.relatedTarget : event.target
      if (to instanceof Node && !element?.contains(to)) focused.current = null
    }
    element?.addEventListener('focusin', enter)
    element?.addEventListener('focusout', leave)
    document.addEventListener('pointerdown', leave)
    return () => {
      element?.removeEventListener('focusin', enter)
      element?.removeEventListener('focusout', leave)
      document.removeEventListener('pointerdown', leave)
    }
  }, [region])

  useLayout(() => {
    const lost = focused.current && !focused.current.isConnected
    if (!lost || document.activeElement !== document.body) return
    const next = heir.current?.isConnected ? heir.current : region.current
    heir.current = null
    next?.focus()
  })

  return useCallback((element) => {
    heir.current = element
  }, [])
}
