import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { claims } from './claims.ts'
import { conformance } from './conformance.ts'
import { refusal, setUp } from './memorySetUp.ts'

conformance({
  name: 'memory',
  http: false,
  claims: claims.memory,
  world() {
    const { transport } = setUp({ viewer: { email: 'ana@acme.test' } })
    return {
      transport: () => transport,
      inputs: {
        create: { email: 'bo@acme.test', role: 'member', name: 'Bo' },
        createMany: [{ email: 'cy@acme.test' }, { email: 'di@acme.test' }],
        list: {},
        resend: { id: 'i1' },
        update: { id: 'i1', role: 'admin' },
        revoke: { id: 'i1' },
        lookup: { token: 't1' },
        accept: { token: 't1' },
        decline: { token: 't1' },
        viewer: {},
      },
    }
  },
})

describe('memory, on demand', () => {
  it('fails one operation before anything happens, and no other', async () => {
    const { transport, mails, kept } = setUp({ faults: { create: 'limit_reached' } })
    expect(await refusal(transport.create({ email: 'bo@acme.test' }))).toBe(
      'limit_reached not_sent',
    )
    expect([mails, kept]).toEqual([[], []])
    expect(await refusal(transport.revoke({ id: 'i1' }))).toBe('no error')
  })

  it.each([
    ['revoke', 'forbidden', 'not_sent'],
    ['revoke', 'offline', 'not_sent'],
    ['revoke', 'timeout', 'unknown'],
    ['revoke', 'network', 'unknown'],
    ['revoke', 'unavailable', 'unknown'],
    ['list', 'network', undefined],
  ] as const)('%s failing with %s leaves outcome %s', async (operation, code, outcome) => {
    const { transport } = setUp({ faults: { [operation]: code } })
    const call: Promise<unknown> = transport[operation]({ id: 'i1' })
    expect(await refusal(call)).toBe([code, outcome].join(' ').trim())
  })

  it('lets a fault depend on the input', async () => {
    const { transport } = setUp({
      faults: { revoke: (input) => (input === bad ? 'forbidden' : undefined) },
    })
    const bad = { id: 'i1' }
    expect(await refusal(transport.revoke(bad))).toBe('forbidden not_sent')
    expect(await refusal(transport.revoke({ id: 'i1' }))).toBe('no error')
  })

  describe('with latency', () => {
    beforeEach(() => void vi.useFakeTimers())
    afterEach(() => void vi.useRealTimers())

    it('carries a call out after that time', async () => {
      const { transport, kept } = setUp({ latency: 300 })
      const call = transport.revoke({ id: 'i1' })
      await vi.advanceTimersByTimeAsync(299)
      expect(kept).toEqual([])
      await vi.advanceTimersByTimeAsync(1)
      await call
      expect(kept).toHaveLength(1)
    })

    it('does nothing once it is aborted, and rejects with the reason', async () => {
      const { transport, kept } = setUp({ latency: 300 })
      const controller = new AbortController()
      const reason = new Error('the page is left')
      const call = transport.revoke({ id: 'i1' }, { signal: controller.signal })
      const ended = call.catch((error: unknown) => error)
      await vi.advanceTimersByTimeAsync(100)
      controller.abort(reason)
      expect(await ended).toBe(reason)
      expect(vi.getTimerCount()).toBe(0)
      expect(kept).toEqual([])
    })
  })
})
