import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { inTurn } from '../../src/hooks/inTurn.ts'
import { webLocks } from '../webLocks.ts'

const note = 'invite-kit:answer world'
const run = vi.fn((waited: boolean) => Promise.resolve(waited))
const turn = () => inTurn('answer world', run)

let unlock: () => void = () => undefined
beforeEach(() => run.mockClear())
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
  unlock()
  localStorage.clear()
})

describe('with Web Locks', () => {
  it('one tab runs after the other, and knows that it had to wait', async () => {
    unlock = webLocks()
    const order: string[] = []
    let done = () => undefined as void
    const first = inTurn('answer world', async (waited) => {
      order.push(`first ${waited}`)
      await new Promise<void>((resolve) => (done = resolve))
      order.push('first is done')
    })
    await vi.waitFor(() => expect(order).toEqual(['first false']))
    const second = inTurn('answer world', async (waited) => order.push(`second ${waited}`))
    await Promise.resolve()
    done()
    await Promise.all([first, second])
    expect(order).toEqual(['first false', 'first is done', 'second true'])
    expect(localStorage).toHaveLength(0)
  })
})

describe('without them', () => {
  it('runs at once and leaves no note behind, also where it fails', async () => {
    expect(await turn()).toBe(false)
    run.mockRejectedValueOnce(new Error('x'))
    await expect(turn()).rejects.toThrow('x')
    expect(localStorage).toHaveLength(0)
  })

  it('waits until another tab has taken its note away', async () => {
    localStorage.setItem(note, String(Date.now()))
    const ours = turn()
    await Promise.resolve()
    dispatchEvent(new StorageEvent('storage', { key: 'another' }))
    expect(run).not.toHaveBeenCalled()
    dispatchEvent(new StorageEvent('storage', { key: note }))
    expect(await ours).toBe(true)
  })

  it('waits no longer than any answer takes, for a tab that is gone', async () => {
    vi.useFakeTimers({ now: 1_000_000 })
    localStorage.setItem(note, String(Date.now() - 15_000))
    const ours = turn()
    await vi.advanceTimersByTimeAsync(4999)
    expect(run).not.toHaveBeenCalled()
    await vi.advanceTimersByTimeAsync(1)
    expect(await ours).toBe(true)
  })

  it.each(['1', 'nonsense'])('takes no heed of an old or odd note: %s', async (odd) => {
    localStorage.setItem(note, odd)
    expect(await turn()).toBe(false)
  })

  it('runs where there is no storage either', async () => {
    vi.stubGlobal('localStorage', undefined)
    expect(await turn()).toBe(false)
    vi.unstubAllGlobals()
  })
})
