import { getEventListeners } from 'node:events'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { failure, read, setUp, write } from './requestSetUp.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const never = () => new Promise<Response>(() => {})

/** As fetch does: rejects when its signal is aborted. */
const heeding = ({ signal }: Request) =>
  new Promise<Response>((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(new DOMException('aborted', 'AbortError')))
  })

/** One byte a second, without end, whether anybody listens or not. */
const dripping = () => {
  let timer: ReturnType<typeof setInterval>
  return new Response(
    new ReadableStream({
      start(controller) {
        timer = setInterval(() => controller.enqueue(new TextEncoder().encode(' ')), 1000)
      },
      cancel: () => clearInterval(timer),
    }),
  )
}

describe('the time that a request may take', () => {
  it.each([
    ['no answer comes', never],
    ['no answer comes and the signal is heeded', heeding],
    ['the answer drips', dripping],
  ])('ends after 15 seconds where %s', async (_what, answer) => {
    const { request, calls } = setUp(answer)
    let ended = false
    const error = failure(request(write)).finally(() => (ended = true))
    await vi.advanceTimersByTimeAsync(14_999)
    expect(ended).toBe(false)
    await vi.advanceTimersByTimeAsync(1)
    expect(await error).toMatchObject({ code: 'timeout', outcome: 'unknown' })
    expect(calls[0]?.[1]?.signal?.aborted).toBe(true)
  })

  it('can be set', async () => {
    const { request } = setUp(never, { timeout: 50 })
    const error = failure(request(read))
    await vi.advanceTimersByTimeAsync(50)
    expect((await error).message).toContain('50 ms')
  })

  it('leaves no timer behind, however it ends', async () => {
    await setUp().request(read)
    await failure(setUp(() => Promise.reject(new TypeError('fetch failed'))).request(read))
    expect(vi.getTimerCount()).toBe(0)
  })
})

describe('the caller who aborts', () => {
  const reason = { why: 'the page is left' }
  const rejection = (call: Promise<unknown>) => call.catch((error: unknown) => error)

  it('gets the reason, and nothing is asked, where it was before', async () => {
    const headers = vi.fn(() => ({}))
    const { request, calls } = setUp(undefined, { headers })
    const signal = AbortSignal.abort(reason)
    expect(await rejection(request({ ...write, signal }))).toBe(reason)
    expect(calls).toEqual([])
    expect(headers).not.toHaveBeenCalled()
  })

  it.each([
    ['never come', () => new Promise<Record<string, string>>(() => {})],
    ['come all the same', async () => ({})],
    ['fail of it', () => Promise.reject(new Error('token request aborted'))],
  ])('gets the reason, and nothing is asked, where the headers %s', async (_what, headers) => {
    const controller = new AbortController()
    const { request, calls } = setUp(undefined, { headers })
    const ended = rejection(request({ ...write, signal: controller.signal }))
    controller.abort(reason)
    expect(await ended).toBe(reason)
    expect(calls).toEqual([])
  })

  it.each([
    ['no answer came yet', never],
    ['fetch rejects of it', heeding],
    ['the answer is being read', dripping],
  ])('gets the reason where %s', async (_what, answer) => {
    const controller = new AbortController()
    const { request, calls } = setUp(answer)
    const ended = rejection(request({ ...write, signal: controller.signal }))
    await vi.advanceTimersByTimeAsync(2000)
    controller.abort(reason)
    expect(await ended).toBe(reason)
    expect(calls[0]?.[1]?.signal?.aborted).toBe(true)
  })

  it('gets the reason at whatever moment it comes', async () => {
    for (let moment = 0; moment < 12; moment++) {
      const controller = new AbortController()
      const { request } = setUp(never, { headers: async () => ({}) })
      const ended = rejection(request({ ...write, signal: controller.signal }))
      for (let turn = 0; turn < moment; turn++) await Promise.resolve()
      controller.abort(reason)
      expect(await ended).toBe(reason)
    }
  })

  it('is no longer listened to after the answer', async () => {
    const { signal } = new AbortController()
    await setUp().request({ ...read, signal })
    expect(getEventListeners(signal, 'abort')).toEqual([])
  })
})
