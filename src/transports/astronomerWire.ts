import * as z from 'zod/mini'
import type { Invite, InvitePreview } from '../schema.js'
import { isoOf } from './isoOf.js'
import type { Refusal, Verdict } from './request.js'

const text = /*#__PURE__*/ z.string()
const words = /*#__PURE__*/ z.nullish(text)

const profile = /*#__PURE__*/ z.nullish(
  /*#__PURE__*/ z.object({ username: words, fullName: words, apiTokenName: words }),
)

/** Invite. Those of 2022 have neither people nor names; a role, a status and a creation time none has. */
export const inviteDTO = /*#__PURE__*/ z.object({
  inviteId: text,
  organizationId: text,
  expiresAt: words,
  organizationName: words,
  orgName: words,
  invitee: profile,
  inviter: profile,
})
type InviteDTO = z.output<typeof inviteDTO>

/** User, with the role as v1alpha1 and as v1 name it. `invites` is v1alpha1's, of all organizations. */
export const userDTO = /*#__PURE__*/ z.object({
  id: text,
  username: words,
  fullName: words,
  status: words,
  orgRole: words,
  organizationRole: words,
  createdAt: words,
  invites: /*#__PURE__*/ z.nullish(/*#__PURE__*/ z.array(/*#__PURE__*/ z.unknown())),
})

export const usersDTO = /*#__PURE__*/ z.object({
  totalCount: /*#__PURE__*/ z.number(),
  users: /*#__PURE__*/ z.array(/*#__PURE__*/ z.unknown()),
})

/** What both sides see of an invite. All that exist are pending: they are gone once answered or deleted. */
export function shownOf({
  invitee,
  inviter,
  expiresAt,
}: InviteDTO): Pick<InvitePreview, 'email' | 'status' | 'invitedBy' | 'expiresAt'> {
  return {
    email: invitee?.username || undefined,
    status: 'pending',
    invitedBy: inviter?.fullName || inviter?.username || inviter?.apiTokenName || undefined,
    expiresAt: isoOf(expiresAt),
  }
}

/** `known`: what the request, or the user's record, tells beside. */
export function inviteOf(dto: InviteDTO, known: Partial<Invite>): Invite {
  const shown = shownOf(dto)
  return { ...known, ...shown, id: dto.inviteId, email: shown.email ?? known.email }
}

const errorBody = /*#__PURE__*/ z.object({
  message: text,
  requestId: words,
  fieldErrors: /*#__PURE__*/ z.nullish(
    /*#__PURE__*/ z.array(/*#__PURE__*/ z.object({ field: text, message: text })),
  ),
})

/** Words of the older backend, seen in astro-cli#645. Which status goes with them is not known. */
const causes: [words: RegExp, verdict: Verdict][] = [
  [/already a member/i, { code: 'already_member' }],
  [/invalid email/i, { code: 'invalid_input', fields: { email: 'not an address' } }],
  [/insufficient permissions/i, { code: 'forbidden' }],
]

/** Reads a refusal: no code on the wire, so that words decide where they are known, else the status. */
export function astronomerJudge({ status, body }: Refusal): Verdict | undefined {
  const { data } = z.safeParse(errorBody, body)
  if (!data) return undefined
  const { message, requestId, fieldErrors } = data
  const fields = fieldErrors?.map((one) => [
    one.field.replace(/.*email$/i, 'email').toLowerCase(),
    one.message,
  ])
  return {
    text: message,
    requestId: requestId || undefined,
    ...(status < 500 && causes.find(([pattern]) => pattern.test(message))?.[1]),
    ...(fields?.length && { fields: Object.fromEntries(fields) }),
  }
}
