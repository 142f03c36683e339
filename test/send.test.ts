import { describe, expect, it, vi } from 'vitest'
import { InviteError, type InviteErrorCode } from '../src/error.js'
import type { CreateInviteInput, SentInvite } from '../src/schema.js'
import { sendInvites } from '../src/send.js'
import type { InviteOperations } from '../src/transport.js'

const people = (count: number): CreateInviteInput[] =>
  Array.from({ length: count }, (_, index) => ({ email: `p${index}@example.com` }))

/** A transport whose create is refused for the addresses named. */
function refusing(refusals: Record<string, InviteErrorCode> = {}) {
  const create = vi.fn<InviteOperations['create']>(({ email }) => {
    const code = refusals[email]
    if (code) return Promise.reject(new InviteError(code, { outcome: 'not_sent' }))
    return Promise.resolve<SentInvite>({ email, delivery: 'mailed' })
  })
  return { key: 'test', create }
}

describe('sendInvites', () => {
  it('gives one outcome for each recipient, in their order', async () => {
    const inputs = people(5)
    const outcomes = await sendInvites(refusing({ 'p2@example.com': 'already_member' }), inputs)
    expect(outcomes.map(({ input }) => input)).toEqual(inputs)
    expect(outcomes.map(({ status }) => status)).toEqual(['sent', 'sent', 'failed', 'sent', 'sent'])
  })

  it('asks for the invite itself only where there is one recipient', async () => {
    const transport = refusing()
    await sendInvites(transport, people(1))
    await sendInvites(transport, people(2))
    expect(transport.create.mock.calls.map(([, options]) => options?.identify)).toEqual([
      true,
      false,
      false,
    ])
  })

  it.each([
    'unauthenticated',
    'limit_reached',
    'rate_limited',
    'offline',
    'config',
    'unsupported',
  ] as const)('does not try the rest after %s, and says that they were not sent', async (code) => {
    const transport = refusing({ 'p1@example.com': code })
    const outcomes = await sendInvites(transport, people(4))
    expect(transport.create).toHaveBeenCalledTimes(2)
    expect(outcomes.slice(2)).toMatchObject([
      { status: 'failed', error: { code, outcome: 'not_sent' } },
      { status: 'failed', error: { code, outcome: 'not_sent' } },
    ])
  })

  it('sends nothing twice after a lost answer', async () => {
    const create = vi.fn<InviteOperations['create']>(() =>
      Promise.reject(new InviteError('network', { outcome: 'unknown' })),
    )
    const outcomes = await sendInvites({ key: 'test', create }, people(1))
    expect(create).toHaveBeenCalledTimes(1)
    expect(outcomes).toMatchObject([
      { status: 'failed', error: { code: 'network', outcome: 'unknown' } },
    ])
  })

  it('takes anything that was thrown for an unknown outcome', async () => {
    const create = () => Promise.reject(new TypeError('a fault of the transport'))
    const [outcome] = await sendInvites({ key: 'test', create }, people(1))
    expect(outcome).toMatchObject({
      status: 'failed',
      error: { code: 'unknown', outcome: 'unknown' },
    })
  })

  it('splits what goes to createMany into batches, and leaves a single recipient to create', async () => {
    const createMany = vi.fn<InviteOperations['createMany']>((inputs) =>
      Promise.resolve(
        inputs.map(({ email }) => ({ status: 'sent', sent: { email, delivery: 'mailed' } })),
      ),
    )
    const transport = { ...refusing(), createMany, maxBatch: 100 }
    const outcomes = await sendInvites(transport, people(250))
    expect(createMany.mock.calls.map(([inputs]) => inputs.length)).toEqual([100, 100, 50])
    expect(outcomes.map(({ input }) => input.email)).toEqual(people(250).map(({ email }) => email))
    await sendInvites(transport, people(1))
    expect(createMany).toHaveBeenCalledTimes(3)
    expect(transport.create).toHaveBeenCalledTimes(1)
  })

  it('holds a createMany that answers too few outcomes to be of unknown outcome', async () => {
    const transport = { ...refusing(), createMany: () => Promise.resolve([]), maxBatch: 10 }
    expect(await sendInvites(transport, people(2))).toMatchObject([
      { status: 'failed', error: { code: 'invalid_response', outcome: 'unknown' } },
      { status: 'failed', error: { code: 'invalid_response', outcome: 'unknown' } },
    ])
  })

  it('accounts for everybody when it is stopped: in flight unknown, the rest not sent', async () => {
    const controller = new AbortController()
    const create = vi.fn<InviteOperations['create']>(({ email }, { signal } = {}) => {
      if (email === 'p0@example.com') return Promise.resolve({ email, delivery: 'mailed' })
      controller.abort()
      return Promise.reject(signal?.reason as Error)
    })
    const outcomes = await sendInvites({ key: 'test', create }, people(4), {
      signal: controller.signal,
    })
    expect(create).toHaveBeenCalledTimes(2)
    expect(
      outcomes.map((outcome) => (outcome.status === 'failed' ? outcome.error.outcome : 'sent')),
    ).toEqual(['sent', 'unknown', 'not_sent', 'not_sent'])
  })

  it('tells each outcome as soon as it is known', async () => {
    const told: number[] = []
    await sendInvites(refusing(), people(3), { onOutcome: (_, index) => told.push(index) })
    expect(told).toEqual([0, 1, 2])
  })
})
