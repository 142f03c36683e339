'use client'
import { useLayoutEffect, useRef, type RefObject } from 'react'

/**
 * For a part that goes away by what was pressed in it, or by itself: if it has the focus by then, another element gets
 * it.
 * @param around what both stand in, a selector as `heir` is; without them it is the form, and the button that sends
 */
export function useHandOver<T extends HTMLElement>(
  around = 'form',
  heir = '.ik-form-actions button',
): RefObject<T | null> {
  const region = useRef<T>(null)
  // A layout effect: the part is then still in the document.
  useLayoutEffect(() => {
    const element = region.current
    return () => {
      if (element?.contains(document.activeElement))
        element.closest(around)?.querySelector<HTMLElement>(heir)?.focus()
    }
  }, [around, heir])
  return region
}
