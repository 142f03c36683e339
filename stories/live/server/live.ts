import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInviteHandler } from '../../../src/server/index.ts'
import { betterAuth } from '../../../src/transports/index.ts'
import type { Mail } from '../../../test/emulators/emulator.ts'
import { createAuth, owner, type LiveAuth } from './auth.ts'

export interface Live {
  handle: (request: Request) => Promise<Response>
  close: () => Promise<void>
}

interface LiveSetup {
  baseURL: string
  /** Where mails and the database file live. */
  folder: string
}

const page = '/iframe.html?id=live-flow--live-flow&viewMode=story'

/** An app's backend as it would be: better-auth, the invite handler before it, and a mailbox to look into. */
export async function startLive({ baseURL, folder }: LiveSetup): Promise<Live> {
  mkdirSync(folder, { recursive: true })
  const outboxFile = join(folder, 'outbox.json')
  const outbox: Mail[] = existsSync(outboxFile)
    ? (JSON.parse(readFileSync(outboxFile, 'utf8')) as Mail[])
    : []
  const linkOf = (id: string) => `${baseURL}/invite#${new URLSearchParams({ token: id })}`

  const { auth, close } = await createAuth({
    baseURL,
    folder,
    onMail: ({ to, invitationId, sentAt }) => {
      outbox.push({ to, url: linkOf(invitationId), sentAt })
      writeFileSync(outboxFile, JSON.stringify(outbox))
    },
  })
  const organizationId = await organizationOf(auth, baseURL)

  const invites = createInviteHandler({
    path: '/api/invites',
    // Who calls, and for which organization, comes from the session alone.
    authorize: async ({ request }) => {
      const session = await auth.api.getSession({ headers: request.headers })
      const cookie = request.headers.get('cookie') ?? ''
      return {
        ok: true,
        actor: session?.user.id,
        transport: betterAuth({
          baseUrl: `${baseURL}/api/auth`,
          organizationId,
          linkOf,
          // In process: better-auth itself judges what this session may do.
          fetch: (input, init) => {
            const inner = new Request(input, init)
            inner.headers.set('cookie', cookie)
            inner.headers.set('origin', baseURL)
            return auth.handler(inner)
          },
        }),
      }
    },
  })

  return {
    close,
    handle: async (request) => {
      const { pathname } = new URL(request.url)
      if (pathname.startsWith('/api/auth/')) return auth.handler(request)
      if (pathname.startsWith('/api/invites/')) return invites(request)
      // Where the links of the mails lead; what stands behind their # stays with the browser.
      if (pathname === '/invite')
        return new Response(null, { status: 302, headers: { location: page } })
      if (pathname === '/api/live/outbox') return Response.json(outbox)
      if (pathname === '/api/live/organization') return Response.json({ organizationId })
      if (pathname === '/api/live/expire' && request.method === 'POST') {
        await expire(auth, ((await request.json()) as { id: string }).id)
        return new Response(null, { status: 204 })
      }
      return new Response(null, { status: 404 })
    },
  }
}

/** For tests and demonstrations: makes an invitation as old as if its time were over. */
async function expire(auth: LiveAuth, id: string): Promise<void> {
  const { adapter } = await auth.$context
  await adapter.update({
    model: 'invitation',
    where: [{ field: 'id', value: id }],
    update: { expiresAt: new Date(Date.now() - 3_600_000) },
  })
}

/** The organization that people are invited to; made with its owner where there is none yet. */
async function organizationOf(auth: LiveAuth, baseURL: string): Promise<string> {
  const { adapter } = await auth.$context
  const known = await adapter.findOne<{ id: string }>({
    model: 'organization',
    where: [{ field: 'slug', value: 'acme' }],
  })
  if (known) return known.id
  const send = async (path: string, body: unknown, cookie = '') =>
    auth.handler(
      new Request(`${baseURL}/api/auth${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin: baseURL, cookie },
        body: JSON.stringify(body),
      }),
    )
  const signedUp = await send('/sign-up/email', owner)
  const cookie = signedUp.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ')
  const created = await send(
    '/organization/create',
    { name: 'Analytical Engines', slug: 'acme' },
    cookie,
  )
  return ((await created.json()) as { id: string }).id
}
