import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { createRoot } from 'react-dom/client'
import '../../../src/styles.css'

/** Renders as an app does, with nothing cached but what its client has, and tells when that began. */
export function mount(scene: ReactNode, client = new QueryClient()): number {
  const element = document.body.appendChild(document.createElement('div'))
  const start = performance.now()
  createRoot(element).render(<QueryClientProvider client={client}>{scene}</QueryClientProvider>)
  return start
}
