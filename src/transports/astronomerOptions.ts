import type { HttpOptions, Resolvable } from './request.js'

/** Which organization, by which API, and as whom. */
export interface AstronomerOptions extends HttpOptions {
  /** `v1` is published and can do less; `v1alpha1` is internal to Astronomer's own interface. */
  apiVersion: 'v1' | 'v1alpha1'
  organizationId: string
  /**
   * Sent as `Bearer`: an owner's, or an Organization API token, which belongs on a server. Accept and decline take
   * the invitee's own. Without one, a proxy adds it.
   */
  token?: Resolvable<string> | undefined
  /** Origin of the API, or a proxy of it; the version is added. @default 'https://api.astronomer.io' */
  baseUrl?: string | undefined
}
