import { afterEach, beforeEach, describe, it, vi } from 'vitest'
import { played, titleOf } from './cells.ts'
import { guard } from './guard.ts'
import { providers } from './providers.ts'
import { expectOfTransport } from './transports.ts'

guard()
const faked = ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date'] as const
beforeEach(() => void vi.useFakeTimers({ toFake: [...faked] }))
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

describe.each(Object.keys(providers))('%s', (subject) => {
  const cells = played('transport').filter((cell) => cell.subject === subject)
  it.each(cells.map((cell) => [titleOf(cell), cell] as const))('%s', async (_, cell) => {
    await expectOfTransport(cell)
  })
})
