import { emulateBetterAuth } from '../emulators/betterAuth.ts'
import { betterAuthState, sessionOf } from '../emulators/betterAuthState.ts'
import { baseUrl, realServer } from './betterAuthServer.ts'

/** One request of the script, and what happens before it. */
export interface Step {
  /** Who sends it; nobody is signed in without. */
  as?: 'ada' | 'bob' | 'eve' | undefined
  /** `method path?query`; `{name}` stands for the id that an earlier answer of that name had. */
  call: string
  body?: unknown
  headers?: Record<string, string> | undefined
  /** Keeps the id of the answer under this name. */
  keep?: string | undefined
  /** Lets the kept invitation expire first. */
  age?: string | undefined
  /** Gives somebody a role in the organization first, null for none. */
  role?: [name: 'ada' | 'bob' | 'eve', role: string | null] | undefined
}

interface Server {
  handler(request: Request): Promise<Response>
  organizationId: string
  cookieOf(name: string): string
  age(id: string): void
  setRole(name: string, role: string | null): void
}

export interface Options {
  invitationLimit?: number
  membershipLimit?: number
  requireEmailVerificationOnInvitation?: boolean
}

export const real: (options: Options) => Promise<Server> = realServer

export function emulated(options: Options): Server {
  const state = betterAuthState()
  const emulator = emulateBetterAuth({ state, baseUrl, ...options })
  return {
    handler: (request) => emulator.fetch(request),
    organizationId: 'org-acme',
    cookieOf: (name) => `__Secure-better-auth.session_token=${sessionOf(name)}.signature`,
    age(id) {
      for (const one of state.invitations)
        if (one.id === id) one.expiresAt = new Date(Date.now() - 1000).toISOString()
    },
    setRole(name, role) {
      const userId = `user-${name}`
      state.members = state.members.filter((member) => member.userId !== userId)
      const member = { id: userId, organizationId: 'org-acme', userId, createdAt: '2026-11-20' }
      if (role !== null) state.members.push({ ...member, role })
    },
  }
}

/** Plays a script, and tells what of the answers does not depend on ids and times. */
export async function play(server: Server, script: Step[]): Promise<unknown[]> {
  const ids = new Map([['acme', server.organizationId]])
  const filled = (text: string) => text.replaceAll(/{(\w+)}/g, (_, name) => ids.get(name) ?? '')
  const told: unknown[] = []
  for (const step of script) {
    if (step.age) server.age(ids.get(step.age) ?? '')
    if (step.role) server.setRole(...step.role)
    const [method, path = ''] = step.call.split(' ')
    const headers = new Headers({ origin: new URL(baseUrl).origin })
    if (step.as) headers.set('cookie', server.cookieOf(step.as))
    if (step.body !== undefined) headers.set('content-type', 'application/json')
    for (const [name, value] of Object.entries(step.headers ?? {})) {
      headers.delete(name)
      if (value) headers.set(name, value)
    }
    const body = typeof step.body === 'string' ? step.body : JSON.stringify(step.body)
    const request = new Request(baseUrl + filled(path), {
      method: method ?? '',
      headers,
      ...(body && { body: filled(body) }),
    })
    // oxlint-disable-next-line no-await-in-loop -- in order
    const response = await server.handler(request)
    // oxlint-disable-next-line no-await-in-loop
    const text = await response.text()
    const answer: unknown = text && JSON.parse(text)
    if (step.keep) ids.set(step.keep, String(Object(answer).id))
    const type = response.headers.get('content-type')
    told.push({ call: step.call, status: response.status, type, answer: timeless(answer, ids) })
  }
  return told
}

/** Ids by the names they were kept under, other ids and times by their kind. */
function timeless(value: unknown, ids: Map<string, string>): unknown {
  if (Array.isArray(value)) return value.map((one) => timeless(one, ids))
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).map(([key, one]) => [key, timeless(one, ids)])
  if (typeof value !== 'string') return value
  const [name] = [...ids].find(([, id]) => id === value) ?? []
  if (name) return `{${name}}`
  if (/^\d{4}-\d\d-\d\dT.*Z$/.test(value)) return 'a time'
  return /^[A-Za-z0-9]{32}$|^(user|id|member)-|session-of-/.test(value) ? 'an id' : value
}
