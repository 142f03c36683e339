'use client'
import { useCallback, useRef } from 'react'
import { useLayout } from './useLayout.js'

/** A function of one identity that always calls the newest one: memoised rows do not render anew for it. */
export function useLatest<A extends unknown[]>(
  callback: (...args: A) => void,
): (...args: A) => void {
  const latest = useRef(callback)
  useLayout(() => {
    latest.current = callback
  })
  return useCallback((...args: A) => latest.current(...args), [])
}
