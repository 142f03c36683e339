import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { InviteError, inviteErrorCodes } from '../../src/error.js'
import { isWrite } from '../../src/isWrite.js'
import { protocol } from '../../src/protocol.js'
import type { InviteOperation, InviteTransport } from '../../src/transport.js'
import { leaks, wordsOf } from '../faults/play.ts'
import { providers } from '../faults/providers.ts'
import { runs } from '../input/fuzz.ts'
import { canary } from '../server/canaryWorlds.ts'

type Any = InviteTransport & Record<InviteOperation, (input: unknown) => Promise<unknown>>

const members =
  'id inviteId invitation invites email role roles status message code data content items total users member user ' +
  'isValid isActive createdAt expiresAt statements __proto__ constructor toString token error'
const { json } = fc.letrec<{ json: unknown }>((tie) => ({
  json: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom<unknown>(
      null,
      true,
      0,
      -1,
      1e300,
      '',
      'a',
      'ana@acme.test',
      canary,
      '2026-01-01',
      'PENDING',
      [],
    ),
    fc.array(tie('json'), { maxLength: 4 }),
    fc.array(fc.tuple(fc.constantFrom(...members.split(' ')), tie('json')), { maxLength: 6 }).map(
      // As text, so that `__proto__` is a member like any other.
      (entries) => new Raw(entries),
    ),
  ),
}))

/** An object as it stands on the wire, also with members of one name. */
class Raw {
  constructor(readonly entries: [string, unknown][]) {}
}
const textOf = (value: unknown): string => {
  if (value instanceof Raw)
    return `{${value.entries.map(([name, one]) => `${JSON.stringify(name)}:${textOf(one)}`).join()}}`
  return Array.isArray(value) ? `[${value.map(textOf).join()}]` : JSON.stringify(value)
}

const status = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(200, 201) },
  fc.constantFrom(400, 401, 403, 404, 409, 410, 412, 422, 429, 500, 502, 503, 504),
)

const worlds = await Promise.all(
  Object.values(providers).flatMap((provider) =>
    provider ? provider.begin().then((world) => ({ can: provider.can, world })) : [],
  ),
)
const called = fc
  .nat({ max: worlds.length - 1 })
  .chain((at) =>
    fc
      .constantFrom(...(worlds[at]?.can ?? ['list' as const]))
      .map((operation) => ({ at, operation })),
  )

describe('any JSON, with any status, to any operation of any provider', () => {
  it('is a value of the protocol or an error of the list, without a secret, and the prototype is intact', async () => {
    const before = Object.getOwnPropertyNames(Object.prototype)
    let [values, errors] = [0, 0]
    await fc.assert(
      fc.asyncProperty(called, status, json, async ({ at, operation }, code, value) => {
        const { world } = worlds[at] ?? worlds[0] ?? never()
        const body = textOf(value)
        const answer = async () =>
          new Response(body, { status: code, headers: { 'content-type': 'application/json' } })
        const transport = world.transport(answer) as Any
        const end = await transport[operation](world.inputs[operation]).then(
          (good: unknown) => ({ good }),
          (error: unknown) => ({ error }),
        )
        if ('good' in end) values += 1
        else errors += 1
        expect(
          'good' in end ? wrongValue(operation, end.good) : wrongError(operation, end.error),
        ).toEqual([])
        expect(({} as { polluted?: unknown }).polluted).toBeUndefined()
      }),
      runs,
    )
    expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(before)
    expect(values).toBeGreaterThan(0)
    expect(errors).toBeGreaterThan(0)
  })
})

/** What is wrong with an answer, in words. */
function wrongValue(operation: InviteOperation, value: unknown): string[] {
  const { success } = protocol[operation].output.safeParse(value)
  return success ? [] : ['not of the protocol']
}

function wrongError(operation: InviteOperation, thrown: unknown): string[] {
  if (!InviteError.is(thrown)) return [`no InviteError but ${String(thrown)}`]
  return [
    ...(inviteErrorCodes.includes(thrown.code) ? [] : [`the code ${thrown.code}`]),
    ...((thrown.outcome === undefined) === isWrite(operation) ? ['no fitting outcome'] : []),
    ...leaks(wordsOf(thrown)),
  ]
}

function never(): never {
  throw new Error('There are no providers.')
}
