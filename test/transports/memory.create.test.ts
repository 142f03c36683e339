import { describe, expect, it } from 'vitest'
import { ana, link, refusal, setUp, start } from './memorySetUp.ts'

describe('memory, inviting', () => {
  it('mails the link once, and answers with the invite', async () => {
    const { transport, mails } = setUp({ viewer: { name: 'Olga' } })
    const sent = await transport.create({ email: 'bo@acme.test', role: 'admin', name: 'Bo' })
    expect(mails).toEqual([{ to: 'bo@acme.test', url: sent.url }])
    expect(sent).toMatchObject({
      email: 'bo@acme.test',
      delivery: 'mailed',
      invite: { name: 'Bo', role: 'admin', status: 'pending', invitedBy: 'Olga', createdAt: start },
    })
    expect((await transport.list({})).invites[0]).toEqual(sent.invite)
  })

  it('mails nobody where a link is asked for', async () => {
    const { transport, mails } = setUp()
    const sent = await transport.create({ email: 'bo@acme.test', sendMail: false })
    expect(mails).toEqual([])
    expect(sent).toMatchObject({ delivery: 'stored', invite: { mailed: false } })
    expect(sent.url).toContain(link)
  })

  it('keeps an expiry that was asked for, else gives its own lifetime', async () => {
    const { transport } = setUp({ lifetime: 1000 })
    const expiresAt = '2026-12-24T00:00:00.000Z'
    const asked = await transport.create({ email: 'bo@acme.test', expiresAt })
    const own = await transport.create({ email: 'cy@acme.test' })
    expect(asked.invite?.expiresAt).toBe(expiresAt)
    expect(own.invite?.expiresAt).toBe('2026-11-20T09:00:01.000Z')
  })

  it.each(['ana@acme.test', 'ANA@Acme.Test', ' ana@acme.test '])(
    'refuses a second invite for a pending address, written %j',
    async (email) => {
      const { transport, mails } = setUp()
      expect(await refusal(transport.create({ email }))).toBe('already_invited not_sent')
      expect(mails).toEqual([])
    },
  )

  it('does not take a Kelvin sign for the letter k', async () => {
    const { transport } = setUp({ seed: [{ ...ana, email: 'kim@acme.test' }] })
    const sent = await transport.create({ email: '\u212Aim@acme.test' })
    expect(sent.delivery).toBe('mailed')
  })

  it('answers a batch person by person, in order', async () => {
    const { transport, mails } = setUp()
    const people = ['bo@acme.test', 'ana@acme.test', 'cy@acme.test', 'bo@acme.test']
    const outcomes = await transport.createMany(people.map((email) => ({ email })))
    const codes = outcomes.map((one) => (one.status === 'failed' ? one.error.code : one.status))
    expect(codes).toEqual(['sent', 'already_invited', 'sent', 'already_invited'])
    expect(mails.map(({ to }) => to)).toEqual(['bo@acme.test', 'cy@acme.test'])
  })

  it('makes ids and tokens of 24 characters from the given randomness', async () => {
    const steps = () => {
      let step = 0
      return () => (step++ % 36) / 36
    }
    const [first, second] = [setUp({ random: steps() }), setUp({ random: steps() })]
    const sent = await first.transport.create({ email: 'bo@acme.test' })
    expect(await second.transport.create({ email: 'bo@acme.test' })).toEqual(sent)
    expect(sent.url).toBe(`${link}0123456789abcdefghijklmn`)
    expect(sent.invite?.id).toBe('opqrstuvwxyz0123456789ab')
  })
})
