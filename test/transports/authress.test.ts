import { describe, expect, test } from 'vitest'
import { authress } from '../../src/transports/authress.js'
import { json } from '../emulators/emulator.ts'
import { ana, baseUrl, failure, given, setUp } from './authressSetUp.ts'
import { claims } from './claims.ts'
import { conformance } from './conformance.ts'

conformance({
  name: 'authress',
  claims: claims.authress,
  async world() {
    const { fetch, transport, now } = setUp()
    const { invite } = await transport.create(ana)
    const id = invite?.id ?? ''
    return {
      fetch,
      transport: (over) =>
        authress({ ...given, organization: 'Acme', deliver: () => {}, fetch: over, now }),
      inputs: {
        create: {
          email: 'bo@acme.test',
          role: 'Viewer',
          name: 'Bo Li',
          message: 'Welcome!',
          expiresAt: '2026-05-20T00:00:00.000Z',
        },
        revoke: { id },
        lookup: { token: id, email: 'ana@acme.test' },
        accept: { token: id },
      },
    }
  },
  // Of these the answer is nothing, or may be: no shape is asked of it.
  deviations: {
    revoke: { 'wrong types': { resolves: true } },
    accept: { 'wrong types': { resolves: true } },
  },
})

describe('the transport', () => {
  test('is named after the host, which stands for the account, without a trailing slash', () => {
    expect(authress({ ...given, baseUrl: `${baseUrl}/` }).key).toBe(`authress:${baseUrl}`)
  })

  test('offers what can be put to use', () => {
    expect(authress(given).fields).toEqual({ expiresAt: 'optional' })
    expect(authress({ ...given, deliver: () => {} }).fields).toEqual({
      name: 'optional',
      message: 'optional',
      sendMail: 'optional',
      expiresAt: 'optional',
    })
  })

  test('sends a token with everything, asked for at each request, and no header of another name', async () => {
    const tokens = ['jwt.service', 'jwt.service', 'jwt.service', 'jwt.ended']
    const { as, requests } = setUp()
    const transport = as(() => Promise.resolve(tokens.shift() ?? ''))
    const { invite } = await transport.create(ana)
    const id = invite?.id ?? ''
    await transport.lookup({ token: id })
    await transport.accept({ token: id })
    expect((await failure(transport.revoke({ id }))).code).toBe('unauthenticated')
    expect((await failure(transport.revoke({ id }))).code).toBe('unauthenticated')
    expect(requests.map(({ headers }) => headers.get('authorization'))).toEqual([
      'Bearer jwt.service',
      'Bearer jwt.service',
      'Bearer jwt.service',
      'Bearer jwt.ended',
      null,
    ])
    const names = new Set(requests.flatMap(({ headers }) => [...headers.keys()]))
    expect([...names].toSorted()).toEqual(['accept', 'authorization', 'content-type'])
  })

  test('sends nothing where the token cannot be got', async () => {
    const { as, requests } = setUp()
    const transport = as(() => Promise.reject(new Error('the login has ended')))
    const error = await failure(transport.accept({ token: 'inv_1' }))
    expect(error).toMatchObject({ code: 'unauthenticated', outcome: 'not_sent' })
    expect(requests).toEqual([])
  })

  test('works below the path of a proxy', async () => {
    const proxy = 'https://acme.test/authress'
    const { transport, calls } = setUp({ baseUrl: proxy }, { baseUrl: `${proxy}/` })
    await transport.create(ana)
    expect(calls()).toEqual(['POST /authress/v1/invites'])
  })
})

describe('refusals', () => {
  test('keep the id of the request and the words for people', async () => {
    const error = await failure(
      setUp()
        .as('jwt.olga')
        .create({ ...ana, role: 'Owner' }),
    )
    expect(error).toMatchObject({ code: 'forbidden', status: 403, outcome: 'not_sent' })
    expect(error.message).toContain('The user may not grant the role Owner')
    expect(error.requestId).toMatch(/^req-\w+$/)
  })

  test.each(['json', 'text', 'empty'] as const)(
    'go by the status, the body being %s',
    async (errors) => {
      const { transport, as, state } = setUp({ errors })
      const { invite } = await transport.create(ana)
      const id = invite?.id ?? ''
      const codes = await Promise.all(
        [
          as('jwt.ended').revoke({ id }),
          as('jwt.olga').revoke({ id }),
          as('jwt.ana').revoke({ id }),
          transport.revoke({ id: 'inv_gone' }),
          as('jwt.ana').create(ana),
        ].map(async (call) => (await failure(call)).code),
      )
      expect(codes).toEqual(['unauthenticated', 'forbidden', 'not_found', 'not_found', 'forbidden'])
      expect(state.invites[0]?.gone).toBe(false)
    },
  )

  test('in plain text are quoted, in HTML and in JSON of another kind they are not', async () => {
    const { transport, detour } = setUp()
    const said = async (body: string) => {
      detour.answer = () => new Response(body, { status: 403 })
      const error = await failure(transport.create(ana))
      expect(error.code).toBe('forbidden')
      return error.message
    }
    expect(await said('Not for you')).toContain('Not for you')
    expect(await said('<h1>Not for you</h1>')).not.toContain('Not for you')
    expect(await said('["Not for you"]')).not.toContain('Not for you')
    expect(await said('{"title":42,"errorCode":"NotForYou"}')).not.toContain('NotForYou')
    expect(await said('{"errorCode":"NotForYou","title":null}')).toContain('NotForYou')
  })

  test('never repeat the token, nor the id, which is the secret of the link', async () => {
    const { transport, detour } = setUp()
    const title = 'bad jwt.service for inv_secret'
    detour.answer = () => json({ title, errorId: title }, 403)
    for (const call of [
      transport.revoke({ id: 'inv_secret' }),
      transport.lookup({ token: 'inv_secret' }),
      transport.accept({ token: 'inv_secret' }),
    ]) {
      // oxlint-disable-next-line no-await-in-loop
      const said = JSON.stringify(await failure(call))
      expect(said).toContain('[redacted]')
      expect(said).not.toMatch(/jwt\.service|inv_secret/)
    }
  })
})
