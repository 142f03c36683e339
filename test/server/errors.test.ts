import { describe, expect, it } from 'vitest'
import { InviteError, inviteErrorCodes, statusOf } from '../../src/error.js'
import { memory } from '../../src/transports/memory.js'
import { ask, canary, read, setUp, upstream } from './setUp.ts'

const bo = { email: 'bo@acme.test', role: 'Viewer' }

/** A handler whose transport fails to create in a certain way. */
const failing = (thrown: unknown) =>
  setUp({ transport: { key: 'k', create: () => Promise.reject(thrown) } })

describe('the status of an answer', () => {
  it('is one for each code', () => {
    expect(Object.fromEntries(inviteErrorCodes.map((code) => [code, statusOf(code)]))).toEqual({
      invalid_input: 422,
      unauthenticated: 401,
      forbidden: 403,
      wrong_account: 403,
      email_unverified: 403,
      not_found: 404,
      expired: 410,
      revoked: 410,
      already_accepted: 409,
      already_invited: 409,
      already_member: 409,
      limit_reached: 402,
      rate_limited: 429,
      unsupported: 501,
      invalid_response: 502,
      offline: 503,
      timeout: 504,
      network: 502,
      unavailable: 503,
      config: 500,
      unknown: 500,
    })
  })

  it.each(inviteErrorCodes)('for %s is that, whatever the provider answered', async (code) => {
    const { handle } = failing(new InviteError(code, { status: 299, outcome: 'not_sent' }))
    // Its own network, which is not that of the page.
    const told = code === 'network' ? 'unavailable' : code
    expect(await read(await handle(ask('create', bo)))).toEqual([
      statusOf(code),
      {
        code: told,
        message: told.replaceAll('_', ' '),
        outcome: 'not_sent',
        requestId: 'request-1',
      },
    ])
  })
})

describe('of an error there goes on', () => {
  it('what a page needs, and the log hears whose it is', async () => {
    const { handle, log } = failing(
      new InviteError('rate_limited', {
        retryAfter: 6100,
        requestId: 'upstream-7',
        fields: { email: 'in use, or the address' },
        outcome: 'not_sent',
      }),
    )
    const response = await handle(ask('create', bo))
    expect(response.headers.get('retry-after')).toBe('7')
    const told = {
      code: 'rate_limited',
      message: 'rate limited',
      fields: { email: 'in use, or the address' },
      retryAfter: 6100,
      outcome: 'not_sent',
    }
    expect(await read(response)).toEqual([429, { ...told, requestId: 'request-1' }])
    expect(log).toMatchObject([
      [told, { operation: 'create', requestId: 'request-1', actor: 'ada' }],
    ])
  })

  it.each([
    ['an InviteError', new InviteError('invalid_input', leaky())],
    ['one of another copy', { [Symbol.for('invite-kit.error')]: true, code: canary, ...leaky() }],
    ['an Error with a stack', Object.assign(new Error(canary), { stack: canary, cause: canary })],
    ['a string', canary],
    ['nothing', undefined],
  ])('nothing of the words of %s', async (_, thrown) => {
    const { handle, log } = failing(thrown)
    const response = await handle(ask('create', bo))
    const told = JSON.stringify([await read(response), [...response.headers], log])
    expect(response.status).toBeGreaterThanOrEqual(400)
    expect(told).not.toMatch(/canary|stack|at \w+ \(/)
  })

  it('nothing of an outcome that a provider leaves open, on a read', async () => {
    const { handle } = setUp({ transport: memory({ faults: { list: 'timeout' } }) })
    const [status, body] = await read(await handle(ask('list', {})))
    expect([status, body]).toEqual([
      504,
      { code: 'timeout', message: 'timeout', requestId: 'request-1' },
    ])
  })

  it('in each of a batch no more than that', async () => {
    const error = new InviteError('already_invited', { ...leaky(), outcome: 'not_sent' })
    const { handle } = setUp({
      transport: { key: 'k', createMany: async () => [{ status: 'failed', error }] },
    })
    const [status, body] = await read(await handle(ask('createMany', [bo])))
    expect([status, body]).toEqual([
      200,
      [
        {
          status: 'failed',
          error: {
            code: 'already_invited',
            message: 'already invited',
            fields: { email: 'not accepted', password: 'not accepted' },
            outcome: 'not_sent',
          },
        },
      ],
    ])
  })
})

describe('why a password is not taken', () => {
  const told = async (password: string) => {
    const { handle } = failing(new InviteError('invalid_input', { fields: { password } }))
    return (await read(await handle(ask('create', bo))))[1]
  }

  it.each([
    'The password must have 8 characters at least',
    "Too short. Use 12 or more characters, one of them a capital; don't repeat yourself.",
  ])('is told in the words of the provider: %s', async (why) => {
    expect(await told(why)).toMatchObject({ fields: { password: why } })
  })

  it.each([
    `${canary} is too short`,
    'db-1.internal.acme.test refused',
    'ana@acme.test has it already',
    'not Sup3rSecret9',
    '<b>too short</b>',
    'see https://evil.test',
    'twelve '.repeat(24),
    'c2VjcmV0LWtleS1vZi10aGUtc2VydmVy',
  ])('is not, where that might be more than words: %s', async (why) => {
    expect(await told(why)).toMatchObject({ fields: { password: 'not accepted' } })
  })
})

describe('the credential', () => {
  const echoes: [string, (said: string) => Response][] = [
    ['a 500 in text', (said) => new Response(said, { status: 500 })],
    ['a 401 in JSON', (said) => Response.json({ message: said }, { status: 401 })],
    ['a 412', (said) => Response.json({ message: said }, { status: 412 })],
    ['a header', () => new Response('{}', { status: 400, headers: { 'x-request-id': canary } })],
    ['a cookie', () => new Response('[]', { headers: { 'set-cookie': `s=${canary}` } })],
    ['a page', (said) => new Response(`<p>${said}`, { headers: { 'content-type': 'text/html' } })],
    ['a redirect', () => Response.redirect(`https://evil.example/?${canary}`)],
    ['another shape', (said) => Response.json({ token: said, invites: said })],
    ['rows with more in them', (said) => Response.json([{ ...row, token: said, orgName: said }])],
  ]
  it.each(echoes)('is in no answer and no log where Grafana quotes it in %s', async (_, answer) => {
    const { handle, detour, requests, log } = setUp()
    detour.answer = (request) => answer(`Bearer ${request.headers.get('authorization')} ${canary}`)
    const inputs = {
      create: bo,
      list: {},
      resend: { id: 'code1' },
      revoke: { id: 'code1' },
      lookup: { token: 'code1' },
      accept: { token: 'code1', username: 'bo', password: 'S3cret-pass!', name: 'Bo' },
    }
    for (const [operation, input] of Object.entries(inputs)) {
      // oxlint-disable-next-line no-await-in-loop
      const response = await handle(ask(operation, input, { cookie: 'session=s1' }))
      // oxlint-disable-next-line no-await-in-loop
      const told = JSON.stringify([[...response.headers], await response.text()])
      expect(told).not.toContain(canary)
    }
    expect(JSON.stringify(log)).not.toMatch(/canary|S3cret/)
    expect(new Set(requests.map((request) => new URL(request.url).origin))).toEqual(
      new Set([upstream]),
    )
    expect(requests.some(({ headers }) => headers.has('cookie'))).toBe(false)
  })
})

describe('an answer of the provider that is not what was agreed', () => {
  it('is no success', async () => {
    const answers = [undefined, null, 'done', {}, { delivery: 'sent' }, [], { error: 'no' }]
    const outcomes = await Promise.all(
      answers.map(async (answer) => {
        const transport = { key: 'k', create: async () => answer as { delivery: 'mailed' } }
        return read(await setUp({ transport }).handle(ask('create', bo)))
      }),
    )
    for (const outcome of outcomes)
      expect(outcome).toMatchObject([502, { code: 'invalid_response', outcome: 'unknown' }])
  })

  it('loses what is not in the protocol', async () => {
    const invite = { id: 'i1', status: 'pending', token: 'secret', owner: { admin: true } } as const
    const transport = { key: 'k', create: async () => ({ delivery: 'mailed', invite }) as const }
    const { handle } = setUp({ transport })
    expect(await read(await handle(ask('create', bo)))).toEqual([
      200,
      { delivery: 'mailed', invite: { id: 'i1', status: 'pending' } },
    ])
  })
})

describe('a log', () => {
  it.each([
    ['throws', () => raise()],
    ['rejects', () => Promise.reject(new Error('disk full'))],
  ])('that %s changes no answer', async (_, onError) => {
    const { handle } = setUp({ onError })
    expect((await handle(ask('nothing', {}))).status).toBe(404)
    expect((await handle(ask('revoke', { id: 'a/b' }))).status).toBe(400)
  })
})

const row = {
  id: 1,
  code: 'code1',
  email: 'ana@acme.test',
  role: 'Editor',
  status: 'InvitePending',
  emailSent: true,
  createdOn: '2026-11-19T09:00:00Z',
}

function leaky() {
  return {
    message: `refused ${canary}`,
    requestId: canary,
    status: 403,
    fields: { email: canary, password: `not ${canary}`, [canary]: 'x' },
    cause: canary,
    retryAfter: NaN,
  }
}

function raise(): never {
  throw new Error('disk full')
}
