import * as z from 'zod/mini'
import type { InviteOperations } from '../transport.js'
import { inviteOf, type InviteDTO } from './harnessWire.js'
import { refuseBlank } from './refuseBlank.js'
import type { Requester } from './request.js'

/** The older envelope. What it has of the new session stays in here. */
const signedIn = /*#__PURE__*/ z.object({ resource: /*#__PURE__*/ z.object({}) })

/**
 * The invitee's side of Harness.
 * @param read gets the invite of a token, with a credential: the lookup needs one
 * @param open carries none: the completion is public
 */
export function harnessInvitee(
  read: (token: string, signal?: AbortSignal) => Promise<InviteDTO>,
  open: Requester,
  root: string,
  accountIdentifier: string,
): Pick<InviteOperations, 'lookup' | 'accept'> {
  return {
    async lookup({ token }, { signal } = {}) {
      const found = await read(token, signal)
      const { email, name, role, status } = inviteOf(found)
      return {
        email,
        role,
        status,
        // Until the link is verified, acceptance goes by navigation and asks nothing here.
        asks: found.approved
          ? [
              { name: 'name', required: true, value: name },
              { name: 'password', required: true, secret: 'new' },
            ]
          : [],
      }
    },

    async accept({ token, email = '', name = '', password }, { signal } = {}) {
      signal?.throwIfAborted()
      refuseBlank('Harness', { email })
      if (password === undefined) {
        // The mail's own link has the address encoded twice.
        const query = new URLSearchParams({
          accountIdentifier,
          email: encodeURIComponent(email),
          token,
        })
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
      return {
        status: 'accepted',
        url: `${root}/ng/#/account/${accountIdentifier}/home/get-started`,
      }
    },
  }
}
