import { act, waitFor } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import { InviteError } from '../../src/error.ts'
import { useAcceptInvite } from '../../src/hooks/useAcceptInvite.ts'
import { inviteLink } from '../../src/input/token.ts'
import { ada, world } from '../acceptSetUp.ts'
import { renderHookWith } from '../render.tsx'
import { expectStatus, open, opened, writes } from './acceptHook.ts'

const lost = () => new InviteError('timeout', { outcome: 'unknown' })

describe('one read to show, one write to accept', () => {
  it('in StrictMode, with renders in between', async () => {
    const page = opened()
    await expectStatus(page, 'ready')
    page.rerender()
    expect(writes(page.calls)).toEqual([])
    await page.press()
    await expectStatus(page, 'accepted')
    expect(writes(page.calls)).toEqual(['accept'])
  })

  it('where two pages of one link are pressed', async () => {
    const page = opened({ latency: 5 })
    const other = open(page.transport)
    await expectStatus(page, 'ready')
    await expectStatus(other, 'ready')
    await page.press()
    expect(other.now().status).toBe('accepting')
    expect(other.now()).not.toHaveProperty('accept')
    await expectStatus(other, 'accepted')
    expect(writes(page.calls)).toEqual(['accept'])
  })

  it('where the page is left and opened again in the middle, and is told to the new one', async () => {
    const page = opened({ latency: 5 })
    const onAccepted = vi.fn()
    await page.press()
    page.unmount()
    await Promise.resolve()
    const again = open(page.transport, { onAccepted })
    expect(again.now().status).toBe('accepting')
    await expectStatus(again, 'accepted')
    expect(writes(page.calls)).toEqual(['accept'])
    expect(onAccepted).toHaveBeenCalledOnce()
  })

  it('but two links are two invites', async () => {
    const transport = world()
    await open(transport).press()
    const other = renderHookWith(() => useAcceptInvite(transport, inviteLink({ token: 'else' })))
    await waitFor(() => expect(other.result.current.status).toBe('not_found'))
  })
})

describe('an answer that is lost', () => {
  it('after it was accepted is found by reading, and not repeated', async () => {
    const onAccepted = vi.fn()
    const page = opened({}, { onAccepted })
    page.wire.lost = lost()
    await page.press()
    await expectStatus(page, 'accepted')
    expect(page.calls.slice(-2)).toEqual(['accept', 'lookup'])
    expect(writes(page.calls)).toEqual(['accept'])
    expect(onAccepted).toHaveBeenCalledOnce()
  })

  it('after it was declined too', async () => {
    const page = opened()
    page.wire.lost = lost()
    await page.press('decline')
    await expectStatus(page, 'declined')
    expect(writes(page.calls)).toEqual(['decline'])
  })

  it('before it was accepted leaves the question, and the next press reads first', async () => {
    let fault: 'timeout' | undefined = 'timeout'
    const page = opened({ faults: { accept: () => fault } })
    await page.press()
    await waitFor(() =>
      expect(page.now()).toMatchObject({ status: 'ready', error: { outcome: 'unknown' } }),
    )
    fault = undefined
    await page.press()
    await expectStatus(page, 'accepted')
    expect(page.calls.slice(-4)).toEqual(['accept', 'lookup', 'lookup', 'accept'])
  })

  it('is not repeated while the invite cannot be read', async () => {
    let fault: 'network' | undefined
    const page = opened({ faults: { lookup: () => fault } })
    await expectStatus(page, 'ready')
    page.wire.lost = lost()
    fault = 'network'
    await page.press()
    await waitFor(() => expect(page.now()).toHaveProperty('error.code', 'timeout'))
    await page.press()
    await waitFor(() => expect(page.now()).toHaveProperty('error.code', 'network'))
    expect(page.now()).toHaveProperty('error.outcome', 'unknown')
    expect(writes(page.calls)).toEqual(['accept'])
    fault = undefined
    await page.press()
    await expectStatus(page, 'accepted')
    expect(writes(page.calls)).toEqual(['accept'])
  })

  it('of an invite that nobody knows afterwards is said to be doubtful', async () => {
    let fault: 'not_found' | undefined
    const page = opened({ faults: { lookup: () => fault } })
    await expectStatus(page, 'ready')
    page.wire.lost = lost()
    fault = 'not_found'
    await page.press()
    await expectStatus(page, 'not_found')
    expect(page.now()).toHaveProperty('error.outcome', 'unknown')
  })

  it('stays doubtful when the page is left and opened again', async () => {
    let fault: 'timeout' | undefined = 'timeout'
    const page = opened({ faults: { accept: () => fault } })
    await page.press()
    await waitFor(() => expect(page.now()).toHaveProperty('error.code', 'timeout'))
    page.unmount()
    fault = undefined
    page.calls.length = 0
    const again = open(page.transport)
    await again.press()
    await expectStatus(again, 'accepted')
    expect(page.calls.at(-2)).toBe('lookup')
  })
})

describe('what has been accepted before', () => {
  it('by the viewer is theirs, by somebody it is not', async () => {
    const seed = [{ ...ada, status: 'accepted' as const }]
    const mine = opened({ seed }, { viewer: { email: 'ada@example.com' } })
    await expectStatus(mine, 'already_accepted')
    expect(mine.now()).toHaveProperty('mine', true)
    const anyone = opened({ seed }, { viewer: null })
    await expectStatus(anyone, 'already_accepted')
    expect(anyone.now()).toHaveProperty('mine', false)
  })

  it('by a press here is theirs when the page comes back', async () => {
    const page = opened()
    await page.press()
    await expectStatus(page, 'accepted')
    page.unmount()
    await Promise.resolve()
    const again = open(page.transport)
    await expectStatus(again, 'already_accepted')
    expect(again.now()).toHaveProperty('mine', true)
  })

  it('and comes out of the back/forward cache is read anew', async () => {
    const page = opened()
    await page.press()
    await expectStatus(page, 'accepted')
    page.calls.length = 0
    act(() => {
      dispatchEvent(Object.assign(new Event('pageshow'), { persisted: true }))
    })
    await expectStatus(page, 'already_accepted')
    expect(page.calls).toEqual(['lookup'])
  })
})

describe('its time', () => {
  it('is judged by the server: a clock here that is a year ahead forbids nothing', async () => {
    const page = opened({
      seed: [{ ...ada, expiresAt: '2026-03-02T00:00:00.000Z' }],
      now: () => new Date('2026-03-01T12:00:00.000Z'),
    })
    await page.press()
    await expectStatus(page, 'accepted')
  })

  it('that ends while the page is open ends it', async () => {
    let now = new Date('2026-03-01T12:00:00.000Z')
    const seed = [{ ...ada, expiresAt: '2026-03-02T00:00:00.000Z' }]
    const page = opened({ seed, now: () => now })
    await expectStatus(page, 'ready')
    now = new Date('2026-03-03T00:00:00.000Z')
    await page.press()
    await expectStatus(page, 'expired')
  })
})

it('nobody is led to an address that runs as a script', async () => {
  const onContinue = vi.fn()
  const url = 'javascript:alert(1)'
  const page = open(
    { ...world(), accept: async () => ({ status: 'continue', url }) },
    { onContinue },
  )
  await page.press()
  await waitFor(() => expect(page.now()).toHaveProperty('error.code', 'invalid_response'))
  expect(onContinue).not.toHaveBeenCalled()
})
