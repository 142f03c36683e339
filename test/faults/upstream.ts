import { createInviteHandler, type FailureContext } from '../../src/server/index.js'
import { InviteError } from '../../src/error.js'
import type { InviteOperation } from '../../src/transport.js'
import { operationsOf } from '../../src/transport.js'
import { http } from '../../src/transports/http.js'
import { canary } from '../server/canaryWorlds.ts'
import type { End } from './play.ts'
import { behind, inputs } from './tcp.ts'
import type { Strike } from './wire.ts'

export const origin = 'https://app.acme.test'
const upstreamUrl = 'https://provider.acme.test/api/invites'

export const good = {
  'content-type': 'application/json',
  'x-invite-kit': '1',
  origin,
}

/**
 * A handler in front of a provider that can do everything, over a fetch that fails: what was asked of the provider,
 * what it has, and what the log hears.
 */
export function handled(strike?: Strike, { once = true, latency = 0 } = {}) {
  const world = behind(latency)
  const provider = createInviteHandler({
    transport: world.transport,
    authorize: () => ({ ok: true }),
    origins: [origin],
    rateLimit: () => ({ ok: true }),
  })
  const requests: Request[] = []
  let left = once ? 1 : Infinity
  const transport = http({
    url: upstreamUrl,
    operations: operationsOf(world.transport),
    headers: { origin, authorization: `Bearer ${canary}` },
    fetch: async (...args) => {
      const request = new Request(...args)
      requests.push(request.clone())
      const pass = () => provider(request)
      return strike && left-- > 0 ? strike(pass, request) : pass()
    },
  })
  const log: unknown[] = []
  const handle = createInviteHandler({
    transport,
    roles: ['member', 'admin'],
    origins: [origin],
    rateLimit: () => ({ ok: true }),
    authorize: () => ({ ok: true, actor: 'ada' }),
    onError: (error: InviteError, context: FailureContext) => void log.push([error, context]),
  })
  const kept = () => JSON.stringify([world.stored(), world.mails])
  const ask = (
    operation: InviteOperation,
    {
      headers = {},
      ...init
    }: Omit<RequestInit, 'headers'> & { headers?: Record<string, string> } = {},
  ) =>
    handle(
      new Request(`${origin}/api/invites/${operation}`, {
        method: 'POST',
        body: JSON.stringify(inputs[operation]),
        ...init,
        headers: { ...good, ...headers },
      }),
    )
  return {
    handle,
    ask,
    requests,
    log,
    kept,
    mails: world.mails,
    upstream: new URL(upstreamUrl).origin,
  }
}

/** What a page makes of an answer, and all that stands in it. */
export async function told(response: Response): Promise<{ end: End; words: string }> {
  const text = await response.text()
  const words = JSON.stringify([response.status, [...response.headers], text])
  const body: unknown = text ? JSON.parse(text) : undefined
  if (response.ok) return { end: { value: body }, words }
  const { code, ...more } = body as InviteError
  return { end: { error: new InviteError(code, { ...more, status: response.status }) }, words }
}
