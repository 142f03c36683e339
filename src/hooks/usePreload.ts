'use client'
import { useEffect } from 'react'

/** Loads a part after the first paint, so that a press finds it there. One that fails is loaded with the press. */
export function usePreload(load: () => Promise<unknown>): void {
  useEffect(() => {
    load().catch(() => undefined)
  }, [load])
}
