import * as z from 'zod/mini'
import { InviteError, type InviteErrorCode } from '../error.js'
import { sameAddress } from '../input/sameAddress.js'
import type { AcceptInviteInput, Viewer } from '../schema.js'
import type { InviteOperations } from '../transport.js'
import { refuseBlank } from './refuseBlank.js'
import { path, type Requester } from './request.js'

const text = /*#__PURE__*/ z.string()
const words = /*#__PURE__*/ z.nullish(text)
const nothing = /*#__PURE__*/ z.undefined()
const login = /*#__PURE__*/ z.object({ email: text, name: words })

/** Neither address nor expiry is told. */
const validation = /*#__PURE__*/ z.object({
  isValid: /*#__PURE__*/ z.boolean(),
  orgName: words,
  role: words,
})

/** The invitee's side of Enhance: `request` goes with the session of the browser, or without any. */
export function enhanceInvitee(
  request: Requester,
  root: string,
  locale: string | undefined,
): Pick<InviteOperations, 'lookup' | 'accept' | 'viewer'> {
  const viewer = async (doing: string, signal?: AbortSignal): Promise<Viewer | null> => {
    try {
      const { email, name } = await request({
        doing,
        method: 'GET',
        path: '/login',
        answer: login,
        signal,
      })
      return { email, name: name || undefined }
    } catch (error) {
      if (InviteError.is(error) && error.status === 401) return null
      throw error
    }
  }

  /** Where that is a help only: undefined if it cannot be read. */
  const viewerIfTold = (doing: string, signal?: AbortSignal) =>
    viewer(doing, signal).catch(() => {
      signal?.throwIfAborted()
      return undefined
    })

  /** What a refusal to accept says, which may be of the password or of the session: who is signed in decides. */
  const explained = async (
    error: InviteError,
    { email, password }: AcceptInviteInput,
    signal?: AbortSignal,
  ) => {
    const somebody = await viewerIfTold('accept', signal)
    const as = (code: InviteErrorCode, fields?: Record<string, string>) =>
      new InviteError(code, { ...error.toJSON(), fields })
    if (somebody?.email && !(email && sameAddress(somebody.email, email)))
      return as('wrong_account')
    if (somebody !== undefined && password !== undefined) return as('invalid_input', error.fields)
    return as(somebody === null ? 'unauthenticated' : error.code)
  }

  return {
    viewer: (_, { signal } = {}) => viewer('viewer', signal),

    async lookup({ token, email }, { signal } = {}) {
      const { isValid, orgName, role } = await request({
        doing: 'lookup',
        method: 'POST',
        path: path`/invites/${token}/validate`,
        answer: validation,
        secrets: [token],
        signal,
      })
      if (!isValid)
        throw new InviteError('not_found', {
          message: 'Enhance, lookup: the invite is used, withdrawn, expired or unknown.',
        })
      const somebody = await viewerIfTold('lookup', signal)
      // Without an address in the link, Enhance alone can tell whether it is theirs.
      const theirs = somebody?.email && (!email || sameAddress(somebody.email, email))
      return {
        status: 'pending',
        email,
        organization: orgName || undefined,
        role: role || undefined,
        asks: theirs ? [] : [{ name: 'password', required: true, secret: 'either' }],
      }
    },

    async accept(input, { signal } = {}) {
      const { token, email, password } = input
      const withPassword = password !== undefined
      if (withPassword) refuseBlank('Enhance', { email, password })
      try {
        await request({
          doing: 'accept',
          method: 'POST',
          path: path`/invites/${token}`,
          ...(withPassword && { body: { email, password, locale } }),
          answer: nothing,
          write: true,
          secrets: [token, password],
          signal,
        })
      } catch (error) {
        // Suspected by the judge: see there.
        const suspected = InviteError.is(error) && error.status !== 400 && error.fields?.password
        throw suspected ? await explained(error, input, signal) : error
      }
      return { status: 'accepted', url: `${root}/` }
    },
  }
}
