import { describe, expect, it, vi } from 'vitest'
import { reconcile } from '../src/reconcile.js'
import type { Invite, InvitePage } from '../src/schema.js'
import type { SendOutcome } from '../src/send.js'
import type { InviteOperations } from '../src/transport.js'
import { brief, lost, people, refusal, start } from './sendSetUp.ts'

const minutes = (count: number) => new Date(start + count * 60_000).toISOString()
const options = { since: start, now: () => start + 60_000 }

const row = (email: string | undefined, more: Partial<Invite> = {}): Invite => ({
  id: `of ${email}`,
  email,
  status: 'pending',
  createdAt: minutes(0),
  ...more,
})

const lostTo = (...emails: string[]): SendOutcome[] =>
  emails.map((email) => ({ input: { email }, status: 'failed', error: lost('timeout') }))

/** A list of these pages. */
function listing(...pages: (Partial<InvitePage> & { invites: Invite[] })[]) {
  const list = vi.fn<InviteOperations['list']>(({ cursor = '0' }) => {
    const at = Number(cursor)
    const page = pages[at] ?? { invites: [] }
    return Promise.resolve({ ...page, ...(at + 1 < pages.length && { next: String(at + 1) }) })
  })
  return { key: 'test', list }
}

const judged = async (invite: Invite) =>
  (await reconcile(listing({ invites: [invite] }), lostTo('ada@example.com'), options))[0]

describe('reconcile', () => {
  it.each([
    [true, 'mailed'],
    [false, 'stored'],
    [undefined, 'unknown'],
  ] as const)(
    'makes a lost one that is in the list sent, with its row (mailed: %s)',
    async (mailed, delivery) => {
      const invite = row('ada@example.com', { mailed, url: 'https://app.example.com/i' })
      expect(await judged(invite)).toEqual({
        input: { email: 'ada@example.com' },
        status: 'sent',
        sent: { email: 'ada@example.com', delivery, invite, url: 'https://app.example.com/i' },
      })
    },
  )

  it.each([
    ['two minutes before the start', { createdAt: minutes(-2) }, 'sent'],
    ['earlier', { createdAt: new Date(start - 120_001).toISOString() }, 'already_invited unknown'],
    ['at no known date', { createdAt: undefined }, 'sent'],
    ['at what is no date', { createdAt: 'soon' }, 'already_invited unknown'],
    ['two minutes ahead of this clock', { createdAt: minutes(3) }, 'sent'],
    ['further ahead', { createdAt: minutes(3.1) }, 'already_invited unknown'],
    [
      'before, and expired',
      { createdAt: minutes(-9), status: 'expired' },
      'already_invited unknown',
    ],
    ['before, and revoked', { createdAt: minutes(-9), status: 'revoked' }, 'timeout not_sent'],
    [
      'at no known date, and revoked',
      { createdAt: undefined, status: 'revoked' },
      'timeout not_sent',
    ],
    ['now, and accepted already', { status: 'accepted' }, 'sent'],
  ] as const)('takes a row made %s for what it can tell', async (_, more, expected) => {
    const outcome = await judged(row('ada@example.com', more))
    expect(brief(outcome ? [outcome] : [])).toEqual([expected])
  })

  it('trusts no date where another row shows that the clock of the list is ahead', async () => {
    const transport = listing({
      invites: [row('x@example.com', { createdAt: minutes(60) }), row('ada@example.com')],
    })
    expect(brief(await reconcile(transport, lostTo('ada@example.com'), options))).toEqual([
      'already_invited unknown',
    ])
  })

  it('says that nothing was sent to who is not in a list that was read to its end', async () => {
    const transport = listing({ invites: [row('x@example.com')] }, { invites: [] })
    const [outcome] = await reconcile(transport, lostTo('ada@example.com'), options)
    expect(outcome).toMatchObject({ error: { code: 'timeout', outcome: 'not_sent' } })
    expect(transport.list.mock.calls.map(([input]) => input)).toEqual([
      { pageSize: 100 },
      { pageSize: 100, cursor: '1' },
    ])
  })

  it.each([
    ['has a row without an address', { invites: [row(undefined)] }],
    ['has rows that could not be read', { invites: [], unreadable: 1 }],
  ])('says nothing of who is not in a list that %s', async (_, page) => {
    const outcomes = lostTo('ada@example.com')
    expect(await reconcile(listing(page), outcomes, options)).toEqual(outcomes)
  })

  it('reads on behind old rows, where the one may be', async () => {
    const old = { invites: [row('x@example.com', { createdAt: minutes(-600) })] }
    const transport = listing(old, old, {
      invites: [row('ada@example.com', { createdAt: minutes(-700) })],
    })
    expect(brief(await reconcile(transport, lostTo('ada@example.com'), options))).toEqual([
      'already_invited unknown',
    ])
  })

  it('reads no further than until everybody is found', async () => {
    const transport = listing(
      { invites: [row('a@example.com')] },
      { invites: [row('b@example.com')] },
      { invites: [row('a@example.com', { id: 'older' })] },
    )
    const outcomes = lostTo('a@example.com', 'b@example.com')
    expect(brief(await reconcile(transport, outcomes, options))).toEqual(['sent', 'sent'])
    expect(transport.list).toHaveBeenCalledTimes(2)
  })

  it('lets the newest of the rows of one person decide', async () => {
    const old = row('ada@example.com', { createdAt: minutes(-600) })
    const transport = listing({ invites: [row('ada@example.com'), old] })
    expect(brief(await reconcile(transport, lostTo('ada@example.com'), options))).toEqual(['sent'])
  })

  it('gives up after 20 pages, and knows nothing of who was not found', async () => {
    const pages = Array.from({ length: 21 }, () => ({ invites: [row('x@example.com')] }))
    const transport = listing(...pages)
    const outcomes = lostTo('ada@example.com', 'x@example.com')
    expect(brief(await reconcile(transport, outcomes, options))).toEqual([
      'timeout unknown',
      'sent',
    ])
    expect(transport.list).toHaveBeenCalledTimes(20)
  })

  it('keeps what it found before a page failed', async () => {
    const transport = listing({ invites: [row('a@example.com')] }, { invites: [] })
    transport.list.mockImplementationOnce(() =>
      Promise.resolve({ invites: [row('a@example.com')], next: '1' }),
    )
    transport.list.mockRejectedValueOnce(lost('network'))
    const outcomes = lostTo('a@example.com', 'b@example.com')
    expect(brief(await reconcile(transport, outcomes, options))).toEqual([
      'sent',
      'timeout unknown',
    ])
  })

  it('leaves everything as it is where the transport cannot list', async () => {
    const outcomes = lostTo('ada@example.com')
    expect(await reconcile({ key: 'test' }, outcomes, options)).toEqual(outcomes)
  })

  it('leaves everything as it is where the answer is no page', async () => {
    const outcomes = lostTo('ada@example.com')
    const transport = { key: 'test', list: () => Promise.resolve(undefined as never) }
    expect(await reconcile(transport, outcomes, options)).toEqual(outcomes)
  })

  it('touches only what was lost, and keeps the order', async () => {
    const [a, b, c] = people(3).map((input) => ({ input }))
    const outcomes = [
      { ...a, status: 'failed', error: refusal('already_member') },
      { ...b, status: 'failed', error: lost() },
      { ...c, status: 'sent', sent: { delivery: 'mailed' } },
    ] as SendOutcome[]
    const transport = listing({ invites: people(3).map(({ email }) => row(email)) })
    const result = await reconcile(transport, outcomes, options)
    expect([result[0], result[2]]).toEqual([outcomes[0], outcomes[2]])
    expect(brief(result)).toEqual(['already_member not_sent', 'sent', 'sent'])
  })

  it.each([
    ['Ada@Example.com', 'ada@example.com', 'sent'],
    ['ada@bücher.de', 'ada@xn--bcher-kva.de', 'sent'],
    ['Root@localhost', 'root@localhost', 'sent'],
    ['a.da@example.com', 'ada@example.com', 'timeout not_sent'],
    ['\u212A@example.com', 'k@example.com', 'timeout not_sent'],
  ])('holds %s and %s for one mailbox or for two', async (sent, listed, expected) => {
    const transport = listing({ invites: [row(listed)] })
    expect(brief(await reconcile(transport, lostTo(sent), options))).toEqual([expected])
  })
})
