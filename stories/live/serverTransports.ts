import type { InviteTransport } from '../../src/transport.ts'
import { betterAuth, http } from '../../src/transports/index.ts'
import type { Mail } from '../../test/emulators/emulator.ts'

export type ServerProvider = 'server' | 'better-auth'

interface Transports {
  inviter: InviteTransport<'create' | 'list' | 'resend' | 'revoke'>
  invitee: InviteTransport<'lookup' | 'accept' | 'decline' | 'viewer'>
}

const roles = [
  { value: 'member', label: 'Member' },
  { value: 'admin', label: 'Admin' },
]

/** The handler knows the organization by itself; better-auth is told. */
export function serverTransports(provider: ServerProvider, organizationId: string): Transports {
  if (provider === 'better-auth') {
    const direct = betterAuth({ baseUrl: '/api/auth', organizationId, roles })
    return { inviter: direct, invitee: direct }
  }
  const url = '/api/invites'
  return {
    inviter: http({ url, roles, operations: ['create', 'list', 'resend', 'revoke'] }),
    invitee: http({ url, operations: ['lookup', 'accept', 'decline', 'viewer'] }),
  }
}

/** What the development server works for; null where the page comes from a static build, which has none. */
export async function organizationHere(): Promise<string | null> {
  const response = await fetch('/api/live/organization').catch(() => undefined)
  if (!response?.headers.get('content-type')?.includes('json')) return null
  return ((await response.json()) as { organizationId: string }).organizationId
}

let mails: Mail[] = []
let asking = false

/** What the server has mailed, as far as it was read; each look begins the next reading. */
export function outboxOf(): Mail[] {
  if (!asking) {
    asking = true
    void readOutbox().finally(() => {
      asking = false
    })
  }
  return mails
}

async function readOutbox(): Promise<void> {
  const response = await fetch('/api/live/outbox')
  mails = (await response.json()) as Mail[]
}
