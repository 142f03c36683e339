import * as z from 'zod/mini'
import { InviteError } from '../error.js'
import { fromWhole } from '../fromWhole.js'
import type { CreateInviteInput, ListInvitesInput, SentInvite } from '../schema.js'
import type { InviteOperations } from '../transport.js'
import { astronomerInvitee } from './astronomerInvitee.js'
import { astronomerInvites, unnamed } from './astronomerInvites.js'
import type { AstronomerOptions } from './astronomerOptions.js'
import { astronomerResend } from './astronomerResend.js'
import { astronomerJudge, inviteDTO, inviteOf } from './astronomerWire.js'
import { bearer } from './bearer.js'
import { pageOf } from './page.js'
import { refuseBlank } from './refuseBlank.js'
import { createRequester, path } from './request.js'

const nothing = /*#__PURE__*/ z.void()

/** What can be done at Astronomer by v1alpha1; v1 has the first three of them. */
export function astronomerOperations(
  baseUrl: string,
  { apiVersion, organizationId, token, fetch, timeout, onUnauthenticated }: AstronomerOptions,
): Omit<InviteOperations, 'createMany' | 'update' | 'viewer'> {
  const scope = { apiVersion, organizationId }
  const request = createRequester({
    provider: 'Astronomer',
    baseUrl,
    fetch,
    timeout,
    onUnauthenticated,
    judge: astronomerJudge,
    headers: () => bearer(token),
  })

  const create = async (
    doing: string,
    { email, role }: CreateInviteInput,
    signal?: AbortSignal,
  ): Promise<SentInvite> => {
    refuseBlank('Astronomer', { email, role })
    const invite = await request({
      doing,
      method: 'POST',
      path: path`/organizations/${organizationId}/invites`,
      body: { inviteeEmail: email, role },
      answer: inviteDTO,
      write: true,
      signal,
    })
    return { email, delivery: 'mailed', invite: inviteOf(invite, { email, role }) }
  }

  const remove = async (doing: string, id: string, signal?: AbortSignal): Promise<void> => {
    if (id.startsWith(unnamed))
      throw new InviteError('unsupported', {
        message: `Astronomer ${apiVersion} does not tell the invites of pending people. Use ledger() to know those that are created here.`,
        outcome: 'not_sent',
      })
    await request({
      doing,
      method: 'DELETE',
      path: path`/organizations/${organizationId}/invites/${id}`,
      answer: nothing,
      write: true,
      signal,
    })
  }

  return {
    create: (input, { signal } = {}) => create('create', input, signal),

    async list(input, { signal } = {}) {
      const search = input.search?.trim()
      const call = { doing: 'list', search, signal }
      const { invites, unreadable } = await astronomerInvites(request, scope, call)
      const answer = (asked: ListInvitesInput) => ({
        ...pageOf(invites, asked),
        ...(unreadable > 0 && { unreadable }),
      })
      // A search is the server's, and leaves out the others.
      return search ? answer(input) : fromWhole(input, answer)
    },

    revoke: ({ id }, { signal } = {}) => remove('revoke', id, signal),

    resend: astronomerResend({
      read: (signal) => astronomerInvites(request, scope, { doing: 'resend', signal }),
      remove: (id) => remove('resend', id),
      create: (input) => create('resend', input),
    }),

    ...astronomerInvitee(request),
  }
}
