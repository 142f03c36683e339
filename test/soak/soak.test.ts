import { expect, it } from 'vitest'
import { guard } from '../faults/guard.ts'
import { soak } from './soak.ts'

guard()

it('through two hundred sends with faults everybody is invited once, and what is said is so', async () => {
  const figures = await soak(200)
  expect(figures.broken).toEqual([])
  expect(figures).toMatchObject({ sends: 200, resends: 50, revokes: 200 })
  expect(figures.faults).toBeGreaterThan(20)
}, 60_000)
