import { createInviteHandler } from 'invite-kit/server'
import { invites } from '../../../../lib/invites'

export const POST = createInviteHandler({
  transport: invites,
  roles: ['member'],
  authorize: () => ({ ok: true, actor: 'ada' }),
})
