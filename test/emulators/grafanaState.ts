import type { EmulatorOptions, Mail } from './emulator.ts'

/** In rising order. */
export const grafanaRoles = ['None', 'Viewer', 'Editor', 'Admin'] as const
export type GrafanaRole = (typeof grafanaRoles)[number]

export interface GrafanaUser {
  id: number
  login: string
  email: string
  name: string
  password: string
}

export interface GrafanaInvite {
  id: number
  orgId: number
  name: string
  /** What was invited: an address, or a login. */
  email: string
  role: GrafanaRole
  /** Of the inviter; absent where a service account invited. */
  userId?: number | undefined
  code: string
  status: 'InvitePending' | 'Completed' | 'Revoked' | 'Expired'
  emailSent: boolean
  /** Milliseconds, in whole seconds. */
  created: number
}

export interface GrafanaState {
  /** The first one is the server admin. */
  users: GrafanaUser[]
  orgs: { id: number; name: string; members: { userId: number; role: GrafanaRole }[] }[]
  /** Service accounts, each bound to one organization. `actions`: what RBAC granted. */
  tokens: { token: string; orgId: number; role: GrafanaRole; actions: string[] }[]
  sessions: { cookie: string; userId: number; revoked?: boolean | undefined }[]
  invites: GrafanaInvite[]
  outbox: Mail[]
  /** When the expiry job last ran, in milliseconds. */
  sweptAt?: number | undefined
}

export interface GrafanaServer extends EmulatorOptions<GrafanaState> {
  /** `root_url`. @default 'https://grafana.acme.test' */
  baseUrl?: string | undefined
  /** @default '11' */
  release?: '9.1' | '9.3' | '11' | undefined
  /** What the sources register (PATCH), or what the published document says. @default 'PATCH' */
  revokeBy?: 'PATCH' | 'DELETE' | undefined
  /** Whether `[smtp]` is set up; `failing`: it is, and takes no mail. @default true */
  smtp?: boolean | 'failing' | undefined
  /** `disable_login_form`, as on Grafana Cloud. */
  loginDisabled?: boolean | undefined
  /** How many users the server may have. */
  userQuota?: number | undefined
  /** `user_invite_max_lifetime_duration` in milliseconds. @default 24 hours */
  inviteLifetime?: number | undefined
}

/** What RBAC wants of an inviter since 9.3, and before. */
export const inviterActions = ['org.users:add', 'users:create']

/** A server as it was set up: its admin with a session, one organization, one service account that may invite. */
export function grafanaState(): GrafanaState {
  const admin = { login: 'admin', email: 'admin@acme.test', name: '', password: 'admin-pass' }
  return {
    users: [{ id: 1, ...admin }],
    orgs: [{ id: 1, name: 'Main Org.', members: [{ userId: 1, role: 'Admin' }] }],
    tokens: [{ token: 'glsa_inviter', orgId: 1, role: 'Admin', actions: inviterActions }],
    sessions: [{ cookie: 'admin_session', userId: 1 }],
    invites: [],
    outbox: [],
  }
}
