import { inspect } from 'node:util'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { createInviteHandler } from '../../src/server/index.js'
import { http } from '../../src/transports/http.js'
import type { Fetch } from '../../src/transports/request.js'
import { operationsOf, type InviteOperation, type InviteTransport } from '../../src/transport.js'
import { answers } from '../../src/testing/answers.js'
import type { World } from '../transports/conformance.ts'
import { canary, password, providers } from './canaryWorlds.ts'

const sinks = ['answer', 'value', 'error', 'log', 'console'] as const
type Sink = (typeof sinks)[number]

type Operation = (input: unknown) => Promise<unknown>

const everything = { depth: Infinity, showHidden: true, maxStringLength: Infinity }

/** Message, stack, JSON, and whatever else hangs on an error, its causes included. */
function wordsOf(error: unknown): string {
  const { message, stack } = error instanceof Error ? error : new Error(String(error))
  return [message, stack, JSON.stringify(error), inspect(error, everything)].join('\n')
}

/** The provider behind the handler, a page in front of it, and all that either of them lets out. */
function stage(world: World, upstream: Fetch) {
  const told: Record<Sink, string> = { answer: '', value: '', error: '', log: '', console: '' }
  const tell = (sink: Sink, ...said: unknown[]) => {
    told[sink] += said
      .map((one) => (typeof one === 'string' ? one : inspect(one, everything)))
      .join()
  }
  for (const method of ['log', 'info', 'warn', 'error', 'debug', 'trace'] as const)
    vi.spyOn(console, method).mockImplementation((...said) => tell('console', ...said))
  const carrying: Request[] = []
  const transport = world.transport((...args) => {
    const request = new Request(...args)
    if ([...request.headers].join().includes(canary)) carrying.push(request)
    return upstream(request)
  })
  const handle = createInviteHandler({
    transport,
    authorize: () => ({ ok: true, actor: 'ada' }),
    roles: ['Viewer', 'Support', '_account_viewer', '_account_admin', 'ORGANIZATION_OWNER'],
    onError: (error, context) => tell('log', wordsOf(error), context),
  })
  const page = http({
    url: 'https://app.acme.test/api/invites',
    operations: operationsOf(transport),
    headers: { 'sec-fetch-site': 'same-origin' },
    fetch: async (...args) => {
      const response = await handle(new Request(...args))
      const { status, statusText, headers } = response
      tell('answer', status, statusText, [...headers], await response.clone().text())
      return response
    },
  }) as InviteTransport & Partial<Record<InviteOperation, Operation>>
  return {
    tell,
    carrying,
    run: async (operation: InviteOperation) => {
      try {
        tell('value', await page[operation]?.(world.inputs[operation]))
        return 'done'
      } catch (error) {
        tell('error', wordsOf(error))
        return 'refused'
      }
    },
    found: () =>
      sinks.filter((sink) => [canary, password].some((secret) => told[sink].includes(secret))),
  }
}

afterEach(() => vi.restoreAllMocks())

/** What a careless server quotes: whatever it was told. */
async function echoOf(request: Request): Promise<string> {
  return `${[...request.headers].join(' ')} ${await request.text()} ${canary} ${password}`
}

const headerSafe = `Bearer ${canary}; p=${encodeURIComponent(password)}`

/** More places to quote it in than `answers` has. */
const quotes: Record<string, (echo: string) => Response> = {
  'a cookie': () => new Response('{}', { headers: { 'set-cookie': headerSafe } }),
  'headers of a refusal': () =>
    new Response('{}', {
      status: 401,
      statusText: canary,
      headers: {
        'www-authenticate': headerSafe,
        'x-amzn-requestid': canary,
        'retry-after': canary,
      },
    }),
  'a redirect': () => Response.redirect(`https://elsewhere.example/?${canary}`),
  'members that nobody reads': (echo) =>
    Response.json({ [echo]: echo, token: echo, data: { echo } }),
  'text that calls itself JSON': (echo) =>
    new Response(echo, { headers: { 'content-type': 'application/json' } }),
  'a failure of the network': (echo) => {
    throw new TypeError(`fetch failed: ${echo}`, { cause: new Error(echo) })
  },
}

describe.each(Object.entries(providers))(
  '%s behind the handler',
  (_, { can, anonymous, begin }) => {
    it.each(can)('does %s, and tells its credential to nobody', async (operation) => {
      const world = await begin()
      const { run, found, carrying } = stage(world, world.fetch)
      expect(await run(operation)).toBe('done')
      // Otherwise there was nothing to tell.
      expect(carrying.length > 0).toBe(!anonymous.includes(operation))
      expect(found()).toEqual([])
    })

    const bodies = Object.entries(answers).flatMap(([name, answer]) =>
      answer.bodies.map((body, index) => [`${name} (${index + 1})`, body] as const),
    )
    it.each([...bodies, ...Object.entries(quotes)])(
      'tells nothing that the provider quotes in %s',
      async (__, body) => {
        const world = await begin()
        const { run, found, carrying } = stage(world, async (...args) =>
          body(await echoOf(new Request(...args))),
        )
        for (const operation of can)
          // oxlint-disable-next-line no-await-in-loop
          await run(operation)
        expect(carrying.length).toBeGreaterThan(0)
        expect(found()).toEqual([])
      },
    )
  },
)

describe('the search', () => {
  /** Grafana with a transport that gives away what it should keep. */
  const careless = async (create: () => unknown) => {
    const world = await (providers.grafana?.begin() ?? Promise.reject(new Error('no Grafana')))
    const transport = { key: 'careless', create: async () => create() as { delivery: 'mailed' } }
    const staged = stage({ ...world, transport: () => transport }, world.fetch)
    await staged.run('create')
    return staged
  }

  it.each([
    [
      'an answer',
      () => ({ delivery: 'stored', url: `https://acme.test/?${canary}` }),
      ['answer', 'value'],
    ],
    ['a console', () => console.warn({ sent: { deep: { headers: [canary] } } }), ['console']],
  ])('finds what a transport gives away in %s', async (_, create, sinks_) => {
    expect((await careless(create)).found()).toEqual(sinks_)
  })

  it.each([
    ['the message', new Error(canary)],
    ['the cause of a cause', new Error('a', { cause: new Error('b', { cause: canary }) })],
    ['a member', Object.assign(new Error('a'), { request: { headers: { password } } })],
    ['a hidden member', Object.defineProperty(new Error('a'), 'token', { value: canary })],
    ['the stack', Object.assign(new Error('a'), { stack: canary })],
    ['its JSON', Object.assign(new Error('a'), { toJSON: () => ({ token: canary }) })],
  ])('finds it in %s of an error', async (_, error) => {
    const { tell, found } = await careless(() => ({ delivery: 'mailed' }))
    expect(found()).toEqual([])
    tell('error', wordsOf(error))
    tell('log', wordsOf(error))
    expect(found()).toEqual(['error', 'log'])
  })

  it('finds it in a header', async () => {
    const { tell, found } = await careless(() => ({ delivery: 'mailed' }))
    tell('answer', [...new Headers({ 'set-cookie': headerSafe })])
    expect(found()).toEqual(['answer'])
  })
})
