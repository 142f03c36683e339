import { grafana } from '../../src/transports/grafana.js'
import type { GrafanaOptions } from '../../src/transports/grafanaOptions.js'
import type { Fetch } from '../../src/transports/request.js'
import { emulateGrafana } from '../emulators/grafana.ts'
import { grafanaState, type GrafanaServer } from '../emulators/grafanaState.ts'

export { bodyOf, failure } from './failure.ts'

export const baseUrl = 'https://grafana.acme.test'
export const ana = { email: 'ana@acme.test', role: 'Editor' }

/** A server, an inviter with the service account's token, and everything that goes over the wire. */
export function setUp(server: GrafanaServer = {}, options: Partial<GrafanaOptions> = {}) {
  const clock = { time: Date.parse('2024-03-13T14:30:09.500Z') }
  let seed = 1
  const random = () => (seed = (seed * 16_807) % 2_147_483_647) / 2_147_483_647
  const emulator = emulateGrafana({ now: () => new Date(clock.time), random, baseUrl, ...server })
  const requests: Request[] = []
  /** Answers in the emulator's stead, where it returns something. */
  const detour: { answer?: (called: string, request: Request) => Response | undefined } = {}
  const fetch: Fetch = async (input, init) => {
    const request = new Request(input, init)
    requests.push(request.clone())
    const { pathname } = new URL(request.url)
    return detour.answer?.(`${request.method} ${pathname}`, request) ?? emulator.fetch(request)
  }
  const calls = () => requests.map(({ method, url }) => `${method} ${new URL(url).pathname}`)
  const transport = grafana({ baseUrl, token: 'glsa_inviter', fetch, ...options })
  return { ...emulator, clock, requests, calls, detour, transport }
}

export const pending = (extra: object = {}) => ({
  id: 1,
  code: 'code1',
  email: 'ana@acme.test',
  role: 'Editor',
  status: 'InvitePending',
  emailSent: true,
  createdOn: '2024-03-13T14:30:09Z',
  ...extra,
})

/** Puts a second organization beside the first one, with one user who is no member of the first. */
export function twoOrgs() {
  const state = grafanaState()
  state.users.push({ id: 2, login: 'bo', email: 'bo@acme.test', name: 'Bo Li', password: 'x' })
  state.orgs.push({ id: 2, name: 'Second', members: [{ userId: 2, role: 'Admin' }] })
  return state
}

/** What a page of the server itself sends: the session cookie of its admin, and what else is given. */
export function signedIn(fetch: Fetch, headers: Record<string, string> = {}): Fetch {
  return (input, init) => {
    const request = new Request(input, init)
    for (const [name, value] of Object.entries({
      cookie: 'grafana_session=admin_session',
      ...headers,
    }))
      request.headers.set(name, value)
    return fetch(request)
  }
}
