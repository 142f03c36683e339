// The parts that are loaded later, here at once: how long that takes is no matter of these tests.
import '../src/english/AcceptContent.tsx'
import '../src/english/formLater.ts'
import '../src/english/tableLater.ts'
import '../src/hooks/acceptLater.ts'
import '../src/hooks/formCore.ts'
import '../src/writesLater.ts'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { render, renderHook } from '@testing-library/react'
import { StrictMode, type ReactNode } from 'react'

export function within(client: QueryClient) {
  return function Within({ children }: { children: ReactNode }) {
    return (
      <StrictMode>
        <QueryClientProvider client={client}>{children}</QueryClientProvider>
      </StrictMode>
    )
  }
}

export function renderWith(element: ReactNode, client = new QueryClient()) {
  return { client, ...render(element, { wrapper: within(client) }) }
}

export function renderHookWith<T>(hook: () => T, client = new QueryClient()) {
  return { client, ...renderHook(hook, { wrapper: within(client) }) }
}
