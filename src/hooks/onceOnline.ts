'use client'
import { onlineManager } from '@tanstack/react-query'

/** Runs something once, as soon as the browser is online again. @returns how to take that back */
export function onceOnline(run: () => unknown): () => void {
  const leave = onlineManager.subscribe((online) => {
    if (!online) return
    leave()
    run()
  })
  return leave
}
