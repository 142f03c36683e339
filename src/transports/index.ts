export { astronomer } from './astronomer.js'
export type { AstronomerOptions } from './astronomerOptions.js'
export { authress } from './authress.js'
export type { AuthressOptions } from './authressOptions.js'
export type { InviteStatement } from './authressWire.js'
export { betterAuth } from './betterAuth.js'
export type { BetterAuthOptions } from './betterAuthOptions.js'
export { enhance } from './enhance.js'
export type { EnhanceOptions } from './enhanceOptions.js'
export { grafana } from './grafana.js'
export type { GrafanaOptions } from './grafanaOptions.js'
export { harness } from './harness.js'
export type { HarnessOptions } from './harnessOptions.js'
export type { RoleBinding } from './harnessWire.js'
export { http } from './http.js'
export type { HttpTransportOptions } from './httpOptions.js'
export type { InviteMail } from './inviteMail.js'
export { ledger } from './ledger.js'
export type { LedgerOptions } from './ledgerOptions.js'
export type { LedgerStorage } from './ledgerRows.js'
export {
  memory,
  type Fault,
  type MemoryInvite,
  type MemoryMail,
  type MemoryOptions,
} from './memory.js'
export { pageOf } from './page.js'
export type { Fetch, HttpOptions, Resolvable } from './request.js'
