import { describe, expect, it } from 'vitest'
import { harness } from '../../src/transports/harness.js'
import { claims } from './claims.ts'
import { conformance } from './conformance.ts'
import { account, ana, answering, businessError, failure, setUp } from './harnessSetUp.ts'

conformance({
  name: 'harness',
  claims: claims.harness,
  async world() {
    const { fetch, transport, open, verify } = setUp()
    await transport.create(ana)
    const { id = '' } = (await transport.list({})).invites[0] ?? {}
    const link = open()
    // Clicked already: only then is there a request to accept.
    await transport.create({ email: 'cleo@acme.test' })
    const clicked = open()
    await verify()
    return {
      fetch,
      transport: (over) =>
        harness({ accountIdentifier: account, apiKey: 'pat.inviter', fetch: over }),
      inputs: {
        create: { email: 'bo@acme.test', role: '_account_viewer' },
        createMany: [{ email: 'bo@acme.test' }, { email: 'di@acme.test' }],
        list: { pageSize: 10 },
        resend: { id },
        update: { id, role: '_account_admin' },
        revoke: { id },
        lookup: { token: link.token },
        accept: { ...clicked, name: 'Cleo', password: 'S3cret-pass!' },
      },
    }
  },
})

describe('the transport', () => {
  it('is named after installation and scope', () => {
    const options = { accountIdentifier: 'acc', orgIdentifier: 'org', projectIdentifier: 'p' }
    expect(harness(options).key).toBe('harness:https://app.harness.io/acc/org/p')
    expect(harness({ accountIdentifier: 'acc', baseUrl: 'https://h.test/' }).key).toBe(
      'harness:https://h.test/acc',
    )
  })

  it('sends a key, or a session, asked for at each request, and no header that CORS refuses there', async () => {
    const { transport, requests } = setUp({}, { apiKey: () => Promise.resolve('pat.inviter') })
    await transport.list({})
    expect(requests[0]?.headers.get('x-api-key')).toBe('pat.inviter')
    expect([...(requests[0]?.headers.keys() ?? [])]).toEqual(['accept', 'x-api-key'])
    const session = setUp({}, { apiKey: undefined, session: 'pat.inviter' })
    await session.transport.list({})
    expect(session.requests[0]?.headers.get('authorization')).toBe('Bearer pat.inviter')
  })

  it('leaves out empty scope parameters, which would match nothing', async () => {
    const { transport, requests } = setUp({}, { orgIdentifier: '' })
    await transport.create(ana)
    expect((await transport.list({})).total).toBe(1)
    expect(requests.map(({ url }) => new URL(url).searchParams.has('orgIdentifier'))).toEqual([
      false,
      false,
    ])
  })

  it('sees the invites of its own scope alone', async () => {
    const { transport, over } = setUp()
    const org = over({ orgIdentifier: 'default' })
    await transport.create(ana)
    await org.create({ email: 'bo@acme.test' })
    expect((await transport.list({})).invites.map(({ email }) => email)).toEqual(['ana@acme.test'])
    expect((await org.list({})).invites.map(({ email }) => email)).toEqual(['bo@acme.test'])
  })
})

describe('a refusal', () => {
  it('without the right is forbidden, without a known key unauthenticated', async () => {
    const { over } = setUp()
    const error = await failure(over({ apiKey: 'pat.viewer' }).create(ana))
    expect(error).toMatchObject({ code: 'forbidden', status: 403, outcome: 'not_sent' })
    expect(error.message).toContain('Missing permission core_user_manage')
    expect(await failure(over({ apiKey: 'pat.other' }).list({}))).toMatchObject({
      code: 'unauthenticated',
    })
  })

  it('carries the correlation id and the fields of a validation failure', async () => {
    const { over } = setUp()
    const errors = [{ fieldId: 'emails', error: 'size must be between 0 and 100' }]
    const body = { status: 'FAILURE', code: 'INVALID_REQUEST', message: '', correlationId: 'c1' }
    expect(
      await failure(over({ fetch: answering({ ...body, errors }, 400) }).create(ana)),
    ).toMatchObject({
      code: 'invalid_input',
      outcome: 'not_sent',
      requestId: 'c1',
      fields: { email: 'size must be between 0 and 100' },
    })
  })

  it('of a token is unauthenticated, with whatever status', async () => {
    const { over } = setUp()
    const fetch = answering(businessError('EXPIRED_TOKEN', 'Token has expired.'), 400)
    expect(await failure(over({ fetch }).list({}))).toMatchObject({ code: 'unauthenticated' })
  })

  it('for a route that is not there is a 400, and a matter of configuration', async () => {
    const { over } = setUp()
    expect(await failure(over({ baseUrl: 'https://app.harness.io/other' }).list({}))).toMatchObject(
      {
        code: 'config',
        status: 400,
      },
    )
  })

  it('of the parser, whose code is a number, is invalid input', async () => {
    const { over } = setUp()
    const body = { code: 400, message: 'Unable to process JSON', details: null }
    const error = await failure(over({ fetch: answering(body, 400) }).create(ana))
    expect(error.code).toBe('invalid_input')
    expect(error.message).toContain('Unable to process JSON')
  })

  it('whose code is no word at all is read by its status', async () => {
    const { over } = setUp()
    const body = { code: { toString: null }, message: 'No.' }
    const error = await failure(over({ fetch: answering(body, 400) }).create(ana))
    expect(error).toMatchObject({ code: 'invalid_input', outcome: 'not_sent' })
  })

  it('inside a 200 is no success', async () => {
    const { over } = setUp()
    const fetch = answering({ status: 'ERROR', data: null, code: 'UNKNOWN_ERROR' })
    expect(await failure(over({ fetch }).revoke({ id: 'a' }))).toMatchObject({
      code: 'invalid_response',
      outcome: 'unknown',
    })
  })

  it('for too many calls does not say how long to wait', async () => {
    const { transport } = setUp()
    for (let call = 0; call < 10; call++) await transport.create({ email: `p${call}@acme.test` })
    const error = await failure(transport.create(ana))
    expect(error).toMatchObject({ code: 'rate_limited', outcome: 'not_sent' })
    expect(error.retryAfter).toBeUndefined()
  })

  it('for too many calls is that, also where it speaks of a limit that is exceeded', async () => {
    const { over } = setUp()
    const fetch = answering({ status: 'ERROR', message: 'Rate limit exceeded' }, 429)
    expect(await failure(over({ fetch }).list({}))).toMatchObject({ code: 'rate_limited' })
  })
})
