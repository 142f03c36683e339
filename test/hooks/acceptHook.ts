import { act, waitFor } from '@testing-library/react'
import { expect } from 'vitest'
import { useAcceptInvite, type AcceptInviteOptions } from '../../src/hooks/useAcceptInvite.ts'
import type { InviteTransport } from '../../src/transport.ts'
import type { MemoryOptions } from '../../src/transports/index.ts'
import { link, recorded } from '../acceptSetUp.ts'
import { renderHookWith } from '../render.tsx'

/** The hook on a page, and a press as soon as it is ready for one. */
export function open(transport: InviteTransport<'accept'>, options: AcceptInviteOptions = {}) {
  const page = renderHookWith(() => useAcceptInvite(transport, link, options))
  const now = () => page.result.current
  const press = async (answer: 'accept' | 'decline' = 'accept') => {
    await expectStatus({ now }, 'ready')
    const state = now()
    act(() => {
      if ('accept' in state) state[answer]?.()
    })
  }
  return { ...page, now, press }
}

/** The same over a provider whose calls are on record. */
export function opened(options: MemoryOptions = {}, hook: AcceptInviteOptions = {}) {
  const provider = recorded(options)
  return { ...provider, ...open(provider.transport, hook) }
}

type Page = Pick<ReturnType<typeof open>, 'now'>

export const expectStatus = ({ now }: Page, status: string) =>
  waitFor(() => expect(now().status).toBe(status))

export const writes = (calls: string[]) => calls.filter((call) => call !== 'lookup')
