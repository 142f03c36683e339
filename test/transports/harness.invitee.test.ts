import { describe, expect, it } from 'vitest'
import { ana, failure, setUp } from './harnessSetUp.ts'

const first = async ({ transport }: ReturnType<typeof setUp>) =>
  (await transport.list({})).invites[0]?.id ?? ''

describe('the invitee', () => {
  it('sees whose invite it is, and is asked nothing before it is verified', async () => {
    const { transport, open } = setUp()
    await transport.create(ana)
    expect(await transport.lookup(open())).toEqual({
      email: 'ana@acme.test',
      role: '_account_viewer',
      status: 'pending',
      asks: [],
    })
  })

  it('goes on by navigation to the link of the mail, without a request', async () => {
    const { transport, open, outbox, calls } = setUp()
    await transport.create({ email: 'ana+x@acme.test' })
    const before = calls().length
    expect(await transport.accept(open())).toEqual({ status: 'continue', url: outbox[0]?.url })
    expect(calls().length).toBe(before)
  })

  it('then gives name and password, without any credential of the app', async () => {
    const { transport, open, verify, requests, state } = setUp()
    await transport.create(ana)
    await verify()
    expect((await transport.lookup(open())).asks).toEqual([
      { name: 'name', required: true },
      { name: 'password', required: true, secret: 'new' },
    ])
    const done = await transport.accept({ ...open(), name: 'Ana', password: 'S3cret-pass!' })
    expect(done).toEqual({
      status: 'accepted',
      url: 'https://app.harness.io/ng/#/account/kmpySmUISimoRrJL6NL73w/home/get-started',
    })
    expect(requests.at(-1)?.headers.get('x-api-key')).toBeNull()
    expect(state.users.at(-1)).toMatchObject({ email: 'ana@acme.test', name: 'Ana' })
  })

  it('is told why a password is refused, on its field, and never the password itself', async () => {
    const { transport, open, verify } = setUp()
    await transport.create(ana)
    await verify()
    const error = await failure(transport.accept({ ...open(), name: 'Ana', password: 'canary' }))
    expect(error).toMatchObject({
      code: 'invalid_input',
      fields: { password: expect.stringContaining('8 characters') },
    })
    expect(JSON.stringify(error)).not.toContain('canary')
  })

  it.each([
    ['expired', (all: ReturnType<typeof setUp>) => Promise.resolve(all.wait(8 * 86_400_000))],
    [
      'revoked',
      async (all: ReturnType<typeof setUp>) => all.transport.revoke({ id: await first(all) }),
    ],
  ])('with a link that is %s learns that it is no longer valid', async (_, end) => {
    const all = setUp()
    await all.transport.create(ana)
    const link = all.open()
    await end(all)
    expect(await failure(all.transport.lookup(link))).toMatchObject({ code: 'not_found' })
    expect(
      await failure(all.transport.accept({ ...link, name: 'Ana', password: 'S3cret-pass!' })),
    ).toMatchObject({
      code: 'not_found',
      outcome: 'not_sent',
    })
  })

  it.each([
    ['an address', { email: '' }, 'email'],
    ['a name', { name: ' ' }, 'name'],
    ['a password', { password: '' }, 'password'],
  ])('needs %s, which is said before anything is sent', async (_, blank, field) => {
    const { transport, calls } = setUp()
    const full = { token: 't', email: 'ana@acme.test', name: 'Ana', password: 'S3cret-pass!' }
    expect(await failure(transport.accept({ ...full, ...blank }))).toMatchObject({
      code: 'invalid_input',
      fields: { [field]: 'required' },
    })
    expect(calls()).toEqual([])
  })
})
