import { expect } from 'vitest'
import { isWrite } from '../../src/isWrite.js'
import type { CreateOutcome } from '../../src/transport.js'
import type { Cell } from './cells.ts'
import { leaks, wordsOf, type Played } from './play.ts'
import { elsewhere } from './wire.ts'

/** What is said of a write in the end: of each person where there are several. */
export function saidOf({ operation }: Cell, { end }: Played): string[] {
  if ('error' in end) return [end.error.outcome ?? 'nothing']
  if (operation !== 'createMany') return ['sent']
  return (end.value as CreateOutcome[]).map((one) =>
    one.status === 'sent' ? 'sent' : (one.error.outcome ?? 'nothing'),
  )
}

/** What holds whatever the fault was: nothing is said that is not so, nothing is done twice, nothing gets out. */
export function expectTrue(cell: Cell, run: Played, good: Played): void {
  const { operation } = cell
  expect(leaks(wordsOf(run.end))).toEqual([])
  expect(run.requests.filter(({ url }) => new URL(url).origin === elsewhere)).toEqual([])
  expect(run.outbox.length).toBeLessThanOrEqual(good.outbox.length)
  if (!isWrite(operation)) {
    if ('error' in run.end) expect(run.end.error.outcome).toBeUndefined()
    expect(run.after).toBe(run.before)
    return
  }
  const said = new Set(saidOf(cell, run))
  for (const one of said) expect(one).toMatch(/^(sent|not_sent|unknown)$/)
  if (said.size > 1) return
  if (said.has('not_sent')) expect(run.after).toBe(run.before)
  // Where one replaces the other the new one counts: the old one is withdrawn if it can be.
  if (said.has('sent') && operation === 'resend') expect(run.outbox).toEqual(good.outbox)
  else if (said.has('sent')) expect(run.after).toBe(good.after)
}
