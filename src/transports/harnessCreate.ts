import * as z from 'zod/mini'
import { InviteError } from '../error.js'
import { sameAddress } from '../input/sameAddress.js'
import type { CreateInviteInput } from '../schema.js'
import type { CreateOutcome, InviteOperations } from '../transport.js'
import { harnessResult } from './harnessResult.js'
import { envelope, type HarnessScope, type RoleBinding } from './harnessWire.js'
import type { Requester } from './request.js'

/** The largest batch that the document allows. */
const maxBatch = 100

const added = /*#__PURE__*/ envelope(
  /*#__PURE__*/ z.object({
    addUserResponseMap: /*#__PURE__*/ z.record(z.string(), /*#__PURE__*/ z.unknown()),
  }),
)

/** Inviting at Harness: one call for many, answered by a map of words. */
export function harnessCreate(
  request: Requester,
  scope: HarnessScope,
  bindingOf: (role: string) => RoleBinding,
): Pick<InviteOperations, 'create' | 'createMany'> {
  const addUsers = async (
    inputs: CreateInviteInput[],
    signal?: AbortSignal,
  ): Promise<CreateOutcome[]> => {
    const { role, groups } = inputs[0] ?? {}
    const { data } = await request({
      doing: inputs.length > 1 ? 'createMany' : 'create',
      method: 'POST',
      path: '/ng/api/user/users',
      query: { ...scope },
      body: {
        emails: inputs.map(({ email }) => email),
        roleBindings: role ? [bindingOf(role)] : [],
        userGroups: groups,
      },
      answer: added,
      write: true,
      signal,
    })
    const map = Object.entries(data.addUserResponseMap)
    const words = inputs.map(
      ({ email }) => map.find(([address]) => sameAddress(address, email))?.[1],
    )
    // They are put to the addresses by position: where one is missing, the others may have a neighbour's.
    const shifted = words.includes(undefined) && new Set(words).size > 2
    return inputs.map(({ email }, at) => harnessResult(email, shifted ? undefined : words[at]))
  }

  return {
    async create(input, { signal } = {}) {
      const [outcome] = await addUsers([input], signal)
      if (outcome?.status === 'sent') return outcome.sent
      throw outcome?.error
    },

    async createMany(inputs, { signal } = {}) {
      const firstOf = (email: string) =>
        inputs.findIndex((input) => sameAddress(input.email, email))
      // One call grants one set of roles and groups.
      const calls = new Map<string, number[]>()
      for (const [index, { email, role, groups }] of inputs.entries()) {
        const key = JSON.stringify([role, groups, Math.floor(index / maxBatch)])
        // A second call for one address would mail it a second time.
        if (firstOf(email) === index) calls.set(key, [...(calls.get(key) ?? []), index])
      }
      const outcomes: CreateOutcome[] = []
      let stopped: InviteError | undefined
      for (const indexes of calls.values()) {
        const batch = indexes.flatMap((index) => inputs[index] ?? [])
        let results: CreateOutcome[] = []
        try {
          // In order: the limit is ten calls a minute.
          // oxlint-disable-next-line no-await-in-loop
          if (!stopped) results = await addUsers(batch, signal)
        } catch (error) {
          if (!InviteError.is(error)) throw error
          // Which address was at fault nobody can tell; nothing is sent again by itself.
          results = batch.map(() => ({ status: 'failed', error }))
          if (error.code !== 'invalid_input') stopped = error
        }
        for (const [at, index] of indexes.entries()) outcomes[index] = results[at] ?? held(stopped)
      }
      return inputs.map(({ email }, index) => {
        const first = firstOf(email)
        const outcome = outcomes[first] ?? held()
        const again = first < index && outcome.status === 'sent'
        return again ? held(new InviteError('already_invited')) : outcome
      })
    },
  }
}

/** For one who was not tried. */
function held(why = new InviteError('unknown')): CreateOutcome {
  const error = new InviteError(why.code, { ...why.toJSON(), outcome: 'not_sent' })
  return { status: 'failed', error }
}
