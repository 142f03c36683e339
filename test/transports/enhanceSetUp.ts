import { enhance } from '../../src/transports/enhance.js'
import type { EnhanceOptions } from '../../src/transports/enhanceOptions.js'
import type { Fetch } from '../../src/transports/request.js'
import { emulateEnhance } from '../emulators/enhance.ts'
import {
  accessToken,
  customerOrg,
  masterOrg,
  type EnhanceServer,
} from '../emulators/enhanceState.ts'

export { bodyOf, failure } from './failure.ts'

export const baseUrl = 'https://panel.acme.test'
export const orgId = masterOrg
export const ana = { email: 'ana@acme.test', name: 'Ana Ruiz', role: 'SuperAdmin' }
export const password = 'S3cret pass!'
/** The session of the platform's owner. */
export const owner = 'owner.session.jwt'
export const site = '0e5b7c1d-2f3a-4b5c-8d9e-a1b2c3d4e5f6'

/** A panel with its clock in hand, an inviter with an access token, and everything that goes over the wire. */
export function setUp(server: EnhanceServer = {}, options: Partial<EnhanceOptions> = {}) {
  const clock = { time: Date.parse('2026-03-02T09:00:00.500Z') }
  let seed = 1
  const random = () => (seed = (seed * 16_807) % 2_147_483_647) / 2_147_483_647
  const { state, ...emulator } = emulateEnhance({
    now: () => new Date(clock.time),
    random,
    baseUrl,
    ...server,
  })
  const requests: Request[] = []
  /** Answers in the emulator's stead, where it returns something. */
  const detour: { answer?: (called: string) => Response | undefined } = {}
  const fetch: Fetch = async (...args) => {
    const request = new Request(...args)
    requests.push(request.clone())
    const { pathname } = new URL(request.url)
    return detour.answer?.(`${request.method} ${pathname}`) ?? emulator.fetch(request)
  }
  const over = (other: Partial<EnhanceOptions> = {}) =>
    enhance({ baseUrl, orgId, token: accessToken, fetch, ...options, ...other })
  return {
    state,
    fetch,
    clock,
    requests,
    detour,
    over,
    transport: over(),
    /** Each request so far, as `POST /api/login`. */
    calls: () => requests.map(({ method, url }) => `${method} ${new URL(url).pathname}`),
    /** A page of the panel, in a browser of its own. */
    visitor: (cookie?: string, other: Partial<EnhanceOptions> = {}) =>
      over({ token: undefined, fetch: browser(fetch, cookie), ...other }),
    /** What the link of the newest mail carries. */
    open: () => refOf(state.outbox.at(-1)?.url),
  }
}

/** An invite of somebody new, or of the platform's owner into the shop of a customer. */
export async function invited(who: 'new' | 'known' = 'new', server: EnhanceServer = {}) {
  const all = setUp(server)
  const known = { email: 'owner@acme.test', name: 'Olga Owner', role: 'Support' }
  if (who === 'new') await all.transport.create(ana)
  else await all.over({ orgId: customerOrg }).create(known)
  all.requests.length = 0
  return { ...all, ref: all.open(), member: all.state.members[1] }
}

/** What a page that answers to `/invites/:key?email=` makes of a link. */
export function refOf(link = '') {
  const { pathname, searchParams } = new URL(link)
  const [, , token = ''] = pathname.split('/')
  return { token, email: searchParams.get('email') ?? '' }
}

/** Keeps the cookie `id0`, and sends it where a request includes credentials. */
export function browser(fetch: Fetch, cookie?: string): Fetch {
  let id0 = cookie
  return async (...args) => {
    const request = new Request(...args)
    if (id0 && request.credentials === 'include') request.headers.set('cookie', `id0=${id0}`)
    const response = await fetch(request)
    id0 = /id0=([^;]*)/.exec(response.headers.get('set-cookie') ?? '')?.[1] ?? id0
    return response
  }
}
