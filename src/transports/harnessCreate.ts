import * as z from 'zod/mini'
import { InviteError } from '../error.js'
import type { CreateInviteInput } from '../schema.js'
import type { CreateOutcome, InviteOperations } from '../transport.js'
import { harnessResult } from './harnessResult.js'
import { envelope, type HarnessScope, type RoleBinding } from './harnessWire.js'
import type { Requester } from './request.js'

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
    doing: string,
    inputs: CreateInviteInput[],
    signal?: AbortSignal,
  ): Promise<CreateOutcome[]> => {
    const { role, groups } = inputs[0] ?? {}
    const { data } = await request({
      doing,
      method: 'POST',
      path: '/ng/api/user/users',
      query: { ...scope },
      body: {
        emails: inputs.map(({ email }) => email),
        ...(role && { roleBindings: [bindingOf(role)] }),
        ...(groups && { userGroups: groups }),
      },
      answer: added,
      write: true,
      signal,
    })
    return inputs.map(({ email }) => harnessResult(email, data.addUserResponseMap))
  }

  return {
    async create(input, { signal } = {}) {
      const [outcome] = await addUsers('create', [input], signal)
      if (outcome?.status === 'sent') return outcome.sent
      throw outcome?.error
    },

    async createMany(inputs, { signal } = {}) {
      const outcomes: CreateOutcome[] = []
      const seen = new Set<string>()
      // One call grants one set of roles and groups.
      const calls = new Map<string, number[]>()
      for (const [index, { email, role, groups }] of inputs.entries()) {
        const address = email.toLowerCase()
        const key = JSON.stringify([role, groups])
        // A second call for one address would mail it a second time.
        if (seen.has(address)) outcomes[index] = failed('already_invited')
        else calls.set(key, [...(calls.get(key) ?? []), index])
        seen.add(address)
      }
      let stopped: InviteError | undefined
      for (const indexes of calls.values()) {
        const batch = indexes.flatMap((index) => inputs[index] ?? [])
        let results: CreateOutcome[] = []
        try {
          // In order: the limit is ten calls a minute.
          // oxlint-disable-next-line no-await-in-loop
          results = stopped ? [] : await addUsers('createMany', batch, signal)
        } catch (error) {
          if (!InviteError.is(error)) throw error
          // Which address was at fault nobody can tell; nothing is sent again by itself.
          results = batch.map(() => ({ status: 'failed', error }))
          if (error.code !== 'invalid_input') stopped = error
        }
        for (const [at, index] of indexes.entries())
          outcomes[index] = results[at] ?? failed(stopped?.code ?? 'unknown')
      }
      return outcomes
    },
  }
}

function failed(code: InviteError['code']): CreateOutcome {
  return { status: 'failed', error: new InviteError(code, { outcome: 'not_sent' }) }
}
