import { InviteError } from '../../src/error.js'
import { authress } from '../../src/transports/authress.js'
import type { AuthressOptions } from '../../src/transports/authressOptions.js'
import type { Fetch } from '../../src/transports/request.js'
import { emulateAuthress } from '../emulators/authress.ts'
import type { AuthressServer } from '../emulators/authressState.ts'

export const baseUrl = 'https://login.acme.test'
export const ana = { email: 'ana@acme.test', role: 'Editor' }

export const given = {
  baseUrl,
  token: 'jwt.service',
  toStatements: (role: string) => [
    { roles: [role], resources: [{ resourceUri: '/workspaces/ws-42/*' }] },
  ],
  linkOf: (id: string) => `https://app.acme.test/invite?inviteId=${id}`,
} satisfies AuthressOptions

/** An account with its clock in hand, the transport of its service client, and everything that goes over the wire. */
export function setUp(server: AuthressServer = {}, options: Partial<AuthressOptions> = {}) {
  const clock = { time: Date.parse('2026-05-04T08:15:30.250Z') }
  const now = () => new Date(clock.time)
  let seed = 1
  const random = () => (seed = (seed * 16_807) % 2_147_483_647) / 2_147_483_647
  const { fetch: answer, state } = emulateAuthress({ now, random, ...server })
  const requests: Request[] = []
  /** Answers in the emulator's stead, where it returns something. */
  const detour: { answer?: ((called: string) => Response | undefined) | undefined } = {}
  const fetch: Fetch = async (...args) => {
    const request = new Request(...args)
    requests.push(request.clone())
    const { pathname } = new URL(request.url)
    return detour.answer?.(`${request.method} ${pathname}`) ?? answer(request)
  }
  const as = (token: AuthressOptions['token'], more: Partial<AuthressOptions> = {}) =>
    authress({ ...given, fetch, now, ...options, token, ...more })
  return {
    fetch,
    state,
    clock,
    now,
    requests,
    detour,
    as,
    transport: as('jwt.service'),
    /** The app's own mailer. */
    deliver: ({ email, url }: { email: string; url: string }) => {
      state.outbox.push({ to: email, url, sentAt: now().toISOString() })
    },
    /** Each request so far, as `POST /v1/invites`. */
    calls: () => requests.map(({ method, url }) => `${method} ${new URL(url).pathname}`),
  }
}

export async function failure(call: Promise<unknown>): Promise<InviteError> {
  const error: unknown = await call.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  if (!InviteError.is(error)) throw new Error(`no InviteError but ${String(error)}`)
  return error
}

export const bodyOf = async (request: Request | undefined) => (await request?.json()) as unknown

/** As it crosses the wire, without what is undefined. */
export const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value))
