import { describe, expect, it } from 'vitest'
import { inviteErrorCodes, statusOf } from '../../src/error.js'
import { grafana } from '../../src/transports/grafana.js'
import { http } from '../../src/transports/http.js'
import { over, served, url } from './httpSetUp.ts'

const said = (body: unknown, status: number, headers = {}) =>
  over(() => Response.json(body, { status, headers })).transport

describe('a failure', () => {
  it.each(inviteErrorCodes)('%s comes with its code, whatever the status', async (code) => {
    for (const status of [statusOf(code), 418, 500])
      // oxlint-disable-next-line no-await-in-loop
      await expect(said({ code }, status).list({})).rejects.toMatchObject({ code, status })
  })

  it('tells what the handler tells', async () => {
    const body = {
      code: 'rate_limited',
      message: 'Slow down.',
      fields: { email: 'in use' },
      retryAfter: 1500,
      requestId: 'r1',
      outcome: 'not_sent',
    }
    const call = said(body, 429, { 'retry-after': '2' }).create({ email: 'bo@acme.test' })
    await expect(call).rejects.toMatchObject({
      ...body,
      message: 'The invite server, create: answered 429: Slow down.',
    })
  })

  it('says when by its header alone as well', async () => {
    const call = said({ code: 'rate_limited' }, 429, { 'retry-after': '7' }).list({})
    await expect(call).rejects.toMatchObject({ code: 'rate_limited', retryAfter: 7000 })
  })

  it.each([
    ['not_sent', 503],
    ['unknown', 409],
  ] as const)('with outcome %s is that, against the status', async (outcome, status) => {
    const call = said({ code: 'unavailable', outcome }, status).revoke({ id: 'i1' })
    await expect(call).rejects.toMatchObject({ outcome })
  })

  it.each([
    [403, 'forbidden'],
    [404, 'not_found'],
    [409, 'already_invited'],
    [418, 'unknown'],
    [500, 'unavailable'],
  ])('with a code of a later version goes by its status %i', async (status, code) => {
    const call = said({ code: 'sent_to_the_moon' }, status).list({})
    await expect(call).rejects.toMatchObject({ code, status })
  })

  it('in a batch with a code of a later version is one, and the others are what they are', async () => {
    const outcomes = [
      { status: 'failed', error: { code: 'sent_to_the_moon', outcome: 'not_sent' } },
      { status: 'sent', sent: { delivery: 'mailed' } },
    ]
    const call = said(outcomes, 200).createMany([{ email: 'a' }, { email: 'b' }])
    expect(await call).toMatchObject([
      { status: 'failed', error: { code: 'unknown', outcome: 'not_sent' } },
      { status: 'sent' },
    ])
  })

  it('without a code is never an invite that is gone', async () => {
    for (const body of [{}, null, 'not found', { code: 404 }, { error: 'not_found' }])
      // oxlint-disable-next-line no-await-in-loop
      await expect(said(body, 404).revoke({ id: 'i1' })).rejects.toMatchObject({ code: 'config' })
  })

  it('does not repeat the token or the password that it was sent', async () => {
    const message = 'no invite tok_5f2a for pass_91c0'
    const fields = { password: 'pass_91c0 is short' }
    const { transport } = over(() =>
      Response.json({ code: 'expired', message, fields }, { status: 410 }),
    )
    const error: unknown = await transport
      .accept({ token: 'tok_5f2a', password: 'pass_91c0' })
      .catch((thrown: unknown) => thrown)
    expect(error).toMatchObject({ code: 'expired' })
    expect(JSON.stringify(error)).not.toMatch(/5f2a|91c0/)
  })
})

describe('a provider that the handler', () => {
  const behind = (code?: string) => {
    const transport = grafana({
      baseUrl: 'https://grafana.acme.test',
      token: 't',
      fetch: () => Promise.reject(new TypeError('fetch failed', { cause: { code } })),
    })
    const operations = ['create', 'list'] as const
    return http({ url, operations, fetch: served({ transport }) })
  }
  const bo = { email: 'bo@acme.test', role: 'Viewer' }

  it.each(['ENOTFOUND', 'ECONNREFUSED', 'CERT_HAS_EXPIRED'])(
    'never reached was sent nothing: %s',
    async (code) => {
      const told = { code: 'unavailable', status: 502 }
      await expect(behind(code).create(bo)).rejects.toMatchObject({ ...told, outcome: 'not_sent' })
      await expect(behind(code).list({})).rejects.toMatchObject({ ...told, outcome: undefined })
    },
  )

  it('lost in the middle may have done it', async () => {
    await expect(behind('ECONNRESET').create(bo)).rejects.toMatchObject({
      code: 'unavailable',
      status: 502,
      outcome: 'unknown',
    })
  })
})

describe('an answer of another shape than the protocol', () => {
  it.each([
    ['list', {}],
    ['list', { invites: [{ id: 'i1', status: 'open' }] }],
    ['create', { delivery: 'sent' }],
    ['createMany', [{ status: 'failed' }]],
    ['createMany', {}],
    ['lookup', { asks: [] }],
    ['accept', { status: 'done' }],
    ['revoke', { ok: true }],
    ['viewer', 'ana'],
  ] as const)('is no success: %s %j', async (operation, body) => {
    const call = said(body, 200)[operation] as (input: object) => Promise<unknown>
    await expect(call({ token: 't', id: 'i1', email: 'a' })).rejects.toMatchObject({
      code: 'invalid_response',
    })
  })

  it('loses what is not in it', async () => {
    const invite = { id: 'i1', status: 'pending' }
    const page = { invites: [{ ...invite, token: 'secret' }], secret: 1 }
    expect(await said(page, 200).list({})).toEqual({ invites: [invite] })
  })
})
