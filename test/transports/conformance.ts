import { describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { protocol } from '../../src/protocol.js'
import type { Fetch } from '../../src/transports/request.js'
import { can, operationsOf } from '../../src/transport.js'
import type {
  CallOptions,
  InviteOperation,
  InviteOperations,
  InviteTransport,
} from '../../src/transport.js'
import { answers, elsewhere, readingsOf } from './answers.ts'
import type { AnswerName, Reading, Settled } from './answers.ts'

export interface World {
  /** Plays the provider. */
  fetch: Fetch
  /** The transport under test, over any fetch. */
  transport(fetch: Fetch): InviteTransport
  /** For each claimed operation an input that succeeds in this world; for `createMany` two people or more. */
  inputs: { [Op in InviteOperation]?: Parameters<InviteOperations[Op]>[0] }
}

export interface Subject {
  name: string
  /** What the provider can do, by the design's table. */
  claims: readonly InviteOperation[]
  /** A fresh emulated provider, with a pending invite. */
  world(): World | Promise<World>
  /** Where this provider's facts read an answer otherwise than its status alone; `every` stands for all answers. */
  deviations?:
    | Partial<Record<InviteOperation, Partial<Record<AnswerName | 'every', Reading>>>>
    | undefined
  /** False for a transport that does not speak HTTP: what is said of requests and answers is left out. */
  http?: boolean | undefined
}

type Operation = (input: unknown, options?: CallOptions) => Promise<unknown>

const reads: readonly InviteOperation[] = ['list', 'lookup', 'viewer']

/** Registers what every transport promises, whatever its provider. */
export function conformance(subject: Subject): void {
  const { claims, deviations = {} } = subject
  let shared: World | Promise<World> | undefined
  /** For calls that never reach the provider: one world serves them all. */
  const sharedWorld = () => (shared ??= subject.world())
  const readingOf = (operation: InviteOperation, name: AnswerName): Reading =>
    deviations[operation]?.[name] ?? deviations[operation]?.every ?? answers[name]
  const speaking = claims.filter((operation) => !('silent' in readingOf(operation, '500')))
  const expectedOf = (operation: InviteOperation, name: AnswerName, requests: Request[]) => {
    const reading = readingOf(operation, name)
    if (!('code' in reading)) return reading
    const { code, outcome, retryAfter } = reading
    const onlyRead = requests.every(({ method }) => /^(GET|HEAD)$/.test(method))
    const certain = answers[name].refused || onlyRead ? 'not_sent' : 'unknown'
    return {
      code,
      retryAfter,
      outcome: reads.includes(operation) ? undefined : (outcome ?? certain),
    }
  }

  describe(`${subject.name} as a transport`, () => {
    it('has the operations that its provider can do, and no others', async () => {
      const world = await sharedWorld()
      const transport = world.transport(world.fetch)
      expect(operationsOf(transport).toSorted()).toEqual(claims.toSorted())
      const data = Object.keys(transport).filter((name) => !claims.some((claim) => claim === name))
      expect(['key', 'roles', 'fields', 'maxBatch', 'maxPerMinute']).toEqual(
        expect.arrayContaining(data),
      )
      expect(can(transport, 'createMany')).toBe(transport.maxBatch !== undefined)
    })

    it('has a key that is derived from its configuration and holds no credential', async () => {
      const world = await sharedWorld()
      const { key } = world.transport(world.fetch)
      expect(key).toMatch(/\S/)
      expect(world.transport(world.fetch).key).toBe(key)
      for (const operation of claims) {
        const { requests } = await run(world, operation, answering(answers['500'].bodies[0]))
        expect(leaks(key, secretsOf(requests, {}))).toEqual([])
      }
    })

    it.each(claims)(
      '%s succeeds with a value of the protocol and nothing beside it',
      async (of) => {
        const world = await subject.world()
        const input = inputOf(world, of)
        expect(z.parse(protocol[of].input, input)).toEqual(input)
        const { settled } = await run(world, of, world.fetch)
        if ('error' in settled) throw settled.error
        expect(z.parse(protocol[of].output, settled.value)).toEqual(settled.value)
      },
    )

    it.each(claims.filter((of) => of === 'createMany'))(
      '%s answers in order, one each',
      async () => {
        const world = await subject.world()
        const people = z.parse(protocol.createMany.input, inputOf(world, 'createMany'))
        expect(people.length).toBeGreaterThan(1)
        const { settled } = await run(world, 'createMany', world.fetch)
        const outcomes = z.parse(protocol.createMany.output, 'value' in settled && settled.value)
        const addresses = outcomes.map((one) => one.status === 'sent' && one.sent.email)
        expect(addresses).toEqual(people.map(({ email }) => email))
      },
    )

    it.each(claims.filter((of) => of === 'list'))('%s leads through all invites', async () => {
      const world = await subject.world()
      if (claims.includes('create')) await run(world, 'create', world.fetch)
      const page = async (input: object) => {
        const { settled } = await run(world, 'list', world.fetch, { input })
        return z.parse(protocol.list.output, 'value' in settled && settled.value)
      }
      const whole = await page({ pageSize: 100 })
      expect(whole.invites.length).toBeGreaterThan(0)
      const walked = []
      let cursor: string | undefined
      for (let step = 0; step === 0 || (cursor && step < 50); step++) {
        const { invites, next } = await page({ pageSize: 1, cursor })
        expect(invites.length).toBeLessThanOrEqual(1)
        walked.push(...invites)
        cursor = next
      }
      expect(walked).toEqual(whole.invites)
    })

    it.each(claims)('%s asks nothing of the provider when it is aborted before', async (of) => {
      const world = await sharedWorld()
      const reason = new Error('the page is left')
      const signal = AbortSignal.abort(reason)
      const { settled, requests } = await run(world, of, world.fetch, { signal })
      expect('error' in settled && settled.error).toBe(reason)
      expect(requests).toEqual([])
    })

    if (subject.http === false) return

    it.each(speaking)('%s rejects with the reason of the caller who aborts it', async (of) => {
      const reason = new Error('the page is left')
      const controller = new AbortController()
      const unanswered = (request: Request) => {
        queueMicrotask(() => controller.abort(reason))
        return new Promise<Response>((_resolve, reject) => {
          const stop = () => reject(new DOMException('This operation was aborted', 'AbortError'))
          request.signal.addEventListener('abort', stop)
        })
      }
      const { signal } = controller
      const { settled, requests } = await run(await sharedWorld(), of, unanswered, { signal })
      expect('error' in settled && settled.error).toBe(reason)
      expect(requests).toHaveLength(1)
    })

    it.each(speaking)('%s does not let an id change where it goes', async (of) => {
      const world = await sharedWorld()
      const given = inputOf(world, of)
      const input = { ...given }
      if ('id' in input) input.id = '../../admin'
      if ('token' in input) input.token = '../../admin'
      const { requests } = await run(world, of, answering(answers['404'].bodies[0]), { input })
      expect(requests.filter(({ url }) => new URL(url).pathname.includes('admin'))).toEqual([])
    })

    const names = Object.keys(answers) as AnswerName[]
    const cases = claims.flatMap((operation) => names.map((name) => [operation, name] as const))
    it.each(cases)('%s, answered with %s', async (operation, name) => {
      const world = await sharedWorld()
      for (const body of answers[name].bodies) {
        const provider = answering(body, inputOf(world, operation))
        const { settled, requests } = await run(world, operation, provider)
        expect(requests.map(({ redirect }) => redirect)).not.toContain('follow')
        expect(requests.filter(({ url }) => new URL(url).origin === elsewhere)).toEqual([])
        const actual = readingsOf(operation, settled, requests)
        const expected = expectedOf(operation, name, requests)
        expect(actual).toEqual(actual.map(() => expected))
        const said = 'code' in expected ? JSON.stringify(settled) : ''
        expect(leaks(said, secretsOf(requests, inputOf(world, operation)))).toEqual([])
      }
    })
  })
}

/** Calls an operation over a fetch of the suite; what was asked for, and how it ended. */
async function run(
  world: World,
  operation: InviteOperation,
  fetch: (request: Request) => Promise<Response>,
  { input = inputOf(world, operation), signal }: CallOptions & { input?: unknown } = {},
): Promise<{ settled: Settled; requests: Request[] }> {
  const requests: Request[] = []
  const transport = world.transport((...args) => {
    const request = new Request(...args)
    requests.push(request)
    return fetch(request)
  }) as InviteTransport & Partial<Record<InviteOperation, Operation>>
  const call = transport[operation]
  if (!call) throw new Error(`${operation} is claimed, but there is no such method.`)
  const settled = await call(input, { signal }).then(
    (value): Settled => ({ value }),
    (error: unknown): Settled => ({ error }),
  )
  return { settled, requests }
}

function inputOf(world: World, operation: InviteOperation): object {
  const input = world.inputs[operation]
  if (!input) throw new Error(`${operation} is claimed, but the world has no input for it.`)
  return input
}

/** A provider that gives every request the same answer, and quotes the secrets that it was told. */
function answering(body: (echo: string) => Response, input: object = {}) {
  return async (request: Request) => body(secretsOf([request], input).join(' '))
}

/** Credentials of the requests, token and password of the input. */
function secretsOf(requests: Request[], input: object): string[] {
  const { token, password } = input as { token?: unknown; password?: unknown }
  const headers = requests.flatMap((request) => [...request.headers])
  const credentials = headers.filter(([name]) => !/^(accept|content-type)$/.test(name))
  return [...credentials.map(([, value]) => value), token, password]
    .flatMap((secret) => (typeof secret === 'string' ? secret.split(/[\s;=]+/) : []))
    .filter((secret) => secret.length >= 8)
}

function leaks(text: string, secrets: string[]): string[] {
  return secrets.filter((secret) => text.includes(secret))
}
