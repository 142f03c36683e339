import type { DomainRules } from '../input/domainRules.js'
import type { CreateInviteInput } from '../schema.js'
import type { SendOutcome } from '../send.js'
import type { InviteRole } from '../transport.js'
import type { InviteFormProblem } from './formProblems.js'

/** The three layers of a seat limit. Whoever is being typed is counted on top of these. */
export interface Seats {
  total: number
  members: number
  /** @default what the transport lists as pending, where it can */
  pending?: number | undefined
}

/** What {@link useInviteForm} takes beside the transport. */
export interface InviteFormOptions {
  /** Roles to choose from, where the transport has none of its own. */
  roles?: readonly InviteRole[] | undefined
  /** @default the first role */
  defaultRole?: string | undefined
  /** Addresses of those who belong already; they are not invited again. */
  members?: readonly string[] | undefined
  domains?: DomainRules | undefined
  seats?: Seats | undefined
  /** Characters of a message. @default 1000 */
  maxMessage?: number | undefined
  /**
   * Called with what is about to be sent and the data of the `<form>`, the app's own inputs included. Give other
   * inputs, as many and in the same order, to change it; false to send nothing.
   */
  onBeforeSend?: ((inputs: CreateInviteInput[], data: FormData) => BeforeSend) | undefined
  /** Called when all outcomes are known, in the order of the recipients. */
  onSent?: ((outcomes: SendOutcome[]) => void) | undefined
  /** Called with each outcome as it comes, in any order. */
  onOutcome?: ((outcome: SendOutcome) => void) | undefined
  /**
   * Called when the provider wants a sign-in in the middle: sign the person in and resolve, and sending goes on.
   * Without it, or when it rejects, sending stops and whoever was not reached stays in the field.
   */
  onUnauthenticated?: (() => Promise<unknown>) | undefined
  /** The clock, for dates of expiry and for when a sending began. */
  now?: (() => Date) | undefined
}

type Decision = CreateInviteInput[] | false | void

/** What `onBeforeSend` answers, at once or later. */
export type BeforeSend = Decision | Promise<Decision>

/** `blocked`, `cancelled` (by `onBeforeSend`): nothing was sent. `busy`: a sending is under way already. */
export type SubmitResult =
  | { status: 'blocked'; problems: InviteFormProblem[] }
  | { status: 'busy' | 'cancelled' }
  | { status: 'sent'; outcomes: SendOutcome[] }
