import * as z from 'zod/mini'
import { protocol } from '../protocol.js'
import { can, operationsOf, type InviteOperation } from '../transport.js'
import { callOperation, inputOf, transportOf, type Settled } from './callOperation.js'
import { expectSame, expectShape } from './expectSame.js'
import type { Bench, Check, World } from './subject.js'

const data = ['key', 'roles', 'fields', 'maxBatch', 'maxPerMinute']

/** What holds for every transport, whatever it speaks. */
export function plainChecks({ subject, shared }: Bench): Check[] {
  const { claims } = subject
  const check = (of: InviteOperation, promise: string, run: (world: World) => Promise<void>) => ({
    title: `${of} ${promise}`,
    run: async () => run(await subject.world()),
  })
  return [
    {
      title: 'has the operations that its provider can do, and no others',
      run: async () => {
        const world = await shared()
        const transport = transportOf(world)
        expectSame(
          operationsOf(transport).toSorted(),
          claims.toSorted(),
          'A method stands for what the provider can do: leave out what it cannot, and mend claims.',
        )
        expectSame(
          Object.keys(transport).filter(
            (name) => !data.includes(name) && !claims.some((claim) => claim === name),
          ),
          [],
          `A transport has its operations and ${data.join(', ')}: take these members out.`,
        )
        expectSame(
          transport.maxBatch !== undefined,
          can(transport, 'createMany'),
          'maxBatch and createMany belong together: give both or neither.',
        )
      },
    },
    {
      title: 'has a key that is derived from its configuration',
      run: async () => {
        const world = await shared()
        const keys = [0, 1].map(() => transportOf(world).key)
        expectSame(
          keys.map((key) => /\S/.test(key)),
          [true, true],
          'key names provider and scope, and partitions the cache: it must not be empty.',
        )
        expectSame(keys[1], keys[0], 'Derive key from the options: two of the same must agree.')
      },
    },
    ...claims.map((of) =>
      check(of, 'succeeds with a value of the protocol and nothing beside it', async (world) => {
        const input = inputOf(world, of)
        expectSame(
          expectShape<unknown>(input, protocol[of].input, `Mend inputs.${of}.`),
          input,
          `inputs.${of} has members that ${of} does not take: take them out.`,
        )
        const { settled } = await callOperation(world, of)
        const value = valueOf(of, settled)
        expectSame(
          expectShape<unknown>(value, protocol[of].output, 'Return plain JSON in this shape.'),
          value,
          'Return the members of the neutral shape alone, not what the provider has beside them.',
        )
      }),
    ),
    ...claims
      .filter((of) => of === 'createMany')
      .map((of) =>
        check(of, 'answers in order, one each', async (world) => {
          const people = z.parse(protocol[of].input, inputOf(world, of))
          expectSame(people.length > 1, true, 'inputs.createMany needs two people or more.')
          const { settled } = await callOperation(world, of)
          const outcomes = expectShape(
            valueOf(of, settled),
            protocol[of].output,
            'Return one outcome for each input.',
          )
          expectSame(
            outcomes.map((one) => one.status === 'sent' && one.sent.email),
            people.map(({ email }) => email),
            'Return as many outcomes as there are inputs, in the same order, each with its address.',
          )
        }),
      ),
    ...claims
      .filter((of) => of === 'list')
      .map((of) => check(of, 'leads through all invites', walk)),
    ...claims.map((of) => ({
      title: `${of} asks nothing of the provider when it is aborted before`,
      run: async () => {
        const reason = new Error('the page is left')
        const signal = AbortSignal.abort(reason)
        const { settled, requests } = await callOperation(await shared(), of, { signal })
        expectSame(settled, { error: reason }, 'Begin with signal?.throwIfAborted().')
        expectSame(
          requests.map(({ url }) => url),
          [],
          'Ask for nothing once the signal is aborted.',
        )
      },
    })),
  ]

  async function walk(world: World): Promise<void> {
    if (claims.includes('create')) await callOperation(world, 'create')
    const page = async (input: object) => {
      const { settled } = await callOperation(world, 'list', { input })
      return expectShape(valueOf('list', settled), protocol.list.output, 'Return an InvitePage.')
    }
    const whole = await page({ pageSize: 100 })
    expectSame(
      whole.invites.length > 0,
      true,
      'The world needs a pending invite, and list tells it.',
    )
    const walked: unknown[] = []
    let cursor: string | undefined
    for (let step = 0; step === 0 || (cursor && step < 50); step++) {
      // oxlint-disable-next-line no-await-in-loop -- each page tells where the next begins
      const { invites, next } = await page({ pageSize: 1, cursor })
      expectSame(invites.length <= 1, true, 'A page has no more than pageSize invites.')
      walked.push(...invites)
      cursor = next
    }
    expectSame(walked, whole.invites, 'Following next must tell every invite once, in one order.')
  }
}

function valueOf(operation: InviteOperation, settled: Settled): unknown {
  if ('value' in settled) return settled.value
  throw new Error(
    `${operation} failed with ${String(settled.error)}\n` +
      `inputs.${operation} must succeed in the world: mend the input, the world or the transport.`,
    { cause: settled.error },
  )
}
