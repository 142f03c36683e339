import { betterAuth } from '../../src/transports/betterAuth.js'
import type { BetterAuthOptions } from '../../src/transports/betterAuthOptions.js'
import type { Fetch } from '../../src/transports/request.js'
import { emulateBetterAuth } from '../emulators/betterAuth.ts'
import { sessionOf, type BetterAuthServer } from '../emulators/betterAuthState.ts'

export { bodyOf, failure } from './failure.ts'

export const baseUrl = 'https://app.acme.test/api/auth'
export const organizationId = 'org-acme'
export const bob = { email: 'bob@acme.test', role: 'member' }

/** A fetch with the cookie of somebody, and the Origin of the application. */
export const signedIn =
  (fetch: Fetch, name: string, headers: Record<string, string> = {}): Fetch =>
  (input, init) => {
    const request = new Request(input, init)
    const cookie = `__Secure-better-auth.session_token=${sessionOf(name)}.signature`
    const sent = { cookie, origin: 'https://app.acme.test', ...headers }
    for (const [key, value] of Object.entries(sent)) request.headers.set(key, value)
    return fetch(request)
  }

/** A server, Ada who owns Acme and invites, and everything that goes over the wire. */
export function setUp(server: BetterAuthServer = {}, options: Partial<BetterAuthOptions> = {}) {
  const clock = { time: Date.parse('2026-11-20T09:44:55.920Z') }
  const now = () => new Date(clock.time)
  let seed = 1
  const random = () => (seed = (seed * 16_807) % 2_147_483_647) / 2_147_483_647
  const emulator = emulateBetterAuth({ now, random, baseUrl, ...server })
  const requests: Request[] = []
  /** Answers in the emulator's stead, where it returns something. */
  const detour: { answer?: (called: string, request: Request) => Response | undefined } = {}
  const fetch: Fetch = async (input, init) => {
    const request = new Request(input, init)
    requests.push(request.clone())
    const { pathname } = new URL(request.url)
    return detour.answer?.(`${request.method} ${pathname}`, request) ?? emulator.fetch(request)
  }
  const as = (name: string, more: Partial<BetterAuthOptions> = {}) =>
    betterAuth({ baseUrl, now, fetch: signedIn(fetch, name), ...options, ...more })
  const calls = () =>
    requests.map(({ method, url }) => `${method} ${url.slice(`${baseUrl}/organization/`.length)}`)
  return { ...emulator, fetch, clock, requests, calls, detour, as, transport: as('ada') }
}

/** An invitation as it crosses the wire. */
export const row = (extra: object = {}) => ({
  organizationId,
  email: 'bob@acme.test',
  role: 'member',
  status: 'pending',
  expiresAt: '2026-11-22T09:44:55.920Z',
  createdAt: '2026-11-20T09:44:55.920Z',
  inviterId: 'user-ada',
  id: 'invitation1',
  ...extra,
})
