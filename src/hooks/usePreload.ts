'use client'
import { useEffect } from 'react'
import { loadWrites } from '../mutations.js'

/** Loads what writes after the first paint, so that a press finds it there. Where that fails the press loads it. */
export function usePreload(): void {
  useEffect(() => {
    loadWrites().catch(() => undefined)
  }, [])
}
