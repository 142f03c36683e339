import { InviteError } from '../../src/error.js'
import { memory, type MemoryInvite, type MemoryMail } from '../../src/transports/memory.js'

export const start = '2026-11-20T09:00:00.000Z'
export const link = 'https://app.example.com/invite?token='

export const ana: MemoryInvite = {
  id: 'i1',
  token: 't1',
  email: 'ana@acme.test',
  role: 'member',
  status: 'pending',
  createdAt: '2026-11-19T09:00:00.000Z',
  expiresAt: '2026-11-26T09:00:00.000Z',
}

/** One pending invite, a clock that can be moved, and what was mailed and kept. */
export function setUp(options: Parameters<typeof memory>[0] = {}) {
  const clock = { time: start }
  const mails: MemoryMail[] = []
  const kept: MemoryInvite[][] = []
  const transport = memory({
    seed: [ana],
    now: () => new Date(clock.time),
    onMail: (mail) => mails.push(mail),
    onChange: (invites) => kept.push(invites),
    ...options,
  })
  return { transport, clock, mails, kept }
}

/** What is left of a rejection for a decision: code and outcome. */
export const refusal = (call: Promise<unknown>) =>
  call.then(
    () => 'no error',
    (error: unknown) => InviteError.is(error) && [error.code, error.outcome].join(' ').trim(),
  )
