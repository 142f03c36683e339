import * as z from 'zod/mini'
import type { Invite } from '../schema.js'
import type { Refusal, Verdict } from './request.js'

const text = /*#__PURE__*/ z.string()
const words = /*#__PURE__*/ z.nullish(text)

const roleBinding = /*#__PURE__*/ z.looseObject({ roleIdentifier: text })

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
  roleBindings: /*#__PURE__*/ z.nullish(/*#__PURE__*/ z.array(roleBinding)),
  approved: /*#__PURE__*/ z.nullish(/*#__PURE__*/ z.boolean()),
})
export type InviteDTO = z.output<typeof inviteDTO>

/** The success envelope. A 200 with another status is none. */
export const envelope = <T extends z.ZodMiniType>(data: T) =>
  z.object({ status: z.literal('SUCCESS'), data })

export const pageDTO = /*#__PURE__*/ z.object({
  totalPages: /*#__PURE__*/ z.number(),
  totalItems: /*#__PURE__*/ z.number(),
  content: /*#__PURE__*/ z.array(/*#__PURE__*/ z.unknown()),
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

/** The rows of a page; `unreadable` counts those that are left out. */
export function invitesOf(content: unknown[]): { invites: Invite[]; unreadable: number } {
  const read = content.flatMap((row) => z.safeParse(inviteDTO, row).data ?? [])
  return { invites: read.map(inviteOf), unreadable: content.length - read.length }
}

/** All four shapes of an error body: Failure, Error, AccessDenied, and Dropwizard's with a number for a code. */
const errorBody = /*#__PURE__*/ z.object({
  status: words,
  code: /*#__PURE__*/ z.nullish(/*#__PURE__*/ z.union([text, /*#__PURE__*/ z.number()])),
  message: words,
  correlationId: words,
  errors: /*#__PURE__*/ z.nullish(
    /*#__PURE__*/ z.array(/*#__PURE__*/ z.object({ fieldId: words, error: words })),
  ),
  responseMessages: /*#__PURE__*/ z.nullish(
    /*#__PURE__*/ z.array(/*#__PURE__*/ z.object({ code: words, message: words })),
  ),
})

/** What only words tell apart. Where they change, the status decides. */
const causes: [words: RegExp, verdict: Verdict][] = [
  [/invite token invalid/i, { code: 'not_found' }],
  [/\b(seat|limit|licen[cs]e)/i, { code: 'limit_reached' }],
]

/** Reads a refusal: by its code, else by its words, else status alone decides. */
export function harnessJudge({ body }: Refusal, doing: string): Verdict | undefined {
  const { data } = z.safeParse(errorBody, body)
  if (!data) return undefined
  const [first] = data.responseMessages ?? []
  const code = data.code ?? first?.code
  const said = data.message ?? first?.message ?? undefined
  const fields = Object.fromEntries(
    (data.errors ?? []).map(({ fieldId, error }) => [
      fieldId === 'emails' ? 'email' : (fieldId ?? ''),
      error ?? '',
    ]),
  )
  const verdict: Verdict = {
    text: said,
    requestId: data.correlationId ?? undefined,
    fields: data.errors?.length ? fields : undefined,
    // A business error comes in the middle of a batch, when some are invited already.
    outcome: doing === 'createMany' && data.status === 'ERROR' ? 'unknown' : undefined,
  }
  // An unknown route is a 400 here.
  if (code === 'RESOURCE_NOT_FOUND_EXCEPTION') return { ...verdict, code: 'config' }
  if (code === 'PASSWORD_STRENGTH_CHECK_FAILED')
    return { ...verdict, code: 'invalid_input', fields: { password: said ?? '' } }
  return { ...verdict, ...causes.find(([pattern]) => said && pattern.test(said))?.[1] }
}
