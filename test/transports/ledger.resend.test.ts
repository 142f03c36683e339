import { describe, expect, test } from 'vitest'
import type { InviteTransport } from '../../src/transport.js'
import { memory } from '../../src/transports/memory.js'
import { ledger } from '../../src/transports/ledger.js'
import type { InviteMail } from '../../src/transports/inviteMail.js'
import { ana, failure } from './authressSetUp.ts'
import { day, mapStore, namesOf, post, setUp } from './ledgerSetUp.ts'

/** A ledger whose app mails: at create, and again. */
function mailing() {
  const mails: InviteMail[] = []
  const deliver = (mail: InviteMail) => void mails.push(mail)
  const all = setUp()
  const book = all.over(all.as('jwt.service', { deliver }), { deliver })
  return { ...all, book, mails }
}

describe('resend through the app', () => {
  test('mails the same link again, with the words of the first time', async () => {
    const { book, mails, calls } = mailing()
    const { invite } = await book.create({ ...ana, name: 'Ana Ruiz', message: 'Welcome!' })
    const sent = await book.resend({ id: invite?.id ?? '' })
    expect(sent).toMatchObject({ email: 'ana@acme.test', delivery: 'mailed', url: invite?.url })
    expect(sent.invite).toEqual(invite)
    expect(mails[1]).toEqual(
      Object.fromEntries(Object.entries(mails[0] ?? {}).filter(([key]) => key !== 'tenantId')),
    )
    expect(mails[1]).toMatchObject({ name: 'Ana Ruiz', message: 'Welcome!', role: 'Editor' })
    expect(calls()).toEqual(['POST /v1/invites', `GET /v1/invites/${invite?.id}`])
  })

  test('says from then on that the invite was mailed', async () => {
    const { over, transport, mails, book } = mailing()
    const { invite } = await over(transport).create(ana)
    expect(invite?.mailed).toBe(false)
    await book.resend({ id: invite?.id ?? '' })
    expect(mails).toHaveLength(1)
    expect((await book.list({})).invites[0]?.mailed).toBe(true)
  })

  test('that fails is a failure, since the press asked for a mail', async () => {
    const { over, transport, rows, invite } = setUp()
    const [id = ''] = await invite('ana')
    const deliver = () => Promise.reject(new Error('no mail server'))
    const error = await failure(over(transport, { deliver }).resend({ id }))
    expect(error).toMatchObject({ code: 'unknown', outcome: 'unknown' })
    expect(rows.size).toBe(1)
  })

  test('mails no dead link: one past its date is replaced', async () => {
    const all = mailing()
    const { invite } = await all.book.create(ana)
    const { key, create, revoke } = all.transport
    const deliver = (mail: InviteMail) => void all.mails.push(mail)
    all.clock.time += 7 * day
    const sent = await all
      .over({ key, create, revoke }, { deliver })
      .resend({ id: invite?.id ?? '' })
    expect(sent.invite?.id).not.toBe(invite?.id)
    expect(all.mails).toHaveLength(1)
    expect(all.rows.size).toBe(1)
  })
})

describe('resend', () => {
  test('of an invite that is not in the ledger is not_found, and asks nobody', async () => {
    const { book, requests } = setUp()
    expect(await failure(book.resend({ id: 'inv_gone' }))).toMatchObject({
      code: 'not_found',
      outcome: 'not_sent',
    })
    expect(requests).toEqual([])
  })

  test('of one that was accepted meanwhile mails nobody', async () => {
    const { book, as, mails } = mailing()
    const { invite } = await book.create(ana)
    await as('jwt.ana').accept({ token: invite?.id ?? '' })
    expect((await failure(book.resend({ id: invite?.id ?? '' }))).code).toBe('not_found')
    expect(mails).toHaveLength(1)
    expect((await book.list({})).invites).toEqual([])
  })

  test("is the transport's own where it has one, and the row follows", async () => {
    const mails: string[] = []
    const own = memory({ onMail: ({ to }) => mails.push(to) })
    const book = ledger(own, mapStore())
    const { invite } = await book.create(ana)
    const sent = await book.resend({ id: invite?.id ?? '' })
    expect(mails).toEqual(['ana@acme.test', 'ana@acme.test'])
    expect((await book.list({})).invites).toEqual([sent.invite])
  })
})

describe('a replacement', () => {
  test('is a new invite, and only then the end of the old one', async () => {
    const { provider, open, asked } = post()
    const book = ledger(provider, mapStore())
    await book.create({ ...ana, groups: ['red'], message: 'Welcome!' })
    const sent = await book.resend({ id: 'i1' })
    expect(asked.slice(1)).toEqual(['create ana@acme.test', 'revoke i1'])
    expect([...open]).toEqual([
      ['i2', expect.objectContaining({ ...ana, groups: ['red'], message: 'Welcome!' })],
    ])
    expect((await book.list({})).invites).toEqual([sent.invite])
  })

  test('that fails leaves the old one as it is', async () => {
    const { provider, open, refuse } = post()
    const book = ledger(provider, mapStore())
    await book.create(ana)
    refuse.create = true
    expect((await failure(book.resend({ id: 'i1' }))).code).toBe('invalid_input')
    expect([...open.keys()]).toEqual(['i1'])
    expect((await book.list({})).invites).toMatchObject([{ id: 'i1', status: 'pending' }])
  })

  test('whose old one cannot be withdrawn is a success, with both in the list', async () => {
    const { provider, refuse } = post()
    const book = ledger(provider, mapStore())
    await book.create(ana)
    refuse.revoke = true
    expect((await book.resend({ id: 'i1' })).invite?.id).toBe('i2')
    expect((await book.list({})).invites.map(({ id }) => id).toSorted()).toEqual(['i1', 'i2'])
  })

  test('that cannot be kept leaves the old one, which is then the only row', async () => {
    const { provider, open } = post()
    const rows = new Map<string, string>()
    const lost: unknown[] = []
    const store = mapStore(rows)
    await ledger(provider, store).create(ana)
    const full = { ...store, setItem: () => Promise.reject(new Error('disk full')) }
    const book = ledger(provider, full, { onUnrecorded: (_, { id }) => lost.push(id) })
    expect((await book.resend({ id: 'i1' })).delivery).toBe('mailed')
    expect(lost).toEqual(['i2'])
    expect([...open.keys()]).toEqual(['i1', 'i2'])
    expect(rows.size).toBe(1)
  })

  test('that nobody was mailed leaves the old link, which may be in use', async () => {
    const { book, state, invite } = setUp()
    const [id = ''] = await invite('ana')
    const sent = await book.resend({ id })
    expect(sent).toMatchObject({ delivery: 'stored', url: expect.stringContaining('inviteId=') })
    expect(state.invites.map(({ gone }) => gone)).toEqual([false, false])
    expect(namesOf(await book.list({}))).toEqual(['ana', 'ana'])
  })

  test('moves a date that was asked for on by the same span', async () => {
    const { over, transport, clock, now, requests } = setUp()
    const book = over({ ...transport, lookup: undefined } as InviteTransport<'create'>)
    const expiresAt = new Date(clock.time + 3 * day).toISOString()
    const { invite } = await book.create({ ...ana, expiresAt })
    clock.time += 5 * day
    const sent = await book.resend({ id: invite?.id ?? '' })
    expect(sent.invite?.expiresAt).toBe(new Date(now().getTime() + 3 * day).toISOString())
    expect(await requests[1]?.json()).toMatchObject({ expiryTime: sent.invite?.expiresAt })
  })
})
