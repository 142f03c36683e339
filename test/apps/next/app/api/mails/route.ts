import { connection } from 'next/server'
import { mails } from '../../../lib/invites'

export async function GET() {
  await connection()
  return Response.json(mails)
}
