import * as z from 'zod/mini'
import { InviteError } from '../error.js'
import type { InviteTransport } from '../transport.js'
import { harnessCreate } from './harnessCreate.js'
import { harnessInvitee } from './harnessInvitee.js'
import { harnessList } from './harnessList.js'
import {
  envelope,
  harnessJudge,
  inviteDTO,
  inviteOf,
  type InviteDTO,
  type RoleBinding,
} from './harnessWire.js'
import { notSent } from './notSent.js'
import {
  createRequester,
  path,
  type HttpOptions,
  type RequesterConfig,
  type Resolvable,
} from './request.js'

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

/**
 * User invites of Harness NextGen, after harness-core of December 2023 and the API document of 2026.
 *
 * - Rows have no dates and no inviter, and every one is pending: nothing else is told.
 * - An address that is invited already is mailed again with the role it had (`renewed`).
 * - `resend` and `update` read the invite and write it back, which mails it with a new link; the old one dies.
 * - `revoke` of what is gone is a success.
 * - `lookup` needs the credential of somebody who may see users: it is for the server side.
 * - `accept` goes on by navigation (Harness verifies on a GET, so it must not be fetched), until the invite is
 *   verified; then it takes a name and a password.
 */
export function harness(
  options: HarnessOptions,
): InviteTransport<
  'create' | 'createMany' | 'list' | 'resend' | 'update' | 'revoke' | 'lookup' | 'accept'
> {
  const { accountIdentifier, orgIdentifier, projectIdentifier, fetch, timeout } = options
  const root = (options.baseUrl ?? 'https://app.harness.io').replace(/\/$/, '')
  const bindingOf = options.roleBinding ?? defaultBinding
  // An empty scope parameter would match nothing: undefined ones are left out.
  const scope = {
    accountIdentifier,
    orgIdentifier: orgIdentifier || undefined,
    projectIdentifier: projectIdentifier || undefined,
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
    headers: async () => {
      const [key, session] = [await valueOf(options.apiKey), await valueOf(options.session)]
      return {
        ...(key && { 'x-api-key': key }),
        ...(session && { authorization: `Bearer ${session}` }),
      }
    },
  })

  const readOne = async (doing: string, id: string, signal?: AbortSignal): Promise<InviteDTO> => {
    const { data } = await request({
      doing,
      method: 'GET',
      path: '/ng/api/invites/invite',
      query: { accountIdentifier, inviteId: id },
      answer: one,
      signal,
    }).catch(notSent)
    return data ?? gone(doing)
  }

  const writeBack = async (doing: string, invite: InviteDTO, signal?: AbortSignal) => {
    const { data } = await request({
      doing,
      method: 'PUT',
      path: path`/ng/api/invites/${invite.id}`,
      query: { accountIdentifier },
      body: { ...invite, approved: invite.approved ?? false },
      answer: one,
      write: true,
      signal,
    })
    return inviteOf(data ?? gone(doing))
  }

  return {
    key: `harness:${[root, accountIdentifier, orgIdentifier, projectIdentifier].filter(Boolean).join('/')}`,
    fields: { groups: 'optional' },
    maxBatch: 100,

    ...harnessCreate(request, scope, bindingOf),

    list: harnessList(request, scope),

    async resend({ id }, { signal } = {}) {
      const invite = await writeBack('resend', await readOne('resend', id, signal), signal)
      return { email: invite.email, delivery: 'mailed', invite }
    },

    async update({ id, role }, { signal } = {}) {
      const invite = await readOne('update', id, signal)
      return writeBack('update', { ...invite, roleBindings: [{ ...bindingOf(role) }] }, signal)
    },

    async revoke({ id }, { signal } = {}) {
      await request({
        doing: 'revoke',
        method: 'DELETE',
        path: path`/ng/api/invites/${id}`,
        query: { accountIdentifier },
        answer: one,
        write: true,
        signal,
      })
    },

    ...harnessInvitee(request, createRequester(open), root, scope),
  }
}

function defaultBinding(role: string): RoleBinding {
  return { roleIdentifier: role, roleName: role, managedRole: role.startsWith('_') }
}

function valueOf(secret: Resolvable<string> | undefined): string | undefined | Promise<string> {
  return typeof secret === 'function' ? secret() : secret
}

function gone(doing: string): never {
  throw new InviteError('not_found', {
    message: `Harness, ${doing}: there is no such invite any more. Read the list again.`,
    outcome: 'not_sent',
  })
}
