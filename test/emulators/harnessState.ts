import type { EmulatorOptions, Mail } from './emulator.ts'

export interface HarnessScope {
  accountIdentifier: string
  orgIdentifier: string | null
  projectIdentifier: string | null
}

export interface HarnessBinding {
  roleIdentifier: string
  roleName: string
  managedRole: boolean
  resourceGroupIdentifier?: string | undefined
  resourceGroupName?: string | undefined
}

export interface HarnessInvite extends HarnessScope {
  id: string
  email: string
  roleBindings: HarnessBinding[]
  userGroups: string[] | null
  inviteType: 'ADMIN_INITIATED_INVITE' | 'SCIM_INITIATED_INVITE' | 'USER_INITIATED_INVITE'
  /** Clicked, and perhaps unfinished. */
  approved: boolean
  /** Completed or revoked: the record stays. */
  deleted: boolean
  /** The newest token; older ones are superseded. */
  token: string
  /** Milliseconds. */
  createdAt: number
  /** Of the record; the token ends earlier. */
  validUntil: number
}

export interface HarnessUser {
  email: string
  name: string
  /** Absent for one who never set one. */
  password?: string | undefined
  /** JSON of each scope that the user is in; none for one who has an account of another company. */
  scopes: string[]
}

export interface HarnessState {
  users: HarnessUser[]
  invites: HarnessInvite[]
  outbox: Mail[]
  /** When users were invited lately, for the limit of ten calls a minute. */
  calls: number[]
  /** How many answers were given, for correlation ids. */
  answers: number
}

export interface HarnessServer extends EmulatorOptions<HarnessState> {
  /** @default 'https://app.harness.io' */
  baseUrl?: string | undefined
  /** @default 'kmpySmUISimoRrJL6NL73w' */
  accountIdentifier?: string | undefined
  /** Keys that may do everything. @default ['pat.inviter'] */
  keys?: string[] | undefined
  /** Keys that are known and may do nothing. @default ['pat.viewer'] */
  powerless?: string[] | undefined
  /** How many users and pending invites the plan has room for. */
  seats?: number | undefined
  /** Addresses that another administrator invites at the same moment: the record is there before ours. */
  raced?: string[] | undefined
}

export const day = 86_400_000

/** An account with its owner. */
export function harnessState(accountIdentifier: string): HarnessState {
  const account = { accountIdentifier, orgIdentifier: null, projectIdentifier: null }
  return {
    users: [
      {
        email: 'owner@acme.test',
        name: 'Olga Owner',
        password: 'Owner-pass-1',
        scopes: [JSON.stringify(account)],
      },
    ],
    invites: [],
    outbox: [],
    calls: [],
    answers: 0,
  }
}
