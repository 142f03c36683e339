import { act, renderHook, screen, waitFor } from '@testing-library/react'
import { Suspense, type ReactNode } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { describe, expect, it, vi } from 'vitest'
import { partOf, usePart } from '../../src/hooks/usePart.ts'

/** A part whose loading ends when the test says so. */
function slowPart() {
  const ends: { come: (part: string) => void; fail: (error: Error) => void }[] = []
  const bring = vi.fn(() => new Promise<string>((come, fail) => ends.push({ come, fail })))
  return { ends, bring, part: partOf(bring) }
}

describe('a part', () => {
  it('is loaded once for all that want it, and there at once for those who come later', async () => {
    const { ends, bring, part } = slowPart()
    const first = renderHook(() => usePart(part, true))
    const second = renderHook(() => usePart(part, false))
    expect([first.result.current, second.result.current]).toEqual([undefined, undefined])
    act(() => ends[0]?.come('here'))
    await waitFor(() => expect(first.result.current).toBe('here'))
    expect(second.result.current).toBe('here')
    expect(renderHook(() => usePart(part, true)).result.current).toBe('here')
    expect(bring).toHaveBeenCalledOnce()
  })

  it('that cannot be loaded is null, until it is loaded again', async () => {
    const { ends, bring, part } = slowPart()
    const { result } = renderHook(() => usePart(part, true))
    act(() => ends[0]?.fail(new Error('offline')))
    await waitFor(() => expect(result.current).toBeNull())
    act(() => void part.load())
    expect(result.current).toBeUndefined()
    act(() => ends[1]?.come('here'))
    await waitFor(() => expect(result.current).toBe('here'))
    await part.load()
    expect(bring).toHaveBeenCalledTimes(2)
  })
})

it.each([
  [
    'within a boundary',
    '<!--$--><p>here</p><!--/$-->',
    (inside: ReactNode) => <Suspense fallback="waiting">{inside}</Suspense>,
  ],
  ['without one', '<p>here</p>', (inside: ReactNode) => inside],
])('the HTML of a server stays as it is until the part is there, %s', async (_, html, page) => {
  const { ends, part } = slowPart()
  const Shown = () => <p>{usePart(part, true)}</p>
  const container = document.body.appendChild(document.createElement('div'))
  container.innerHTML = html
  const onRecoverableError = vi.fn()
  const root = await act(async () =>
    hydrateRoot(container, page(<Shown />), { onRecoverableError }),
  )
  expect(container.innerHTML).toBe(html)
  const before = screen.getByText('here')
  await act(async () => ends[0]?.come('here'))
  expect(screen.getByText('here')).toBe(before)
  expect(onRecoverableError).not.toHaveBeenCalled()
  act(() => root.unmount())
  container.remove()
})
