import * as z from 'zod/mini'
import type { Invite, InviteStatus } from '../schema.js'
import { isoOf } from './isoOf.js'

const text = /*#__PURE__*/ z.optional(z.string())

/** TempUserDTO. `emailSentOn` is not read: it is set even where nothing was mailed. */
const row = /*#__PURE__*/ z.object({
  id: z.optional(z.number()),
  code: z.string(),
  email: text,
  name: text,
  role: text,
  status: text,
  invitedByName: text,
  invitedByLogin: text,
  invitedByEmail: text,
  url: text,
  emailSent: z.optional(z.boolean()),
  createdOn: text,
})
type Row = z.output<typeof row>

const statuses = /*#__PURE__*/ new Map<string | undefined, InviteStatus>([
  ['InvitePending', 'pending'],
  ['Completed', 'accepted'],
  ['Revoked', 'revoked'],
  ['Expired', 'expired'],
])

/** Grafana's rows as invites, newest first; `unreadable` counts those that are left out. */
export function grafanaInvites(
  rows: unknown[],
  lifetime: number,
): { invites: Invite[]; unreadable: number } {
  const read = rows.flatMap((one) => z.safeParse(row, one).data ?? [])
  // Times have whole seconds, within one of them the number decides.
  // oxlint-disable-next-line no-array-sort -- a copy since `flatMap`
  read.sort((a, b) => timeOf(b) - timeOf(a) || (b.id ?? 0) - (a.id ?? 0))
  return {
    invites: read.map((one) => inviteOf(one, lifetime)),
    unreadable: rows.length - read.length,
  }
}

function inviteOf(one: Row, lifetime: number): Invite {
  const createdAt = isoOf(timeOf(one))
  const expiresAt = createdAt && isoOf(timeOf(one) + lifetime)
  return {
    id: one.code,
    email: one.email || undefined,
    name: one.name || undefined,
    role: one.role || undefined,
    status: statuses.get(one.status) ?? 'unknown',
    invitedBy: one.invitedByName || one.invitedByLogin || one.invitedByEmail || undefined,
    createdAt,
    expiresAt,
    expiryEstimated: expiresAt ? true : undefined,
    mailed: one.emailSent,
    url: one.url || undefined,
  }
}

/** 0 for what is no date. */
const timeOf = ({ createdOn = '' }: Row) => Date.parse(createdOn) || 0
