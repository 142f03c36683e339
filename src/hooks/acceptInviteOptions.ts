import type { Viewer } from '../schema.js'

export interface AcceptInviteOptions {
  /**
   * Who is signed in: null for nobody. A function is asked when the page opens and again right before each answer.
   * Absent, the transport is asked in the same way, where it knows.
   */
  viewer?: Viewer | null | (() => Viewer | null | Promise<Viewer | null>) | undefined
  /**
   * Lets an account answer whose address is not verified (`emailVerified: false`), if the provider allows it. Whoever
   * registers with an address that is not theirs could then take its invites (CVE-2026-53514).
   * @default false
   */
  allowUnverified?: boolean | undefined
  /** Called once acceptance is confirmed, by the provider's answer or by reading the invite after a lost one. */
  onAccepted?: ((outcome: { url?: string | undefined }) => void) | undefined
  /**
   * Goes on to a provider that accepts by navigation. The URL carries the token.
   * @default `location.assign`
   */
  onContinue?: ((url: string) => void) | undefined
}
