import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { build } from 'vite'
import { createInviteHandler, toNodeHandler } from '../../../src/server/index.ts'
import type { Viewer } from '../../../src/schema.ts'
import { onReact } from '../../oldest/alias.ts'
import { operationsOf, type InviteTransport } from '../../../src/transport.ts'
import type { Evidence } from '../canaryEvidence.ts'

/** A provider with one invite, and what happens around it. */
export interface World {
  /** What the app's server does for somebody who is signed in, or for nobody. */
  as: (who: string | null) => InviteTransport<'lookup' | 'accept'>
  /** The path that the mail's link leads to, on the app's own origin. */
  link: string
  /** Whom it is for, as the app knows them. */
  invited: string
  expire: () => void
  revoke: () => Promise<void>
  /** What the provider's own page does, at the address in the mail unless another is given: the path it leads on to. */
  verify?: ((url?: string) => Promise<string>) | undefined
}

const served = ['lookup', 'accept', 'decline', 'viewer'] as const
const types: Record<string, string> = { js: 'text/javascript', css: 'text/css' }
const page = (text: string) =>
  new Response(`<!doctype html><title>${text}</title><h1>${text}</h1>`, {
    headers: { 'content-type': 'text/html' },
  })

/** An app on an origin of its own, with its server, beside a second origin that collects what is sent there. */
export async function startApp() {
  const files = await built()
  const evidence: Evidence[] = []
  let world: World
  /** What the provider was asked to do, in order. */
  const calls: string[] = []
  let signer: string | null = null
  let losing = false
  let invites: (request: Request) => Promise<Response>

  const transportOf = (who: string | null): InviteTransport<'lookup' | 'accept'> => {
    const transport = world.as(who)
    const recorded = operationsOf(transport).map((operation) => {
      const call = Reflect.get(transport, operation) as (...input: unknown[]) => Promise<unknown>
      return [
        operation,
        (...input: unknown[]) => {
          calls.push(operation)
          return call(...input)
        },
      ]
    })
    return { ...transport, ...Object.fromEntries(recorded) }
  }

  const app = async (request: Request): Promise<Response> => {
    const { pathname, searchParams } = new URL(request.url)
    const [, who = null] = /\bwho=([^;]+)/.exec(request.headers.get('cookie') ?? '') ?? []
    const file = files.get(pathname)
    if (file !== undefined) return answered(file, types[pathname.split('.').at(-1) ?? ''])
    if (pathname.startsWith('/api/invites/')) {
      const answer = await invites(request)
      if (losing && pathname.endsWith('/accept')) ours.cut()
      return answer
    }
    if (pathname === '/setup') {
      const can = operationsOf(world.as(null))
      return Response.json({ operations: served.filter((one) => can.includes(one)) })
    }
    if (pathname === '/who')
      return Response.json(who ? ({ email: `${who}@acme.test` } satisfies Viewer) : null)
    if (pathname === '/sign-in') {
      const headers = new Headers({ location: searchParams.get('back') ?? '/' })
      headers.set('set-cookie', signer ? `who=${signer}; Path=/` : 'who=; Path=/; Max-Age=0')
      return new Response(null, { status: 302, headers })
    }
    if (pathname === '/home' || pathname === '/asked') return page(pathname)
    // The policy that tells most, against what the page says of it.
    return answered(files.get('/index.html') ?? '', 'text/html', {
      'referrer-policy': 'unsafe-url',
    })
  }
  const elsewhere = async (request: Request): Promise<Response> => {
    const { pathname, searchParams } = new URL(request.url)
    evidence.push({ where: 'referer', text: request.headers.get('referer') ?? '' })
    if (pathname === '/collect') {
      const found = JSON.parse(await request.text()) as Record<string, string>
      for (const [where, text] of Object.entries(found)) evidence.push({ where, text })
    }
    if (pathname === '/frame')
      return answered(
        `<!doctype html><title>Win a prize</title><iframe width="600" height="600" src="${searchParams.get('of')}"></iframe>`,
        'text/html',
      )
    return new Response(null, { status: 204 })
  }
  const [ours, theirs] = await Promise.all([listening(app), listening(elsewhere)])
  const html = files.get('/index.html') ?? ''
  const opensAnew = (again: boolean) => {
    const meta = `<meta name="analytics" content="${theirs.origin}" />`
    const anew = again ? '<meta name="opens-anew" />' : ''
    files.set('/index.html', html.replace('<script', `${meta}${anew}<script`))
  }
  opensAnew(false)

  return {
    origin: ours.origin,
    elsewhere: theirs.origin,
    calls,
    evidence,
    /** Whether the app takes a link to a document that was not opened by it. */
    opensAnew,
    /** The writes so far, in order. */
    writes: () => calls.filter((call) => call === 'accept' || call === 'decline'),
    /** Whom the sign-in page signs in; null signs out. */
    signsIn: (who: string | null) => {
      signer = who
    },
    /** From now on acceptance is done, and the connection breaks before the answer. */
    losesAnswers: () => {
      losing = true
    },
    live: (next: World) => {
      losing = false
      world = next
      calls.length = 0
      evidence.length = 0
      signer = null
      invites = createInviteHandler({
        authorize: ({ request }) => {
          const [, who = null] = /\bwho=([^;]+)/.exec(request.headers.get('cookie') ?? '') ?? []
          return { ok: true, actor: who ?? 'nobody', transport: transportOf(who) }
        },
      })
    },
    stop: () => Promise.all([ours.stop(), theirs.stop()]),
  }
}

export type App = Awaited<ReturnType<typeof startApp>>

function answered(body: string, type = 'text/plain', headers: Record<string, string> = {}) {
  return new Response(body, { headers: { 'content-type': type, ...headers } })
}

/** The page, as an app would build it: its files by their paths. */
async function built(): Promise<Map<string, string>> {
  const result = await build({
    configFile: false,
    ...onReact,
    root: import.meta.dirname,
    logLevel: 'error',
    build: { write: false, target: 'esnext', modulePreload: { polyfill: false } },
  })
  if (!('output' in result)) throw new Error('Nothing was built.')
  return new Map(
    result.output.map((file) => [
      `/${file.fileName}`,
      file.type === 'chunk' ? file.code : String(file.source),
    ]),
  )
}

async function listening(handle: (request: Request) => Promise<Response>) {
  const server = createServer(toNodeHandler(handle))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    cut: () => server.closeAllConnections(),
    stop: async () => {
      server.closeAllConnections()
      server.close()
    },
  }
}
