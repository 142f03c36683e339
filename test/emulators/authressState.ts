import type { EmulatorOptions, Mail } from './emulator.ts'

export interface AuthressStatement {
  roles: string[]
  resources: { resourceUri: string }[]
}

export interface AuthressUser {
  userId: string
  /** Of a user, or self-signed by a service client. */
  token: string
  /** What the user may do; nothing at all for one who has just signed up. */
  statements: AuthressStatement[]
  /** Manages the account: may do everything with invites, and grant anything. */
  admin?: boolean | undefined
}

export interface AuthressInvite {
  inviteId: string
  statements: AuthressStatement[]
  tenant?: string | undefined
  conflictResolutionStrategy?: string | undefined
  createdBy: string
  /** Milliseconds. */
  expires: number
  /** Whether the request named the time. */
  timed: boolean
  /** Claimed or deleted. */
  gone: boolean
}

export interface AuthressState {
  users: AuthressUser[]
  invites: AuthressInvite[]
  /** Nothing comes here from Authress: what the app mails itself. */
  outbox: Mail[]
}

export interface AuthressServer extends EmulatorOptions<AuthressState> {
  /** @default 'https://login.acme.test' */
  baseUrl?: string | undefined
  /** The SDK of 2024-10 (`tenantId`, null for what is absent), or that of 2026-04. @default '2026' */
  shape?: '2024' | '2026' | undefined
  /** Whether `expiryTime` comes back, which nobody knows. @default true */
  tellsExpiry?: boolean | undefined
  /** Whether who creates an invite may read and delete it, which nobody knows. @default true */
  creatorMayRead?: boolean | undefined
  /** @default 'json' */
  errors?: 'json' | 'text' | 'empty' | undefined
  /** Whether acceptance answers with the account, or with nothing. @default true */
  tellsAccount?: boolean | undefined
}

const editor: AuthressStatement = {
  roles: ['Editor', 'Viewer'],
  resources: [{ resourceUri: '/workspaces/ws-42/*' }],
}

/** An account with its service client, an editor of one workspace, and somebody who has just signed up. */
export function authressState(): AuthressState {
  return {
    users: [
      { userId: 'sc_backend', token: 'jwt.service', statements: [], admin: true },
      { userId: 'u_olga', token: 'jwt.olga', statements: [editor] },
      { userId: 'u_ana', token: 'jwt.ana', statements: [] },
    ],
    invites: [],
    outbox: [],
  }
}
