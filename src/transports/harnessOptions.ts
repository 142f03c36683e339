import type { RoleBinding } from './harnessWire.js'
import type { HttpOptions, Resolvable } from './request.js'

/** Which account or scope of it, and as whom. */
export interface HarnessOptions extends HttpOptions {
  accountIdentifier: string
  /** With it, and `projectIdentifier`, the invites of that scope alone: nothing is rolled up. */
  orgIdentifier?: string | undefined
  projectIdentifier?: string | undefined
  /** Origin of the installation. @default 'https://app.harness.io' */
  baseUrl?: string | undefined
  /** Key of a user or of a service account. It belongs on a server. */
  apiKey?: Resolvable<string> | undefined
  /** Session token of the signed-in user, instead of a key. */
  session?: Resolvable<string> | undefined
  /** What Harness grants for a role. @default a binding of that name, managed if it begins with `_` */
  roleBinding?: ((role: string) => RoleBinding) | undefined
}
