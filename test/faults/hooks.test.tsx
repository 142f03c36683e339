import { afterEach, beforeEach, describe, it, vi } from 'vitest'
import { played, titleOf } from './cells.ts'
import { guard } from './guard.ts'
import { hookDrivers } from './hookDrivers.tsx'
import { fakeClock } from './page.ts'
import { expectOfScreen } from './screens.ts'

guard()
vi.setConfig({ testTimeout: 30_000 })
beforeEach(fakeClock)
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

describe('hooks', () => {
  it.each(played('hooks').map((cell) => [titleOf(cell), cell] as const))('%s', async (_, cell) => {
    await expectOfScreen(cell, hookDrivers)
  })
})
