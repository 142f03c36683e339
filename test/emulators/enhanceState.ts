import type { EmulatorOptions, Mail } from './emulator.ts'

export const enhanceRoles = [
  'Owner',
  'SuperAdmin',
  'Business',
  'SiteAccess',
  'Support',
  'Sysadmin',
] as const
export type EnhanceRole = (typeof enhanceRoles)[number]

export interface EnhanceLogin {
  id: string
  email: string
  name: string
  /** Absent until the first invite is accepted. */
  password?: string | undefined
}

export interface EnhanceMember {
  id: string
  orgId: string
  loginId: string
  isActive: boolean
  roles: EnhanceRole[]
  siteAccesses: string[]
  notifications: string[]
  /** Milliseconds. */
  joinedAt: number
}

export interface EnhanceState {
  logins: EnhanceLogin[]
  /** `parentId`: the organization above; the master organization has none. */
  orgs: { id: string; name: string; parentId?: string | undefined }[]
  members: EnhanceMember[]
  /** Keys of links, one for each pending member. `sentAt`: milliseconds. */
  invites: { key: string; memberId: string; sentAt: number }[]
  /** Organization access tokens. */
  tokens: { token: string; orgId: string; roles: EnhanceRole[] }[]
  sessions: { cookie: string; loginId: string; ended?: boolean | undefined }[]
  outbox: Mail[]
  /** When the last requests came, in milliseconds. */
  calls: number[]
}

/** The parts of the wire that no source settles can be chosen. */
export interface EnhanceServer extends EmulatorOptions<EnhanceState> {
  /** Of the panel. @default 'https://panel.acme.test' */
  baseUrl?: string | undefined
  /** What create answers: `none` up to 9.1.1, where `sendEmail` was not known either. @default 'link' */
  created?: 'link' | 'key' | 'none' | undefined
  /** How `joinedAt` is written: as documented, or as live answers have other times. @default 'date-time' */
  dates?: 'date' | 'date-time' | undefined
  /** Which of the two comes first by ascending status. @default 'pending' */
  first?: 'pending' | 'active' | undefined
  /** The largest page of members. @default 100 */
  pageLimit?: number | undefined
  /** The status for somebody who is a member. @default 409 */
  conflict?: 400 | 409 | undefined
  /** The status for a wrong password. @default 403 */
  wrongPassword?: 401 | 403 | undefined
  /** Requests a minute. */
  rateLimit?: number | undefined
}

export const masterOrg = '6f1c2a9e-0b7d-4f6a-9a35-1c2d3e4f5a6b'
export const customerOrg = '7a2d3b0f-1c8e-4a7b-8b46-2d3e4f5a6b7c'
export const accessToken = 'enhance-access-token'

/** A platform as it was set up: its owner with a session, a customer below it, an access token for each. */
export function enhanceState(): EnhanceState {
  const loginId = '71c4e9d0-2b5a-4f38-9e6c-0a1b2c3d4e5f'
  const owner = {
    id: loginId,
    email: 'owner@acme.test',
    name: 'Olga Owner',
    password: 'owner-pass',
  }
  return {
    logins: [owner],
    orgs: [
      { id: masterOrg, name: 'Blue Hosting' },
      { id: customerOrg, name: 'Small Shop', parentId: masterOrg },
    ],
    members: [
      {
        id: '5d2f8b1a-6c3e-4a97-b0d4-8e7f6a5b4c3d',
        orgId: masterOrg,
        loginId,
        isActive: true,
        roles: ['Owner'],
        siteAccesses: [],
        notifications: [],
        joinedAt: Date.parse('2026-01-08T08:00:00Z'),
      },
    ],
    invites: [],
    tokens: [
      { token: accessToken, orgId: masterOrg, roles: ['SuperAdmin'] },
      { token: 'enhance-support-token', orgId: masterOrg, roles: ['Support'] },
      { token: 'enhance-customer-token', orgId: customerOrg, roles: ['SuperAdmin'] },
    ],
    sessions: [{ cookie: 'owner.session.jwt', loginId }],
    outbox: [],
    calls: [],
  }
}
