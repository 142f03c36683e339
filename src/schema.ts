import * as z from 'zod/mini'

const text = /*#__PURE__*/ z.string()
const optionalText = /*#__PURE__*/ z.optional(text)
const isoDate = /*#__PURE__*/ z.iso.datetime({ offset: true })

const inviteStatus = /*#__PURE__*/ z.enum([
  'pending',
  'expired',
  'accepted',
  'declined',
  'revoked',
  'unknown',
])
/** Where an invite stands. `unknown`: the provider used a word that this version does not know. */
export type InviteStatus = z.output<typeof inviteStatus>

export const inviteSchema = /*#__PURE__*/ z.object({
  id: text,
  email: optionalText,
  name: optionalText,
  role: optionalText,
  status: inviteStatus,
  invitedBy: optionalText,
  createdAt: z.optional(isoDate),
  expiresAt: z.optional(isoDate),
  expiryEstimated: z.optional(z.boolean()),
  mailed: z.optional(z.boolean()),
  url: optionalText,
})
/**
 * One invite as its inviter sees it: plain JSON, dates as ISO 8601 strings.
 *
 * - `id`: the handle for resend, update and revoke. With some providers it is the secret of the link: never
 *   put it into the DOM, a URL or a log.
 * - A member that is absent is unknown: the provider does not tell. Nothing is invented.
 * - `expiryEstimated`: `expiresAt` is computed from a documented default, it is not on the wire.
 * - `mailed: false`: the invite exists, but nobody was mailed; `url` is then the way to deliver it.
 */
export interface Invite extends z.output<typeof inviteSchema> {}

export const invitePageSchema = /*#__PURE__*/ z.object({
  invites: z.array(inviteSchema),
  next: optionalText,
  total: z.optional(z.number()),
  unreadable: z.optional(z.number()),
})
/**
 * One page of invites. `next` is the cursor of the page after it, absent on the last one; `total` counts all
 * that match, where the provider says it; `unreadable` counts rows that could not be understood and are left out.
 */
export interface InvitePage extends z.output<typeof invitePageSchema> {}

const sortField = /*#__PURE__*/ z.enum(['email', 'role', 'createdAt', 'expiresAt'])
/** What a list can be sorted by. */
export type SortField = z.output<typeof sortField>

export const listInvitesInput = /*#__PURE__*/ z.object({
  cursor: optionalText,
  pageSize: z.optional(z.int().check(z.minimum(1), z.maximum(500))),
  search: optionalText,
  role: optionalText,
  status: z.optional(inviteStatus),
  expiresBefore: z.optional(isoDate),
  mailed: z.optional(z.boolean()),
  sort: z.optional(z.object({ by: sortField, direction: z.enum(['asc', 'desc']) })),
})
/**
 * Which invites to list. All members are optional: the first page of everything, newest first, 25 to a page.
 * What is unknown of an invite matches no filter: one without a date does not expire before any.
 */
export interface ListInvitesInput extends z.output<typeof listInvitesInput> {}

export const createInviteInput = /*#__PURE__*/ z.object({
  email: text,
  role: optionalText,
  name: optionalText,
  groups: z.optional(z.array(text)),
  message: optionalText,
  expiresAt: z.optional(isoDate),
  sendMail: z.optional(z.boolean()),
})
/**
 * One person to invite. Which members beside `email` are of use, a transport says in `fields`;
 * `sendMail: false` asks for a link instead of a mail.
 */
export interface CreateInviteInput extends z.output<typeof createInviteInput> {}

const delivery = /*#__PURE__*/ z.enum(['mailed', 'stored', 'added', 'unknown'])
/**
 * What became of an invite: `mailed`; `stored`, it exists but nobody was mailed (hand over `url`); `added`, the
 * person had an account and is a member now, so that no invite exists; `unknown`, the provider does not tell.
 */
export type Delivery = z.output<typeof delivery>

export const sentInviteSchema = /*#__PURE__*/ z.object({
  email: optionalText,
  delivery,
  invite: z.optional(inviteSchema),
  url: optionalText,
  renewed: z.optional(z.boolean()),
})
/**
 * The answer to create and resend. `invite` is present where the provider tells enough for a row; without it the
 * list has to be read again. `renewed`: a pending invite existed and was mailed again, with the role it had.
 */
export interface SentInvite extends z.output<typeof sentInviteSchema> {}

export const inviteRef = /*#__PURE__*/ z.object({ token: text, email: optionalText })
/** What a link carries: the secret token, and with some providers the invited address beside it. */
export interface InviteRef extends z.output<typeof inviteRef> {}

const acceptFieldName = /*#__PURE__*/ z.enum(['name', 'username', 'password'])
const acceptField = /*#__PURE__*/ z.object({
  name: acceptFieldName,
  required: z.boolean(),
  value: optionalText,
  secret: z.optional(z.enum(['new', 'current', 'either'])),
})
/**
 * One thing that the provider asks of the invitee. `value` is what the invite knows already. `secret` says of a
 * password whether it is being chosen (`new`), proved (`current`), or the provider does not tell (`either`).
 */
export interface AcceptField extends z.output<typeof acceptField> {}

export const invitePreviewSchema = /*#__PURE__*/ z.object({
  status: inviteStatus,
  email: optionalText,
  organization: optionalText,
  invitedBy: optionalText,
  role: optionalText,
  expiresAt: z.optional(isoDate),
  asks: z.array(acceptField),
})
/** An invite as its recipient sees it before answering. `asks`: exactly what has to be filled in to accept. */
export interface InvitePreview extends z.output<typeof invitePreviewSchema> {}

export const acceptInviteInput = /*#__PURE__*/ z.object({
  token: text,
  email: optionalText,
  name: optionalText,
  username: optionalText,
  password: optionalText,
})
/** {@link InviteRef} and the answers to {@link InvitePreview.asks}. */
export interface AcceptInviteInput extends z.output<typeof acceptInviteInput> {}

export const acceptOutcome = /*#__PURE__*/ z.discriminatedUnion('status', [
  z.object({ status: z.literal('accepted'), url: optionalText }),
  z.object({ status: z.literal('continue'), url: text }),
])
/**
 * `accepted`: done; `url` is where the provider's own application lives, if it says so.
 * `continue`: the provider goes on by navigation, to `url`, which carries the token: navigate, never render it.
 */
export type AcceptOutcome = z.output<typeof acceptOutcome>

export const viewerSchema = /*#__PURE__*/ z
  .object({ email: optionalText, name: optionalText, emailVerified: z.optional(z.boolean()) })
  .check(z.refine(({ email, name }) => email !== undefined || name !== undefined))
/** Who is signed in, by one name or the other: an object without either is the answer to something else. */
export interface Viewer extends z.output<typeof viewerSchema> {}

export const inviteIdInput = /*#__PURE__*/ z.object({ id: text })
export const updateInviteInput = /*#__PURE__*/ z.object({ id: text, role: text })

/** What an invitee may be asked for. */
export type AcceptFieldName = z.output<typeof acceptFieldName>
