import { createInviteHandler } from '../../src/server/index.js'
import type { InviteHandlerOptions } from '../../src/server/index.js'
import { grafana } from '../../src/transports/grafana.js'
import type { Fetch } from '../../src/transports/request.js'
import { emulateGrafana } from '../emulators/grafana.ts'
import { grafanaState } from '../emulators/grafanaState.ts'

export const url = 'https://app.acme.test/api/invites'
export const upstream = 'https://grafana.acme.test'
/** The provider's credential, which no browser and no log may see. */
export const canary = 'glsa_canary_4f1c9a'

export const sameOrigin = {
  'content-type': 'application/json',
  'sec-fetch-site': 'same-origin',
  'x-invite-kit': '1',
}

/** A request as the `http` transport's, in a browser, would be. */
export function ask(operation: string, body: unknown, headers: Record<string, string> = {}) {
  return new Request(`${url}/${operation}`, {
    method: 'POST',
    headers: { ...sameOrigin, ...headers },
    body: JSON.stringify(body),
  })
}

/** Grafana behind the handler: what goes to it, what the log hears, and a clock. */
export function setUp(options: Partial<InviteHandlerOptions> = {}) {
  const clock = { time: Date.parse('2026-11-20T09:00:00Z') }
  const now = () => new Date(clock.time)
  const state = grafanaState()
  state.tokens[0] = { ...(state.tokens[0] ?? missing()), token: canary }
  let seed = 1
  const random = () => (seed = (seed * 16_807) % 2_147_483_647) / 2_147_483_647
  const emulator = emulateGrafana({ now, random, baseUrl: upstream, state })
  const requests: Request[] = []
  /** Answers in Grafana's stead, where it returns something. */
  const detour: { answer?: (request: Request) => Response | Promise<Response> | undefined } = {}
  const fetch: Fetch = async (...args) => {
    const request = new Request(...args)
    requests.push(request.clone())
    return (await detour.answer?.(request)) ?? emulator.fetch(request)
  }
  const transport = grafana({ baseUrl: upstream, token: canary, fetch })
  const log: unknown[] = []
  let ids = 0
  const handle = createInviteHandler({
    transport,
    authorize: () => ({ ok: true, actor: 'ada' }),
    // Grafana names its own.
    roles: options.transport && ['Viewer'],
    onError: (error, context) => void log.push([error.toJSON(), context]),
    now,
    newId: () => `request-${++ids}`,
    ...options,
  })
  return { handle, transport, requests, detour, log, clock, state }
}

/** Status and body of an answer; null where it is empty. */
export async function read(response: Response): Promise<[number, unknown]> {
  const text = await response.text()
  return [response.status, text ? JSON.parse(text) : null]
}

function missing(): never {
  throw new Error('The emulator begins without a token.')
}
