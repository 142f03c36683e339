import { act, waitFor } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { usePendingInvites } from '../../src/hooks/usePendingInvites.ts'
import { inviteKeys } from '../../src/inviteKeys.ts'
import { memory } from '../../src/transports/index.ts'
import { many } from '../components/people.ts'
import { renderHookWith } from '../render.tsx'

afterEach(() => vi.unstubAllGlobals())

describe('what others have changed', () => {
  it('is told of one provider: the rows of the next one are no news', async () => {
    const [one, other] = [3, 2].map((count) =>
      memory({ key: `of ${count}`, seed: many(count) }),
    ) as [ReturnType<typeof memory>, ReturnType<typeof memory>]
    let transport = one
    const onOthersChange = vi.fn()
    const { result, rerender, client } = renderHookWith(() =>
      usePendingInvites(transport, { onOthersChange }),
    )
    await waitFor(() => expect(result.current.rows).toHaveLength(3))
    // A press brings what notices.
    const [first] = result.current.rows
    await act(async () => first && (await result.current.resend?.(first.invite)))
    transport = other
    rerender()
    await waitFor(() => expect(result.current.rows).toHaveLength(2))
    const [row] = result.current.rows
    await other.revoke({ id: row?.invite.id ?? '' })
    await act(() => client.invalidateQueries({ queryKey: inviteKeys.lists(other) }))
    await waitFor(() => expect(result.current.rows).toHaveLength(1))
    await waitFor(() => expect(onOthersChange).toHaveBeenCalled())
    expect(onOthersChange.mock.calls).toEqual([[{ gone: 1, added: 0 }]])
  })

  it('is not what a search leaves out, though what notices comes while that is read', async () => {
    const frames: FrameRequestCallback[] = []
    vi.stubGlobal('requestAnimationFrame', (frame: FrameRequestCallback) => frames.push(frame))
    const { list, ...inner } = memory({ seed: many(3) })
    let answer: () => void = () => undefined
    const waits = new Promise<void>((resolve) => (answer = resolve))
    const slow = vi.fn<typeof list>(async (input, options) => {
      if (input.search) await waits
      return list(input, options)
    })
    const onOthersChange = vi.fn()
    const transport = { ...inner, list: slow }
    const { result } = renderHookWith(() => usePendingInvites(transport, { onOthersChange }))
    await waitFor(() => expect(result.current.rows).toHaveLength(3))
    act(() => result.current.setView({ search: 'p1@' }))
    await waitFor(() => expect(slow).toHaveBeenCalledTimes(2))
    await act(async () => {
      for (const frame of frames) frame(0)
      await new Promise((resolve) => setTimeout(resolve))
      await import('../../src/writesLater.ts')
    })
    await act(async () => answer())
    await waitFor(() => expect(result.current.rows).toHaveLength(1))
    expect(onOthersChange).not.toHaveBeenCalled()
  })
})
