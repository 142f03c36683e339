import * as z from 'zod/mini'
import {
  acceptInviteInput,
  acceptOutcome,
  createInviteInput,
  inviteIdInput,
  invitePageSchema,
  invitePreviewSchema,
  inviteRef,
  inviteSchema,
  listInvitesInput,
  sentInviteSchema,
  updateInviteInput,
  viewerSchema,
} from './schema.js'
import type { InviteOperation } from './transport.js'

/** An InviteError as JSON. The code may be one of a later version. */
export const errorJSON = /*#__PURE__*/ z.object({
  code: z.string(),
  message: z.optional(z.string()),
  fields: z.optional(z.record(z.string(), z.string())),
  retryAfter: z.optional(z.number()),
  requestId: z.optional(z.string()),
  outcome: z.optional(z.enum(['not_sent', 'unknown'])),
})

const createOutcome = /*#__PURE__*/ z.discriminatedUnion('status', [
  z.object({ status: z.literal('sent'), sent: sentInviteSchema }),
  z.object({ status: z.literal('failed'), error: errorJSON }),
])

/** The shape of every operation's input and output, in plain JSON. */
export const protocol = {
  create: { input: createInviteInput, output: sentInviteSchema },
  createMany: {
    input: /*#__PURE__*/ z.array(createInviteInput),
    output: /*#__PURE__*/ z.array(createOutcome),
  },
  list: { input: listInvitesInput, output: invitePageSchema },
  resend: { input: inviteIdInput, output: sentInviteSchema },
  update: { input: updateInviteInput, output: inviteSchema },
  revoke: { input: inviteIdInput, output: /*#__PURE__*/ z.void() },
  lookup: { input: inviteRef, output: invitePreviewSchema },
  accept: { input: acceptInviteInput, output: acceptOutcome },
  decline: { input: inviteRef, output: /*#__PURE__*/ z.void() },
  viewer: { input: /*#__PURE__*/ z.object({}), output: /*#__PURE__*/ z.nullable(viewerSchema) },
} satisfies Record<InviteOperation, { input: z.ZodMiniType; output: z.ZodMiniType }>
