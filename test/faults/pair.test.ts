import { afterAll, beforeAll, describe, it } from 'vitest'
import { played, titleOf } from './cells.ts'
import { guard } from './guard.ts'
import { expectOfPair } from './pair.ts'
import { served } from './tcp.ts'

guard()

describe('http and handler over sockets', () => {
  let tcp: Awaited<ReturnType<typeof served>>
  beforeAll(async () => {
    tcp = await served()
  })
  afterAll(() => tcp.close())

  it.each(played('pair').map((cell) => [titleOf(cell), cell] as const))('%s', async (_, cell) => {
    await expectOfPair(tcp, cell)
  })
})
