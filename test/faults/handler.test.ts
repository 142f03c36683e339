import { afterEach, beforeEach, describe, it, vi } from 'vitest'
import { played, titleOf } from './cells.ts'
import { guard } from './guard.ts'
import { expectOfHandler } from './handler.ts'

guard()
const faked = ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date'] as const
beforeEach(() => void vi.useFakeTimers({ toFake: [...faked] }))
afterEach(() => void vi.useRealTimers())

describe('the handler', () => {
  it.each(played('handler').map((cell) => [titleOf(cell), cell] as const))(
    '%s',
    async (_, cell) => {
      await expectOfHandler(cell)
    },
  )
})
