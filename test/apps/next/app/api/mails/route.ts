import { mails } from '../../../lib/invites'

export const dynamic = 'force-dynamic'
export const GET = () => Response.json(mails)
