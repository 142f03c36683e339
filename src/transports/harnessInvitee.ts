import * as z from 'zod/mini'
import { InviteError } from '../error.js'
import type { InviteOperations } from '../transport.js'
import { envelope, inviteDTO, inviteOf, type HarnessScope } from './harnessWire.js'
import { refuseBlank } from './refuseBlank.js'
import type { Requester } from './request.js'

const one = /*#__PURE__*/ envelope(/*#__PURE__*/ z.nullish(inviteDTO))
/** The older envelope. What it has of the new session stays in here. */
const signedIn = /*#__PURE__*/ z.object({ resource: /*#__PURE__*/ z.object({}) })

/**
 * The invitee's side of Harness.
 * @param request carries a credential: the lookup needs one
 * @param open carries none: the completion is public
 */
export function harnessInvitee(
  request: Requester,
  open: Requester,
  root: string,
  scope: HarnessScope,
): Pick<InviteOperations, 'lookup' | 'accept'> {
  const { accountIdentifier } = scope
  return {
    async lookup({ token }, { signal } = {}) {
      const { data } = await request({
        doing: 'lookup',
        method: 'GET',
        path: '/ng/api/invites/invite',
        query: { accountIdentifier, jwttoken: token },
        answer: one,
        secrets: [token],
        signal,
      })
      if (!data)
        throw new InviteError('not_found', {
          message: 'Harness, lookup: the link is unknown, expired, revoked or used.',
        })
      const { email, role, status } = inviteOf(data)
      return {
        email,
        role,
        status,
        // Until the link is verified, acceptance goes by navigation and asks nothing here.
        asks: data.approved
          ? [
              { name: 'name', required: true, value: data.name ?? undefined },
              { name: 'password', required: true, secret: 'new' },
            ]
          : [],
      }
    },

    async accept({ token, email = '', name = '', password }, { signal } = {}) {
      refuseBlank('Harness', { email })
      if (password === undefined) {
        const query = new URLSearchParams({ accountIdentifier })
        // The mail's own link has it encoded twice.
        query.set('email', encodeURIComponent(email))
        query.set('token', token)
        return { status: 'continue', url: `${root}/gateway/ng/api/invites/verify?${query}` }
      }
      refuseBlank('Harness', { name, password })
      await open({
        doing: 'accept',
        method: 'PUT',
        path: '/gateway/api/users/invites/ngsignin',
        query: { accountId: accountIdentifier, generation: 'NG' },
        body: { email, token, accountId: accountIdentifier, name, password },
        answer: signedIn,
        write: true,
        secrets: [token, password],
        signal,
      })
      return { status: 'accepted', url: `${root}/ng/#/account/${homeOf(scope)}` }
    },
  }
}

/** Where Harness itself goes after verification. */
function homeOf({ accountIdentifier, orgIdentifier, projectIdentifier }: HarnessScope): string {
  if (!orgIdentifier) return `${accountIdentifier}/home/get-started`
  if (!projectIdentifier)
    return `${accountIdentifier}/settings/organizations/${orgIdentifier}/details`
  return `${accountIdentifier}/orgs/${orgIdentifier}/projects/${projectIdentifier}/details`
}
