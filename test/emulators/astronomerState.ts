import type { EmulatorOptions, Mail } from './emulator.ts'

/** The enum of v1, in rising order. */
export const astronomerRoles = [
  'ORGANIZATION_MEMBER',
  'ORGANIZATION_OBSERVE_MEMBER',
  'ORGANIZATION_OBSERVE_ADMIN',
  'ORGANIZATION_BILLING_ADMIN',
  'ORGANIZATION_OWNER',
]

export interface AstronomerUser {
  id: string
  /** The address. */
  username: string
  fullName: string
  status: 'ACTIVE' | 'INACTIVE' | 'PENDING' | 'BANNED'
  createdAt: string
  /** Role by id of the organization; those that are only invited are in none. */
  roles: Record<string, string>
}

export interface AstronomerInvite {
  inviteId: string
  organizationId: string
  userId: string
  role: string
  expiresAt: string
  ticketId: string
  /** Of a user, or the name of an API token. */
  inviter: { userId: string } | { tokenName: string }
}

/** A person who has signed in, known by address whether there is a user or not; or a key of one organization. */
export type AstronomerToken = { token: string } & (
  | { username: string }
  | { name: string; organizationId: string; role: string }
)

export interface AstronomerState {
  organizations: { id: string; name: string }[]
  users: AstronomerUser[]
  invites: AstronomerInvite[]
  tokens: AstronomerToken[]
  outbox: Mail[]
  /** How many ids and answers were given. */
  issued: number
}

export interface AstronomerServer extends EmulatorOptions<AstronomerState> {
  /** @default 'https://api.astronomer.io' */
  baseUrl?: string | undefined
  /** `2022`: invites have four members, and errors no `requestId`. @default '2026' */
  shape?: '2022' | '2026' | undefined
  /** What the link of a mail carries. @default 'id' */
  linkBy?: 'id' | 'ticket' | undefined
  /** How somebody is refused who answers another's invite. Not known. @default 403 */
  strangers?: 403 | 404 | undefined
  /** Whether the invite can be seen without a token. Not known. @default true */
  openLookup?: boolean | undefined
  /** The most users in one answer, whatever is asked for. @default 1000 */
  maxLimit?: number | undefined
}

export const acme = 'clm9t0gbt000108jv4f1cfu8u'
export const other = 'clm9t0gbt000208jv9z2aaaaa'

/** Two organizations, the first one with its owner and a key; the owner is a member of the second one. */
export function astronomerState(): AstronomerState {
  const owner: AstronomerUser = {
    id: 'clm8qv74h000008mlf08scq7k',
    username: 'owner@acme.test',
    fullName: 'Olga Owner',
    status: 'ACTIVE',
    createdAt: '2024-01-15T08:00:00Z',
    roles: { [acme]: 'ORGANIZATION_OWNER', [other]: 'ORGANIZATION_MEMBER' },
  }
  return {
    organizations: [
      { id: acme, name: 'Acme' },
      { id: other, name: 'Other' },
    ],
    users: [owner],
    invites: [],
    tokens: [
      { token: 'user.owner', username: owner.username },
      { token: 'org.key', name: 'ci-key', organizationId: acme, role: 'ORGANIZATION_OWNER' },
    ],
    outbox: [],
    issued: 0,
  }
}
