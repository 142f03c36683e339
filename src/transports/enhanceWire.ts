import * as z from 'zod/mini'
import type { Invite } from '../schema.js'
import type { Refusal, Verdict } from './request.js'

const text = /*#__PURE__*/ z.string()
const texts = /*#__PURE__*/ z.array(text)
const words = /*#__PURE__*/ z.nullish(text)

/** Member. One that is not active is a pending invite: there is no other record of it. */
export const memberDTO = /*#__PURE__*/ z.object({
  id: text,
  isActive: /*#__PURE__*/ z.boolean(),
  email: text,
  name: text,
  roles: texts,
  siteAccesses: /*#__PURE__*/ z.nullish(texts),
  notifications: /*#__PURE__*/ z.nullish(texts),
  joinedAt: words,
})
type MemberDTO = z.output<typeof memberDTO>

/** Ten days, by the help page "Users and roles"; nothing on the wire tells. */
const lifetime = 864_000_000

/** A pending member as an invite. `joinedAt`, a date or a time, is the only date there is. */
export function inviteOf({ id, email, name, roles, joinedAt }: MemberDTO): Invite {
  const created = Date.parse(joinedAt ?? '')
  const invite: Invite = { id, email, name: name || undefined, role: roles[0], status: 'pending' }
  if (Number.isNaN(created)) return invite
  return {
    ...invite,
    createdAt: new Date(created).toISOString(),
    expiresAt: new Date(created + lifetime).toISOString(),
    expiryEstimated: true,
  }
}

/** HttpError. */
const errorBody = /*#__PURE__*/ z.object({ code: text, message: words, detail: words })

/** Reads a refusal; where it says nothing known, the status decides. */
export function enhanceJudge({ status, body, text: raw }: Refusal, doing: string): Verdict {
  const { data } = z.safeParse(errorBody, body)
  const said = data ? (data.message ?? data.detail ?? data.code) : ''
  const about = (pattern: RegExp) => pattern.test(`${data?.code} ${said}`)
  const verdict = {
    // A path id that is no UUID is a 404 in plain text; a body of another kind is not quoted.
    text: said || (raw.startsWith('UUID parsing failed') ? raw : undefined),
  }
  if (doing === 'accept') {
    if (status === 400 && about(/password/i)) return { ...verdict, fields: { password: said } }
    // No status is documented for a wrong password, and 403 stands for another's session as well: a suspicion,
    // to be settled by who is signed in.
    if ((status === 401 || status === 403) && !about(/session_token/))
      return { ...verdict, fields: { password: 'wrong password' } }
  }
  const member = status === 409 || (status === 400 && about(/already/i))
  return member ? { ...verdict, code: 'already_member' } : verdict
}
