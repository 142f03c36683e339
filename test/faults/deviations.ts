import type { InviteErrorCode } from '../../src/error.js'
import type { Cell } from './cells.ts'
import { wire } from './wire.ts'

/** Where a provider's facts read an answer otherwise than its status: fault, subject, operation, what it may be too. */
const deviations: readonly [RegExp, InviteErrorCode][] = [
  // What is missing is a 400 there: a 404 says that there is no such route.
  [/^F21 better-auth/, 'config'],
  // Nobody is signed in: it was meant for the password.
  [/^F(18|19|20) enhance accept/, 'invalid_input'],
]

/** The codes that a fault may come out as. */
export function allowed({ fault, subject, operation }: Cell): readonly InviteErrorCode[] {
  const name = `${fault.id} ${subject} ${operation}`
  const codes = wire[fault.id]?.codes ?? ['unauthenticated']
  return [...codes, ...deviations.flatMap(([at, code]) => (at.test(name) ? code : []))]
}

/** How many rows are told at least. A ledger asks for each, and of one the answer says that it is gone. */
export function rowsLeft({ fault, subject }: Cell, rows: number): number {
  return fault.id === 'F21' && subject.startsWith('ledger') ? 0 : rows
}

/** How often the session may be renewed in vain. A ledger first asks for the row, and goes on without an answer. */
export function mayAsk({ subject, operation }: Cell): number {
  return subject.startsWith('ledger') && operation === 'resend' ? 2 : 1
}
