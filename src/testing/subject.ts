import type { InviteErrorCode, WriteOutcome } from '../error.js'
import type { InviteOperation, InviteOperations, InviteTransport } from '../transport.js'
import type { Fetch } from '../transports/request.js'
import type { AnswerName } from './answers.js'

/** A provider in a known state, and the transport to it. */
export interface World {
  /** Plays the provider: an emulator, or a handler of your own. Not needed with `http: false`. */
  fetch?: Fetch | undefined
  /** The transport under test, over any fetch: the suite puts its own in the place of the provider. */
  transport: (fetch: Fetch) => InviteTransport
  /** For each claimed operation an input that succeeds in this world; for `createMany` two people or more. */
  inputs: { [Op in InviteOperation]?: Parameters<InviteOperations[Op]>[0] }
}

/** What a call comes to when every request of it gets one answer. */
export type Reading =
  | {
      code: InviteErrorCode
      /** On writes. @default `not_sent` where the answer is a refusal or nothing but reads went out */
      outcome?: WriteOutcome | undefined
      /** Milliseconds; only where the answer says when. */
      retryAfter?: number | undefined
    }
  /** The provider's facts make a success of it. */
  | { resolves: true }
  /** The call makes no request, so that no answer matters. */
  | { silent: true }

/** A transport and what it promises. */
export interface Subject {
  /** The operations that the provider can do: the transport must have these and no others. */
  claims: readonly InviteOperation[]
  /** A fresh world with one pending invite or more. Base URLs must be absolute where there is no page. */
  world: () => World | Promise<World>
  /** Where this provider's facts read an answer otherwise than its status alone; `every` stands for all answers. */
  deviations?:
    | Partial<Record<InviteOperation, Partial<Record<AnswerName | 'every', Reading>>>>
    | undefined
  /** False for a transport that does not speak HTTP: the checks of requests and answers are left out. @default true */
  http?: boolean | undefined
}

/** One promise, ready for any test runner. `run` rejects with an Error that says what to do. */
export interface Check {
  title: string
  run: () => Promise<void>
}

/** What the checks are made from. */
export interface Bench {
  subject: Subject
  /** For calls that never reach the provider: one world serves them all. */
  shared: () => Promise<World>
}
