import * as z from 'zod/mini'
import { InviteError } from '../error.js'
import type { InviteTransport } from '../transport.js'
import { harnessCreate, maxBatch } from './harnessCreate.js'
import { harnessInvitee } from './harnessInvitee.js'
import { harnessList } from './harnessList.js'
import { envelope, harnessJudge, inviteDTO, inviteOf, type RoleBinding } from './harnessWire.js'
import { notSent } from './notSent.js'
import {
  createRequester,
  path,
  type HttpOptions,
  type RequesterConfig,
  type Resolvable,
} from './request.js'

/** Which account or scope of it, and as whom. */
export interface HarnessOptions extends HttpOptions {
  accountIdentifier: string
  /** With it, and `projectIdentifier`, the invites of that scope alone: nothing is rolled up. */
  orgIdentifier?: string | undefined
  projectIdentifier?: string | undefined
  /** Origin of the installation. @default 'https://app.harness.io' */
  baseUrl?: string | undefined
  /** Key of a user or of a service account. It belongs on a server. */
  apiKey?: Resolvable<string> | undefined
  /** Session token of the signed-in user, instead of a key. */
  session?: Resolvable<string> | undefined
  /** What Harness grants for a role. @default a binding of that name, managed if it begins with `_` */
  roleBinding?: ((role: string) => RoleBinding) | undefined
}

const one = /*#__PURE__*/ envelope(/*#__PURE__*/ z.nullish(inviteDTO))
const done = /*#__PURE__*/ envelope(/*#__PURE__*/ z.unknown())

/**
 * User invites of Harness NextGen, after harness-core of December 2023 and the API document of 2026.
 *
 * - Rows have no dates and no inviter, and every one is pending: nothing else is told. With `search` or `role` the
 *   list has those as well whose link was opened and who did not finish; such a one cannot be resent (`not_found`).
 * - An address that is invited already is mailed again with the role it had (`renewed`); a member gets role and
 *   groups all the same, and is `already_member`.
 * - The answer to `create` has no id: the list has it.
 * - A batch that is refused fails as a whole. Where some of it may be invited all the same, the outcome is `unknown`.
 * - `resend` and `update` read the invite and write it back, which mails it with a new link; the old one dies.
 * - `revoke` of what is gone is a success.
 * - `lookup` needs the credential of somebody who may see users: it is for the server side. Leave it out for a page
 *   without one.
 * - `accept` goes on by navigation (Harness verifies on a GET, so it must not be fetched), until the invite is
 *   verified; then it takes a name and a password. Both need the invited address.
 */
export function harness(
  options: HarnessOptions,
): InviteTransport<
  'create' | 'createMany' | 'list' | 'resend' | 'update' | 'revoke' | 'lookup' | 'accept'
> {
  const {
    accountIdentifier,
    fetch,
    timeout,
    onUnauthenticated,
    roleBinding = defaultBinding,
  } = options
  const root = (options.baseUrl ?? 'https://app.harness.io').replace(/\/$/, '')
  // An empty scope parameter would match nothing: undefined ones are left out.
  const scope = {
    accountIdentifier,
    orgIdentifier: options.orgIdentifier || undefined,
    projectIdentifier: options.projectIdentifier || undefined,
  }
  const open: RequesterConfig = {
    provider: 'Harness',
    baseUrl: root,
    fetch,
    timeout,
    judge: harnessJudge,
  }
  const request = createRequester({
    ...open,
    onUnauthenticated,
    headers: async () => {
      const [key, session] = [await valueOf(options.apiKey), await valueOf(options.session)]
      return {
        ...(key && { 'x-api-key': key }),
        ...(session && { authorization: `Bearer ${session}` }),
      }
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
    key: `harness:${[root, ...Object.values(scope)].filter(Boolean).join('/')}`,
    fields: { groups: 'optional' },
    maxBatch,
    // Platform rate limits, developer.harness.io: 10 calls a minute and address for inviting users.
    maxPerMinute: 10,

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

function valueOf(secret: Resolvable<string> | undefined): string | undefined | Promise<string> {
  return typeof secret === 'function' ? secret() : secret
}

function gone(doing: string, outcome?: 'not_sent'): never {
  throw new InviteError('not_found', {
    message: `Harness, ${doing}: there is no such invite any more.`,
    outcome,
  })
}
