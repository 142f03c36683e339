import * as z from 'zod/mini'
import type { Refusal, Verdict } from './request.js'

const text = /*#__PURE__*/ z.string()
const words = /*#__PURE__*/ z.nullish(text)

const statement = /*#__PURE__*/ z.object({
  roles: /*#__PURE__*/ z.array(text),
  resources: /*#__PURE__*/ z.array(/*#__PURE__*/ z.object({ resourceUri: text })),
})
/** Roles on resources. `resourceUri` is a path, which may end in `*`. */
export interface InviteStatement extends z.output<typeof statement> {}

/** Invite: neither address nor dates nor inviter nor status. `tenantId` is the older name. */
export const inviteDTO = /*#__PURE__*/ z.object({
  inviteId: text,
  statements: /*#__PURE__*/ z.nullish(/*#__PURE__*/ z.array(statement)),
  defaultLoginTenantId: words,
  tenantId: words,
  expiryTime: words,
})

/** Absent for what is no date: whether `expiryTime` is a time or a duration is not documented. */
export function isoOf(date: string | null | undefined): string | undefined {
  const time = Date.parse(date ?? '')
  return time > 0 && time < 2.5e14 ? new Date(time).toISOString() : undefined
}

/** ResponseError. Its codes for invites are published nowhere, so that the status decides. */
const errorBody = /*#__PURE__*/ z.object({ title: words, errorCode: words, errorId: words })

/** Reads a refusal. The body may also be plain text, or nothing. */
export function authressJudge({ body, text: raw }: Refusal): Verdict {
  const { data } = z.safeParse(errorBody, body)
  const plain = body === undefined && !/[<{]/.test(raw) ? raw : undefined
  return {
    text: data?.title || data?.errorCode || plain,
    requestId: data?.errorId || undefined,
  }
}
