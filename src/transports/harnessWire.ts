import * as z from 'zod/mini'
import type { Invite } from '../schema.js'
import type { Refusal, Verdict } from './request.js'

const text = /*#__PURE__*/ z.string()
const words = /*#__PURE__*/ z.nullish(text)
const number = /*#__PURE__*/ z.number()
const anything = /*#__PURE__*/ z.optional(/*#__PURE__*/ z.unknown())

/** Where invites live; absent parts are left out of the query, since an empty one would match nothing. */
export interface HarnessScope {
  accountIdentifier: string
  orgIdentifier: string | undefined
  projectIdentifier: string | undefined
}

/** A role as Harness grants it; the server fills in the resource group by scope. */
export interface RoleBinding {
  roleIdentifier: string
  roleName: string
  managedRole: boolean
  resourceGroupIdentifier?: string | undefined
  resourceGroupName?: string | undefined
}

/** InviteDTO, with all that it has beside: it is written back unchanged. No date crosses the wire. */
export const inviteDTO = /*#__PURE__*/ z.looseObject({
  id: text,
  email: text,
  name: words,
  roleBindings: /*#__PURE__*/ z.nullish(
    /*#__PURE__*/ z.array(/*#__PURE__*/ z.looseObject({ roleIdentifier: text })),
  ),
  approved: /*#__PURE__*/ z.nullish(/*#__PURE__*/ z.boolean()),
})
export type InviteDTO = z.output<typeof inviteDTO>

/** The success envelope. A 200 with another status is none. */
export const envelope = <T extends z.ZodMiniType>(data: T) =>
  z.object({ status: z.literal('SUCCESS'), data })

export const pageDTO = /*#__PURE__*/ z.object({
  totalPages: number,
  totalItems: number,
  content: /*#__PURE__*/ z.array(anything),
})

/** Harness tells of an invite who, and as what. It has neither date, status nor inviter. */
export function inviteOf({ id, email, name, roleBindings }: InviteDTO): Invite {
  return {
    id,
    email,
    name: name || undefined,
    role: roleBindings?.[0]?.roleIdentifier,
    status: 'pending',
  }
}

const said = /*#__PURE__*/ z.object({ code: anything, message: words })

/**
 * All shapes of an error body: Failure, Error, AccessDenied, Dropwizard's with a number for a code, and that of the
 * older service, which has messages alone.
 */
const errorBody = /*#__PURE__*/ z.object({
  status: anything,
  code: anything,
  message: words,
  correlationId: words,
  errors: /*#__PURE__*/ z.nullish(
    /*#__PURE__*/ z.array(/*#__PURE__*/ z.object({ fieldId: text, error: text })),
  ),
  responseMessages: /*#__PURE__*/ z.nullish(/*#__PURE__*/ z.array(said)),
})

/** By code where there is one, else by words. */
const causes: [codeAndWords: RegExp, verdict: Verdict][] = [
  // An unknown route is a 400.
  [/^RESOURCE_NOT_FOUND_EXCEPTION/, { code: 'config' }],
  [/^(INVALID|EXPIRED)_TOKEN/, { code: 'unauthenticated' }],
  [/invite token invalid/i, { code: 'not_found' }],
  // Found before anybody of the batch is invited.
  [/email address is invalid/i, { fields: { email: 'not an address' }, outcome: 'not_sent' }],
  [/limit.*(reached|exceeded)|reached.*limit/i, { code: 'limit_reached' }],
]

/** Reads a refusal; where it says nothing known, the status decides. */
export function harnessJudge({ status, body }: Refusal, doing: string): Verdict | undefined {
  const { data } = z.safeParse(errorBody, body)
  if (!data) return undefined
  const { code, message } = data.responseMessages?.at(-1) ?? data
  const word = typeof code === 'string' ? code : ''
  const weak = word === 'PASSWORD_STRENGTH_CHECK_FAILED' && { password: message ?? '' }
  const fields = data.errors?.map(({ fieldId, error }) => [
    fieldId.startsWith('emails') ? 'email' : fieldId,
    error,
  ])
  return {
    text: message ?? undefined,
    requestId: data.correlationId ?? undefined,
    fields: weak || (fields && Object.fromEntries(fields)),
    // A business error, the seat limit for one, may come when some of the batch are invited already.
    outcome:
      doing === 'createMany' && status === 400 && data.status === 'ERROR' ? 'unknown' : undefined,
    // There the limit is that of calls.
    ...(status !== 429 && causes.find(([pattern]) => pattern.test(`${word} ${message}`))?.[1]),
  }
}
