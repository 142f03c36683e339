'use client'
import { useEffect, useRef, type RefObject } from 'react'

/** Keeps `document.title` to the heading of a page, and puts back what was there, unless others changed it since. */
export function useDocumentTitle(page: RefObject<HTMLElement | null>, enabled: boolean): void {
  const ours = useRef<string>(undefined)
  useEffect(() => {
    if (!enabled) return undefined
    const before = document.title
    return () => {
      if (document.title === ours.current) document.title = before
    }
  }, [enabled])
  useEffect(() => {
    const heading = page.current?.querySelector('h1')?.textContent
    if (!enabled || !heading) return
    document.title = heading
    // Spaces are folded in it.
    ours.current = document.title
  })
}
