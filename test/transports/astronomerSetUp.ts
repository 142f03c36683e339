import { astronomer } from '../../src/transports/astronomer.js'
import type { AstronomerOptions } from '../../src/transports/astronomerOptions.js'
import type { Fetch } from '../../src/transports/request.js'
import { emulateAstronomer } from '../emulators/astronomer.ts'
import { acme, type AstronomerServer } from '../emulators/astronomerState.ts'

export { bodyOf, failure } from './failure.ts'

export const baseUrl = 'https://api.astronomer.io'
export const ana = { email: 'ana@acme.test', role: 'ORGANIZATION_MEMBER' }

/** A fresh Astronomer with its clock in hand, the transport of the owner, and everything that goes over the wire. */
export function setUp(server: AstronomerServer = {}, options: Partial<AstronomerOptions> = {}) {
  const clock = { time: Date.parse('2025-03-07T09:26:53.500Z') }
  let seed = 1
  const random = () => (seed = (seed * 16_807) % 2_147_483_647) / 2_147_483_647
  const { fetch: answer, state } = emulateAstronomer({
    now: () => new Date(clock.time),
    random,
    ...server,
  })
  const requests: Request[] = []
  /** Answers in the emulator's stead, where it returns something. */
  const detour: { answer?: (called: string) => Response | undefined } = {}
  const fetch: Fetch = async (...args) => {
    const request = new Request(...args)
    requests.push(request.clone())
    const { pathname } = new URL(request.url)
    return detour.answer?.(`${request.method} ${pathname}`) ?? answer(request)
  }
  const given = { organizationId: acme, token: 'user.owner', fetch, ...options }
  const as = (token?: string) => astronomer({ ...given, apiVersion: 'v1alpha1', token })
  /** Somebody who has signed in at Astronomer. */
  const invitee = (username: string) => {
    const token = `user.${username}`
    state.tokens.push({ token, username })
    return as(token)
  }
  return {
    fetch,
    state,
    clock,
    requests,
    detour,
    as,
    invitee,
    alpha: astronomer({ ...given, apiVersion: 'v1alpha1' }),
    v1: astronomer({ ...given, apiVersion: 'v1' }),
    /** Each request so far, as `POST /v1/organizations/acme/invites`. */
    calls: () =>
      requests.map(({ method, url }) => `${method} ${new URL(url).pathname.replace(acme, 'acme')}`),
    /** What the link of the newest mail carries. */
    ticket: () => new URL(state.outbox.at(-1)?.url ?? '').searchParams.get('id') ?? '',
  }
}

/** With one invite, of Ana, and nothing yet seen of how it came. */
export async function withInvite(server: AstronomerServer = {}) {
  const all = setUp(server)
  const { invite } = await all.alpha.create(ana)
  all.requests.length = 0
  all.state.outbox.length = 0
  return { ...all, id: invite?.id ?? '' }
}

/** As it crosses the wire, without what is undefined. */
export const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value))
