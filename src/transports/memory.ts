import { InviteError, type InviteErrorCode, type WriteOutcome } from '../error.js'
import { sameAddress } from '../input/sameAddress.js'
import { isWrite } from '../isWrite.js'
import type { CreateInviteInput, Invite, SentInvite, Viewer } from '../schema.js'
import {
  type CallOptions,
  type InviteOperation,
  type InviteOperations,
  type InviteRole,
  type InviteTransport,
} from '../transport.js'
import { pageOf } from './page.js'

/** An invite and the secret of its link. */
export interface MemoryInvite extends Invite {
  token: string
}

/** The code to fail with, or a function of the input that picks it. */
export type Fault = InviteErrorCode | ((input: unknown) => InviteErrorCode | undefined)

/** A mail that a provider would have sent: `url` is its link. */
export interface MemoryMail {
  to: string
  url: string
}

/** What is there at first, and what goes wrong. */
export interface MemoryOptions {
  /** Names the cache partition when several are used at once. @default 'memory' */
  key?: string | undefined
  /** Invites to begin with. */
  seed?: readonly MemoryInvite[] | undefined
  /** Milliseconds until each call is carried out. @default 0 */
  latency?: number | undefined
  /** Per operation: what fails before anything happens. On writes the outcome is what such an answer leaves open. */
  faults?: Partial<Record<InviteOperation, Fault>> | undefined
  /** The clock. */
  now?: (() => Date) | undefined
  /** A number in [0, 1), for ids and tokens. */
  random?: (() => number) | undefined
  /** Milliseconds that an invite is good for. @default 7 days */
  lifetime?: number | undefined
  /** What links begin with; the token follows. @default 'https://app.example.com/invite?token=' */
  linkBase?: string | undefined
  organization?: string | undefined
  roles?: readonly InviteRole[] | undefined
  /** Who is signed in. */
  viewer?: Viewer | null | undefined
  /** Called with each mail that a provider would have sent. */
  onMail?: ((mail: MemoryMail) => void) | undefined
  /** Called with all invites after each change, to keep them over a reload. */
  onChange?: ((invites: MemoryInvite[]) => void) | undefined
}

/**
 * A transport that keeps its invites in memory and can do everything, for tests, stories and demos.
 * Latency and faults are on demand; clock and randomness are injected.
 */
export function memory(options: MemoryOptions = {}): InviteTransport<InviteOperation> {
  const { now = () => new Date(), random = Math.random, lifetime = 7 * 24 * 3_600_000 } = options
  const { linkBase = 'https://app.example.com/invite?token=', viewer = null } = options
  let stored: MemoryInvite[] = [...(options.seed ?? [])]

  const secret = () =>
    Array.from({ length: 24 }, () => Math.floor(random() * 36).toString(36)).join('')
  const change = (next: MemoryInvite[]) => {
    stored = next
    options.onChange?.(stored)
  }
  const put = (invite: MemoryInvite) =>
    change(stored.map((other) => (other.id === invite.id ? invite : other)))
  /** As of now: what is past its date is expired. */
  const current = (invite: MemoryInvite): MemoryInvite =>
    invite.status === 'pending' &&
    invite.expiresAt &&
    Date.parse(invite.expiresAt) <= now().getTime()
      ? { ...invite, status: 'expired' }
      : invite
  const open = () =>
    stored.map(current).filter(({ status }) => status === 'pending' || status === 'expired')
  const byId = (id: string) =>
    open().find((invite) => invite.id === id) ?? refuse('not_found', 'not_sent')
  const byToken = (token: string, outcome?: WriteOutcome) =>
    stored.map(current).find((invite) => invite.token === token) ?? refuse('not_found', outcome)
  const answerable = (token: string) => {
    const invite = byToken(token, 'not_sent')
    const wrong = viewer?.email && invite.email && !sameAddress(viewer.email, invite.email)
    const code = refusals[invite.status] ?? (wrong ? 'wrong_account' : undefined)
    return code ? refuse(code, 'not_sent') : invite
  }
  const deliver = (invite: MemoryInvite): SentInvite => {
    const { email, mailed } = invite
    const url = linkBase + invite.token
    if (mailed) options.onMail?.({ to: email ?? '', url })
    return { email, delivery: mailed ? 'mailed' : 'stored', invite: publicPart(invite), url }
  }
  const create = (input: CreateInviteInput) => {
    const same = (one: MemoryInvite) =>
      one.email && sameAddress(one.email, input.email) && current(one).status === 'pending'
    if (stored.some(same)) refuse('already_invited', 'not_sent')
    const created = now()
    const token = secret()
    const invite: MemoryInvite = {
      id: secret(),
      token,
      email: input.email,
      name: input.name,
      role: input.role,
      status: 'pending',
      invitedBy: viewer?.name ?? viewer?.email,
      createdAt: created.toISOString(),
      expiresAt: input.expiresAt ?? new Date(created.getTime() + lifetime).toISOString(),
      mailed: input.sendMail !== false,
      url: linkBase + token,
    }
    change([invite, ...stored])
    return deliver(invite)
  }

  const operations: {
    [Op in InviteOperation]: (
      input: Parameters<InviteOperations[Op]>[0],
    ) => Awaited<ReturnType<InviteOperations[Op]>>
  } = {
    create,
    createMany: (inputs) =>
      inputs.map((input) => {
        try {
          return { status: 'sent', sent: create(input) }
        } catch (error) {
          return { status: 'failed', error: InviteError.from(error) }
        }
      }),
    list: (input) => {
      const page = pageOf(open(), input)
      return { ...page, invites: page.invites.map((invite) => publicPart(invite as MemoryInvite)) }
    },
    resend: ({ id }) => {
      const expiresAt = new Date(now().getTime() + lifetime).toISOString()
      const invite: MemoryInvite = { ...byId(id), status: 'pending', expiresAt, mailed: true }
      put(invite)
      return deliver(invite)
    },
    update: ({ id, role }) => {
      const invite = { ...byId(id), role }
      put(invite)
      return publicPart(invite)
    },
    revoke: ({ id }) => put({ ...byId(id), status: 'revoked' }),
    lookup: ({ token }) => {
      const { email, role, status, expiresAt, invitedBy } = byToken(token)
      return {
        status,
        email,
        role,
        expiresAt,
        invitedBy,
        organization: options.organization,
        asks: [],
      }
    },
    accept: ({ token }) => {
      put({ ...answerable(token), status: 'accepted' })
      return { status: 'accepted' }
    },
    decline: ({ token }) => put({ ...answerable(token), status: 'declined' }),
    viewer: () => viewer,
  }

  const call =
    <Op extends InviteOperation>(name: Op) =>
    async (input: Parameters<InviteOperations[Op]>[0], { signal }: CallOptions = {}) => {
      await wait(options.latency, signal)
      const fault: Fault | undefined = options.faults?.[name]
      const code = typeof fault === 'function' ? fault(input) : fault
      const outcome = lost.includes(code) ? 'unknown' : 'not_sent'
      if (code) refuse(code, isWrite(name) ? outcome : undefined)
      return operations[name](input)
    }

  return {
    key: options.key ?? 'memory',
    roles: options.roles,
    fields: { name: 'optional', sendMail: 'optional', expiresAt: 'optional' },
    maxBatch: 100,
    ...Object.fromEntries(
      Object.keys(operations).map((name) => [name, call(name as InviteOperation)]),
    ),
  } as InviteTransport<InviteOperation>
}

/** After these nobody knows whether a write has happened. */
const lost: readonly (InviteErrorCode | undefined)[] = [
  'timeout',
  'network',
  'unavailable',
  'invalid_response',
  'unknown',
]

const refusals: Partial<Record<Invite['status'], InviteErrorCode>> = {
  expired: 'expired',
  accepted: 'already_accepted',
  declined: 'not_found',
  revoked: 'revoked',
}

function refuse(code: InviteErrorCode, outcome: WriteOutcome | undefined): never {
  throw new InviteError(code, { outcome })
}

function publicPart({ token: _token, ...invite }: MemoryInvite): Invite {
  return invite
}

/** Waits, or rejects with the signal's reason. */
function wait(milliseconds = 0, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted()
    if (!milliseconds) return resolve()
    const stop = () => {
      clearTimeout(timer)
      reject(signal?.reason as Error)
    }
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', stop)
      resolve()
    }, milliseconds)
    signal?.addEventListener('abort', stop)
  })
}
