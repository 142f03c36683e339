'use client'
import { useLayoutEffect, useRef, type RefObject } from 'react'

/**
 * For a part of the form that goes away by what was pressed in it: if it has the focus by then, the button that sends
 * gets it.
 */
export function useHandOver<T extends HTMLElement>(): RefObject<T | null> {
  const region = useRef<T>(null)
  // A layout effect: the part is then still in the document.
  useLayoutEffect(() => {
    const element = region.current
    return () => {
      if (element?.contains(document.activeElement))
        element.closest('form')?.querySelector<HTMLElement>('.ik-form-actions button')?.focus()
    }
  }, [])
  return region
}
