export { astronomer, type AstronomerOptions } from './astronomer.js'
export { authress, type AuthressOptions } from './authress.js'
export type { InviteStatement } from './authressWire.js'
export { betterAuth, type BetterAuthOptions } from './betterAuth.js'
export { enhance, type EnhanceOptions } from './enhance.js'
export { grafana } from './grafana.js'
export type { GrafanaOptions } from './grafanaOptions.js'
export { harness, type HarnessOptions } from './harness.js'
export type { RoleBinding } from './harnessWire.js'
export { http, type HttpTransportOptions } from './http.js'
export type { InviteMail } from './inviteMail.js'
export { ledger } from './ledger.js'
export type { LedgerOptions } from './ledgerBook.js'
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
