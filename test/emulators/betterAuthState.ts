import type { EmulatorOptions, Mail } from './emulator.ts'

export interface BetterAuthUser {
  id: string
  name: string
  email: string
  emailVerified: boolean
}

export interface BetterAuthMember {
  id: string
  organizationId: string
  userId: string
  /** Several are joined by commas. */
  role: string
  /** ISO 8601, as all times here. */
  createdAt: string
}

/** As it crosses the wire, in this order. */
export interface BetterAuthInvitation {
  organizationId: string
  email: string
  role: string
  status: 'pending' | 'accepted' | 'rejected' | 'canceled'
  expiresAt: string
  createdAt: string
  inviterId: string
  id: string
}

export interface BetterAuthState {
  users: BetterAuthUser[]
  sessions: { token: string; userId: string; activeOrganizationId: string | null }[]
  organizations: { id: string; name: string; slug: string }[]
  members: BetterAuthMember[]
  invitations: BetterAuthInvitation[]
  outbox: Mail[]
}

export interface BetterAuthServer extends EmulatorOptions<BetterAuthState> {
  /** Origin and base path. @default 'https://app.acme.test/api/auth' */
  baseUrl?: string | undefined
  /** @default '1.7.7' */
  release?: '1.7.7' | '1.7.24' | undefined
  /** Whether it has the `bearer()` plugin. A browser cannot play the cookie. @default false */
  bearer?: boolean | undefined
  /** Whether the mail callback throws, which no answer tells. */
  mailFails?: boolean | undefined
  /** Pending ones per organization. @default 100 */
  invitationLimit?: number | undefined
  /** Members per organization. @default 100 */
  membershipLimit?: number | undefined
  requireEmailVerificationOnInvitation?: boolean | undefined
}

/** The session of somebody in {@link betterAuthState}. */
export const sessionOf = (name: string) => `session-of-${name}`

/** Where the application has its page for an invitation. */
export const linkOf = (id: string) => `https://app.acme.test/invitation?id=${id}`

/** Acme, owned by Ada, who is signed in, as are Bob and Eve, who belong to no organization. */
export function betterAuthState(): BetterAuthState {
  const names = ['ada', 'bob', 'eve']
  return {
    users: names.map((name) => ({
      id: `user-${name}`,
      name: name.charAt(0).toUpperCase() + name.slice(1),
      email: `${name}@acme.test`,
      emailVerified: false,
    })),
    sessions: names.map((name) => ({
      token: sessionOf(name),
      userId: `user-${name}`,
      activeOrganizationId: name === 'ada' ? 'org-acme' : null,
    })),
    organizations: [{ id: 'org-acme', name: 'Acme', slug: 'acme' }],
    members: [
      {
        organizationId: 'org-acme',
        userId: 'user-ada',
        role: 'owner',
        createdAt: '2026-11-20T09:00:00.000Z',
        id: 'member-ada',
      },
    ],
    invitations: [],
    outbox: [],
  }
}
