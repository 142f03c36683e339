import type { HttpOptions, Resolvable } from './request.js'

/** Which control panel and organization, and as whom. */
export interface EnhanceOptions extends HttpOptions {
  /** Origin of the control panel, which also chooses the login realm; `/api` is added. */
  baseUrl: string
  /** The organization to invite into. */
  orgId: string
  /** Organization access token of an owner or super admin; it belongs on a server. Without one the session counts. */
  token?: Resolvable<string> | undefined
  /** Language of an account that is made by accepting (`en`, `en-GB`…). */
  locale?: string | undefined
}
