import * as z from 'zod/mini'
import type { Delivery } from '../schema.js'
import type { Refusal, Verdict } from './request.js'

/** `done`: the server has done it all the same, with this delivery; only the mail failed, which comes last. */
interface GrafanaVerdict extends Verdict {
  done?: Delivery | undefined
}

const causes: [status: number, words: RegExp, verdict: GrafanaVerdict][] = [
  [400, /login is disabled/, { code: 'unsupported' }],
  [400, /different from the address/, { code: 'wrong_account' }],
  [400, /email address/, { fields: { email: 'not an address' } }],
  [400, /role/, { fields: { role: 'not a role' } }],
  [403, /^origin not allowed/, { code: 'config' }],
  [403, /quota reached/i, { code: 'limit_reached' }],
  [403, /role higher/, { fields: { role: 'higher than your own' } }],
  // No such route; a missing invite is `Invite not found`.
  [404, /^Not found$/, { code: 'config' }],
  [412, /already added/, { code: 'already_member' }],
  [412, /^SMTP not configured/, { done: 'stored' }],
  [412, /status Revoked/, { code: 'revoked' }],
  [412, /status Expired/, { code: 'expired' }],
  [412, /status Completed/, { code: 'already_accepted' }],
  // Does not say which of login and address is in use. Another login is what can be tried.
  [
    412,
    /already exists/,
    { code: 'invalid_input', fields: { username: 'in use, or the address' } },
  ],
  [500, /^Failed to send email invite$/, { done: 'stored' }],
  [500, /^Failed to send email invited_to_org$/, { done: 'added' }],
]

const errorBody = /*#__PURE__*/ z.object({
  message: z.string(),
  accessErrorId: z.optional(z.string()),
  traceID: z.optional(z.string()),
})

/** Reads a refusal: beside the status there is nothing but English words to tell causes apart. */
export function grafanaJudge({ status, body, text }: Refusal): GrafanaVerdict {
  const { data } = z.safeParse(errorBody, body)
  const words = data?.message ?? text
  const cause = causes.find(([of, pattern]) => of === status && pattern.test(words))?.[2]
  return {
    // A body of another kind is quoted only where it is known.
    text: data || cause?.code === 'config' ? words : undefined,
    requestId: data?.accessErrorId || data?.traceID || undefined,
    ...cause,
  }
}
