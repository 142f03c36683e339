import * as z from 'zod/mini'
import type { Invite, InviteStatus } from '../schema.js'
import { isoOf } from './isoOf.js'
import type { Refusal, Verdict } from './request.js'

const text = /*#__PURE__*/ z.string()
const words = /*#__PURE__*/ z.nullish(text)

/** The invitation object. What an application declares beside these is left out. */
export const invitation = /*#__PURE__*/ z.object({
  id: text,
  email: text,
  role: words,
  status: text,
  createdAt: words,
  expiresAt: words,
  teamId: words,
})
export type Invitation = z.output<typeof invitation>

const statuses = /*#__PURE__*/ new Map<string, InviteStatus>([
  ['pending', 'pending'],
  ['accepted', 'accepted'],
  ['rejected', 'declined'],
  ['canceled', 'revoked'],
])

/** An invitation as an invite: there is no `expired` on the wire, `now` tells it. */
export function inviteOf(
  { id, email, role, ...row }: Invitation,
  now: Date,
  linkOf?: (invitationId: string) => string,
): Invite {
  const expiresAt = isoOf(row.expiresAt)
  const known = statuses.get(row.status) ?? 'unknown'
  const over = known === 'pending' && expiresAt && Date.parse(expiresAt) < now.getTime()
  const status = over ? 'expired' : known
  return {
    id,
    email,
    role: role || undefined,
    status,
    createdAt: isoOf(row.createdAt),
    expiresAt,
    url: status === 'pending' ? linkOf?.(id) : undefined,
  }
}

/** What waits for an answer: not the answered ones, nor expired ones whose address was invited again since. */
export function openInvites(all: Invite[]): Invite[] {
  const latest = new Map<string | undefined, string>()
  for (const { email, createdAt = '' } of all)
    if (createdAt >= (latest.get(email) ?? '')) latest.set(email, createdAt)
  return all.filter(
    ({ status, email, createdAt = '' }) =>
      status === 'pending' ||
      status === 'unknown' ||
      (status === 'expired' && createdAt === latest.get(email)),
  )
}

const errorBody = /*#__PURE__*/ z.object({ message: text, code: /*#__PURE__*/ z.optional(text) })

/** By code, by words where there is none. */
const causes: [codeOrWords: RegExp, verdict: Verdict][] = [
  [/^INVITATION_NOT_FOUND|^Invitation not found/, { code: 'not_found' }],
  // It may still be accepted, but is not shown: as good as gone, with the same way out.
  [/^INVITER_IS_NO_LONGER_A_MEMBER/, { code: 'not_found' }],
  [/^USER_IS_ALREADY_INVITED/, { code: 'already_invited' }],
  [/^USER_IS_ALREADY_A_MEMBER/, { code: 'already_member' }],
  [/^YOU_ARE_NOT_THE_RECIPIENT/, { code: 'wrong_account' }],
  [/^EMAIL_VERIFICATION_REQUIRED/, { code: 'email_unverified' }],
  [/^MEMBER_NOT_FOUND/, { code: 'forbidden' }],
  [/_LIMIT_REACHED$/, { code: 'limit_reached' }],
  // No organization was named, and the session has none active.
  [/^ORGANIZATION_NOT_FOUND|^Organization ID is required/, { code: 'config' }],
  [/_ORIGIN$/, { code: 'config' }],
  [/^INVALID_EMAIL/, { fields: { email: 'not an address' } }],
  [/^ROLE_NOT_FOUND/, { fields: { role: 'not a role' } }],
  [/^YOU_ARE_NOT_ALLOWED_TO_INVITE_USER_WITH/, { fields: { role: 'not yours to give' } }],
  [/^(TEAM_NOT_FOUND|INVALID_TEAM)/, { fields: { groups: 'not a team' } }],
]

/** Reads a refusal; where it says nothing known, the status decides. */
export function betterAuthJudge({ status, body }: Refusal): Verdict | undefined {
  const { data } = z.safeParse(errorBody, body)
  // What is missing is a 400: only an address without a route is a 404.
  if (status === 404) return { code: 'config', text: data?.message }
  if (!data) return undefined
  const { message, code = message } = data
  const issues = [...message.matchAll(/\[body\.(\w+)] ([^;]+)/g)]
  return {
    text: message,
    fields: issues.length
      ? Object.fromEntries(issues.map(([, field, why]) => [field, why]))
      : undefined,
    ...causes.find(([pattern]) => pattern.test(code))?.[1],
  }
}
