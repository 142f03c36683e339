import { describe, expect, it, vi } from 'vitest'
import { sendInvites } from '../src/send.js'
import type { InviteOperations } from '../src/transport.js'
import { brief, byHand, failing, lost, people, refusal } from './sendSetUp.ts'

const sent = (email: string) => ({ email, delivery: 'mailed' as const })

describe('sendInvites', () => {
  it('gives one outcome for each recipient, in their order', async () => {
    const inputs = people(5)
    const transport = failing({ 'p2@example.com': [refusal('already_member')] })
    const outcomes = await sendInvites(transport, inputs)
    expect(outcomes.map(({ input }) => input)).toEqual(inputs)
    expect(brief(outcomes)).toEqual(['sent', 'sent', 'already_member not_sent', 'sent', 'sent'])
  })

  it('has nothing to do for nobody', async () => {
    expect(await sendInvites(failing(), [])).toEqual([])
  })

  it('asks for the invite itself only where there is one recipient', async () => {
    const transport = failing()
    await sendInvites(transport, people(1))
    await sendInvites(transport, people(2))
    expect(transport.create.mock.calls.map(([, options]) => options?.identify)).toEqual([
      true,
      false,
      false,
    ])
  })

  it.each([
    [undefined, 4],
    [2, 2],
    [0, 1],
  ])(
    'has with a concurrency of %s %i calls under way, and starts one when one is done',
    async (concurrency, expected) => {
      const answers = people(6).map(() => byHand<void>())
      const create = vi.fn<InviteOperations['create']>(async ({ email }) => {
        await answers[Number(email[1])]?.promise
        return sent(email)
      })
      const sending = sendInvites({ key: 'test', create }, people(6), { concurrency })
      expect(create).toHaveBeenCalledTimes(expected)
      answers[expected - 1]?.resolve()
      await vi.waitFor(() => expect(create).toHaveBeenCalledTimes(expected + 1))
      for (const { resolve } of answers) resolve()
      expect(brief(await sending)).toEqual(people(6).map(() => 'sent'))
    },
  )

  it.each([
    'unauthenticated',
    'limit_reached',
    'rate_limited',
    'unavailable',
    'offline',
    'config',
    'unsupported',
  ] as const)('does not try the rest after %s, and says that they were not sent', async (code) => {
    const transport = failing({ 'p1@example.com': [refusal(code, { requestId: 'r' })] })
    const outcomes = await sendInvites(transport, people(4), { concurrency: 1 })
    expect(transport.create).toHaveBeenCalledTimes(2)
    const refused = `${code} not_sent`
    expect(brief(outcomes)).toEqual(['sent', refused, refused, refused])
    expect(outcomes[3]).toMatchObject({ error: { requestId: 'r' } })
  })

  it('lets calls beside a refusal that ends it all have their own outcome', async () => {
    const slow = byHand<void>()
    const create = vi.fn<InviteOperations['create']>(async ({ email }) => {
      if (email.startsWith('p1')) throw refusal('limit_reached')
      await slow.promise
      return sent(email)
    })
    const sending = sendInvites({ key: 'test', create }, people(4), {
      concurrency: 2,
      onOutcome: (_, index) => index === 3 && slow.resolve(),
    })
    expect(brief(await sending)).toEqual([
      'sent',
      'limit_reached not_sent',
      'limit_reached not_sent',
      'limit_reached not_sent',
    ])
  })

  it.each(['network', 'timeout', 'unavailable', 'invalid_response', 'unknown'] as const)(
    'sends nothing twice after an answer was lost (%s)',
    async (code) => {
      const transport = failing({ 'p0@example.com': [lost(code)] })
      expect(brief(await sendInvites(transport, people(2)))).toEqual([`${code} unknown`, 'sent'])
      expect(transport.create).toHaveBeenCalledTimes(2)
    },
  )

  it('stops after three lost answers with none between', async () => {
    const transport = failing({
      'p0@example.com': [lost()],
      'p1@example.com': [lost()],
      'p2@example.com': [refusal('already_invited')],
      'p3@example.com': [lost()],
      'p4@example.com': [lost()],
      // p5 is sent.
      'p6@example.com': [lost()],
      'p7@example.com': [lost()],
      'p8@example.com': [lost('timeout')],
    })
    const outcomes = await sendInvites(transport, people(11), { concurrency: 1 })
    expect(transport.create).toHaveBeenCalledTimes(9)
    expect(brief(outcomes).slice(8)).toEqual([
      'timeout unknown',
      'timeout not_sent',
      'timeout not_sent',
    ])
  })

  it('takes anything that was thrown for an unknown outcome', async () => {
    const create = () => {
      throw new TypeError('a fault of the transport')
    }
    expect(brief(await sendInvites({ key: 'test', create }, people(1)))).toEqual([
      'unknown unknown',
    ])
  })

  it('holds a create that answers nothing to be of unknown outcome', async () => {
    const create = () => Promise.resolve(undefined as never)
    expect(brief(await sendInvites({ key: 'test', create }, people(1)))).toEqual([
      'invalid_response unknown',
    ])
  })

  it('tells each outcome once, as soon as it is known', async () => {
    const slow = byHand<void>()
    const told: number[] = []
    const create: InviteOperations['create'] = async ({ email }) => {
      if (email.startsWith('p0')) await slow.promise
      return sent(email)
    }
    await sendInvites({ key: 'test', create }, people(3), {
      onOutcome: (_, index) => {
        told.push(index)
        if (index === 2) slow.resolve()
      },
    })
    expect(told).toEqual([1, 2, 0])
  })

  it('tells what was lost after the list was read, and only then', async () => {
    const told: (readonly [string | undefined, number])[] = []
    const transport = {
      ...failing({ 'p0@example.com': [lost()], 'p1@example.com': [lost()] }),
      list: vi.fn<InviteOperations['list']>(() =>
        Promise.resolve({ invites: [{ id: '0', email: 'p0@example.com', status: 'pending' }] }),
      ),
    }
    const outcomes = await sendInvites(transport, people(3), {
      onOutcome: (outcome, index) => told.push([brief([outcome])[0], index]),
    })
    expect(told).toEqual([
      ['sent', 2],
      ['sent', 0],
      ['network not_sent', 1],
    ])
    expect(brief(outcomes)).toEqual(['sent', 'network not_sent', 'sent'])
    expect(transport.list).toHaveBeenCalledTimes(1)
  })

  it('reads no list where every answer came', async () => {
    const list = vi.fn<InviteOperations['list']>()
    const transport = { ...failing({ 'p0@example.com': [refusal('already_invited')] }), list }
    await sendInvites(transport, people(2))
    expect(list).not.toHaveBeenCalled()
  })

  it.each<[string, () => void]>([
    ['throw', fail],
    ['reject', () => Promise.reject(new Error('a fault of the app'))],
  ])('goes on where callbacks %s', async (_, faulty) => {
    const time = { now: () => 0, wait: () => Promise.resolve() }
    const transport = failing({ 'p0@example.com': [refusal('rate_limited', { retryAfter: 0 })] })
    const outcomes = await sendInvites(transport, people(2), {
      ...time,
      onOutcome: faulty,
      onPause: faulty,
    })
    expect(brief(outcomes)).toEqual(['sent', 'sent'])
  })

  it('uses the keys that it is given, and different ones where it is given none', async () => {
    const transport = failing()
    await sendInvites(transport, people(2), { keys: ['a', 'b'] })
    await sendInvites(transport, people(2))
    const used = transport.create.mock.calls.map(([, options]) => options?.key)
    expect(used.slice(0, 2)).toEqual(['a', 'b'])
    expect(used[2]).toMatch(/^[a-z0-9-]{20,40}$/)
    expect(used[3]).not.toBe(used[2])
  })
})

function fail(): never {
  throw new Error('a fault of the app')
}
