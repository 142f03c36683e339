import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Refusal, Verdict } from '../../src/transports/request.js'
import { failure, read, setUp, write } from './requestSetUp.ts'

const refusing = (status: number, headers: Record<string, string> = {}, verdict?: Verdict) =>
  setUp(() => new Response('{"message":"no"}', { status, headers }), { judge: () => verdict })
    .request

describe('a refusal', () => {
  it.each([
    [400, 'invalid_input', 'not_sent'],
    [401, 'unauthenticated', 'not_sent'],
    [402, 'limit_reached', 'not_sent'],
    [403, 'forbidden', 'not_sent'],
    [404, 'not_found', 'not_sent'],
    [405, 'unknown', 'not_sent'],
    [408, 'timeout', 'not_sent'],
    [409, 'already_invited', 'not_sent'],
    [410, 'expired', 'not_sent'],
    [412, 'unknown', 'not_sent'],
    [413, 'invalid_input', 'not_sent'],
    [415, 'config', 'not_sent'],
    [422, 'invalid_input', 'not_sent'],
    [429, 'rate_limited', 'not_sent'],
    [500, 'unavailable', 'unknown'],
    [501, 'unsupported', 'unknown'],
    [502, 'unavailable', 'unknown'],
    [503, 'unavailable', 'unknown'],
    [504, 'timeout', 'unknown'],
  ])('with status %i is %s, of a write %s', async (status, code, outcome) => {
    expect(await failure(refusing(status)(write))).toMatchObject({ code, status, outcome })
    expect(await failure(refusing(status)(read))).toMatchObject({ code, outcome: undefined })
  })

  it('with status 503 that says when to come back has not sent anything', async () => {
    const error = await failure(refusing(503, { 'retry-after': '2' })(write))
    expect(error).toMatchObject({ code: 'unavailable', outcome: 'not_sent', retryAfter: 2000 })
  })

  it('names provider and operation', async () => {
    expect((await failure(refusing(404)(write))).message).toBe('Acme, create: answered 404.')
  })

  it.each([
    ['JSON', '{"code":"x"}', { code: 'x' }],
    ['no JSON', '<p>x</p>', undefined],
    ['nothing', '', undefined],
  ])('is judged by its provider, given %s', async (_what, text, body) => {
    const judge = vi.fn<(refusal: Refusal, doing: string) => undefined>()
    const { request } = setUp(() => new Response(text, { status: 409 }), { judge })
    await failure(request(write))
    expect(judge.mock.calls).toEqual([[{ status: 409, body, text }, 'create']])
  })

  it('is what the provider judges it to be', async () => {
    const verdict: Verdict = {
      code: 'already_member',
      text: 'Ana is here',
      fields: { email: 'in use' },
      requestId: 'r1',
      outcome: 'unknown',
    }
    expect(await failure(refusing(409, { 'x-request-id': 'r2' }, verdict)(write))).toMatchObject({
      code: 'already_member',
      message: 'Acme, create: answered 409: Ana is here',
      fields: { email: 'in use' },
      requestId: 'r1',
      outcome: 'unknown',
    })
    expect(await failure(refusing(409, {}, verdict)(read))).toMatchObject({ outcome: undefined })
  })

  it('has the request id of its headers', async () => {
    const error = await failure(refusing(500, { 'x-request-id': 'r2' })(read))
    expect(error.requestId).toBe('r2')
  })
})

describe('when to come back', () => {
  beforeEach(() => void vi.useFakeTimers({ now: new Date('2026-10-22T00:00:00Z') }))
  afterEach(() => void vi.useRealTimers())
  const half = 'Wed, 21 Oct 2026 07:28:30 GMT'

  it.each([
    ['seconds', { 'retry-after': '7' }, 7000],
    [
      'a date, by the clock of the answer',
      { 'retry-after': half, date: 'Wed, 21 Oct 2026 07:28:00 GMT' },
      30_000,
    ],
    [
      'a date, by the clock here where the answer has none',
      { 'retry-after': 'Thu, 22 Oct 2026 00:00:05 GMT' },
      5000,
    ],
    [
      'a date, by the clock here where that of the answer is junk',
      { 'retry-after': 'Thu, 22 Oct 2026 00:00:05 GMT', date: 'soon' },
      5000,
    ],
    ['a date that has passed', { 'retry-after': half }, 0],
    ['seconds under another name', { 'x-retry-after': '3' }, 3000],
    ['junk', { 'retry-after': 'soon' }, undefined],
    ['nothing', {}, undefined],
  ])('is read from %s', async (_what, headers, retryAfter) => {
    expect((await failure(refusing(429, headers)(read))).retryAfter).toBe(retryAfter)
  })
})

describe('the words of a provider', () => {
  const bearer = 'eyJhbGciOiJIUzI1NiJ9.e30.c2lnbmF0dXJl'
  const secrets = [
    ['a bearer token', { authorization: `Bearer ${bearer}` }, bearer],
    ['an API key', { 'x-api-key': 'pat.acc.1234.5678' }, 'pat.acc.1234.5678'],
    ['a cookie', { cookie: 'id0=s3ss10n.v4lue; theme=dark' }, 's3ss10n.v4lue'],
    ['a token of the input', {}, 'tok_k3y'],
    ['a password of the input', {}, 'correct horse'],
    ['a password of many parts', {}, 'a b=c;d'],
  ] as const

  it.each(secrets)('come out without %s', async (_what, headers, secret) => {
    const words = `${secret} is wrong, "${secret}"`
    const verdict = { text: words, fields: { token: words }, requestId: words }
    const answer = () => new Response('{}', { status: 403, headers: { 'x-request-id': words } })
    const { request } = setUp(answer, { headers, judge: () => verdict })
    const error = await failure(request({ ...write, secrets: [secret, undefined] }))
    expect(JSON.stringify(error)).not.toContain(secret)
    expect(error.message).toContain('[redacted] is wrong')
    expect(error.fields?.token).toContain('[redacted] is wrong')
  })

  it('come out without a credential that nobody names as a secret', async () => {
    const { request } = setUp(() => new Response(bearer, { status: 500 }), {
      headers: async () => ({ authorization: `Bearer ${bearer}` }),
      judge: ({ text }) => ({ text }),
    })
    expect((await failure(request(read))).message).toBe('Acme, list: answered 500: [redacted]')
  })

  it('are one line of 200 characters', async () => {
    const text = `first\r\n\tsecond ${'x'.repeat(10_000)}`
    const { message } = await failure(refusing(400, {}, { text })(read))
    expect(message).toBe(`Acme, list: answered 400: first second ${'x'.repeat(187)}`)
  })

  it('are not quoted where its judge does not pick them', async () => {
    const { request } = setUp(() => new Response('<h1>stack trace</h1>', { status: 500 }))
    expect((await failure(request(read))).message).toBe('Acme, list: answered 500.')
  })
})
