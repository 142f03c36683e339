import { describe, expect, it } from 'vitest'
import { account, ana, answering, businessError, failure, setUp } from './harnessSetUp.ts'

const first = async ({ transport }: ReturnType<typeof setUp>) =>
  (await transport.list({})).invites[0]?.id ?? ''

const person = { email: 'ana@acme.test', name: 'Ana', password: 'S3cret-pass!' }

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

  it('with an account is a member as soon as the link is opened', async () => {
    const { transport, open, verify, state } = setUp()
    state.users.push({ email: 'ana@acme.test', name: 'Ana', password: 'x', scopes: [] })
    await transport.create(ana)
    expect(await verify()).toBe(`https://app.harness.io/ng/#/account/${account}/home/get-started`)
    expect(state.users.at(-1)?.scopes).toHaveLength(1)
    expect(await failure(transport.lookup(open()))).toMatchObject({ code: 'not_found' })
  })

  it('gets nothing of the session that Harness opens', async () => {
    const { over } = setUp()
    const resource = { uuid: 'u', email: 'ana@acme.test', token: 'canary', accounts: [] }
    const fetch = answering({ metaData: {}, resource, responseMessages: [] })
    const done = await over({ fetch }).accept({ ...person, token: 't' })
    expect(JSON.stringify(done)).not.toContain('canary')
    expect(Object.keys(done)).toEqual(['status', 'url'])
  })

  it.each([null, undefined, 'ok', []])(
    'is not accepted by a 200 whose resource is %j',
    async (resource) => {
      const { over } = setUp()
      const fetch = answering({ metaData: {}, resource, responseMessages: [] })
      expect(await failure(over({ fetch }).accept({ ...person, token: 't' }))).toMatchObject({
        code: 'invalid_response',
        outcome: 'unknown',
      })
    },
  )

  it('hears of a full account in words alone', async () => {
    const { over } = setUp()
    const { responseMessages } = businessError(
      'INVALID_REQUEST',
      'Invalid request: The user count limit has been reached in this account',
    )
    const fetch = answering({ metaData: {}, resource: null, responseMessages }, 400)
    expect(await failure(over({ fetch }).accept({ ...person, token: 't' }))).toMatchObject({
      code: 'limit_reached',
      outcome: 'not_sent',
    })
  })

  it('is led to the form by a revoked link as well, and refused only there', async () => {
    const all = setUp()
    await all.transport.create(ana)
    const link = all.open()
    await all.transport.revoke({ id: await first(all) })
    expect(await all.verify()).toContain('/auth/#/accept-invite?')
    expect(await failure(all.transport.accept({ ...person, ...link }))).toMatchObject({
      code: 'not_found',
    })
  })

  it('goes nowhere after the page is left', async () => {
    const { transport } = setUp()
    const reason = new Error('left')
    const call = transport.accept(
      { token: 't', email: 'ana@acme.test' },
      { signal: AbortSignal.abort(reason) },
    )
    await expect(call).rejects.toBe(reason)
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
    expect(await failure(transport.accept({ ...person, token: 't', ...blank }))).toMatchObject({
      code: 'invalid_input',
      fields: { [field]: 'required' },
    })
    expect(calls()).toEqual([])
  })
})
