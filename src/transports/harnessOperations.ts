import * as z from 'zod/mini'
import { InviteError } from '../error.js'
import type { InviteOperations } from '../transport.js'
import { bearer } from './bearer.js'
import { harnessCreate } from './harnessCreate.js'
import { harnessInvitee } from './harnessInvitee.js'
import { harnessList } from './harnessList.js'
import type { HarnessOptions } from './harnessOptions.js'
import {
  envelope,
  harnessJudge,
  inviteDTO,
  inviteOf,
  type HarnessScope,
  type RoleBinding,
} from './harnessWire.js'
import { notSent } from './notSent.js'
import { createRequester, path, type RequesterConfig } from './request.js'

const one = /*#__PURE__*/ envelope(/*#__PURE__*/ z.nullish(inviteDTO))
const done = /*#__PURE__*/ envelope(/*#__PURE__*/ z.unknown())

/** What can be done at Harness, within a scope. `root` is the base URL without a slash at its end. */
export function harnessOperations(
  root: string,
  scope: HarnessScope,
  { accountIdentifier, roleBinding = defaultBinding, ...options }: HarnessOptions,
): Omit<InviteOperations, 'decline' | 'viewer'> {
  const open: RequesterConfig = {
    provider: 'Harness',
    baseUrl: root,
    fetch: options.fetch,
    timeout: options.timeout,
    secrets: [options.apiKey, options.session],
    judge: harnessJudge,
  }
  const request = createRequester({
    ...open,
    onUnauthenticated: options.onUnauthenticated,
    headers: async () => {
      const { apiKey, session } = options
      const key = typeof apiKey === 'function' ? await apiKey() : apiKey
      return { ...(key && { 'x-api-key': key }), ...(await bearer(session)) }
    },
  })

  const read = async (doing: string, by: Record<string, string>, signal?: AbortSignal) => {
    const { data } = await request({
      doing,
      method: 'GET',
      path: '/ng/api/invites/invite',
      query: { accountIdentifier, ...by },
      answer: one,
      secrets: Object.values(by),
      signal,
    })
    return data ?? gone(doing)
  }

  const writeBack = async (doing: string, id: string, change?: object, signal?: AbortSignal) => {
    const target = path`/ng/api/invites/${id}`
    const invite = await read(doing, { inviteId: id }, signal).catch(notSent)
    const { data } = await request({
      doing,
      method: 'PUT',
      path: target,
      query: { accountIdentifier },
      // A missing `approved` is a 500.
      body: { ...invite, approved: invite.approved ?? false, ...change },
      answer: one,
      write: true,
      signal,
    })
    return inviteOf(data ?? gone(doing, 'not_sent'))
  }

  return {
    ...harnessCreate(request, scope, roleBinding),

    list: harnessList(request, scope),

    async resend({ id }, { signal } = {}) {
      const invite = await writeBack('resend', id, {}, signal)
      return { email: invite.email, delivery: 'mailed', invite }
    },

    update: ({ id, role }, { signal } = {}) =>
      writeBack('update', id, { roleBindings: [roleBinding(role)] }, signal),

    async revoke({ id }, { signal } = {}) {
      await request({
        doing: 'revoke',
        method: 'DELETE',
        path: path`/ng/api/invites/${id}`,
        query: { accountIdentifier },
        answer: done,
        write: true,
        signal,
      })
    },

    ...harnessInvitee(
      (token, signal) => read('lookup', { jwttoken: token }, signal),
      createRequester(open),
      root,
      accountIdentifier,
    ),
  }
}

function defaultBinding(role: string): RoleBinding {
  return { roleIdentifier: role, roleName: role, managedRole: role.startsWith('_') }
}

function gone(doing: string, outcome?: 'not_sent'): never {
  throw new InviteError('not_found', {
    message: `Harness, ${doing}: there is no such invite any more.`,
    outcome,
  })
}
