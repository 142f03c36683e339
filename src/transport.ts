import type { InviteError } from './error.js'
import type {
  AcceptInviteInput,
  AcceptOutcome,
  CreateInviteInput,
  Invite,
  InvitePage,
  InvitePreview,
  InviteRef,
  ListInvitesInput,
  SentInvite,
  Viewer,
} from './schema.js'

/** What every call takes. */
export interface CallOptions {
  /** Aborts the call; it then rejects with the signal's reason. */
  signal?: AbortSignal | undefined
}

/** What a write takes. */
export interface WriteOptions extends CallOptions {
  /** Names one attempt series of this write: `http` sends it as idempotency key, providers without such keys ignore it. */
  key?: string | undefined
}

/** What {@link InviteOperations.create} takes beside the input. */
export interface CreateOptions extends WriteOptions {
  /**
   * Whether a transport may spend one more read on what the provider's answer lacks (id, link), as Grafana's does.
   * `sendInvites` says false for a bulk, where one read of the list at the end serves all.
   * @default true
   */
  identify?: boolean | undefined
}

/** One recipient's part of `createMany`: the invite, or why there is none. */
export type CreateOutcome =
  | { status: 'sent'; sent: SentInvite }
  | { status: 'failed'; error: InviteError }

/** Everything that a provider may be able to do. Every rejection is an InviteError, or the signal's reason. */
export interface InviteOperations {
  /** Invites one person. */
  create(input: CreateInviteInput, options?: CreateOptions): Promise<SentInvite>
  /** Invites up to `maxBatch` people in one request; as many outcomes as inputs, in the same order. */
  createMany(input: CreateInviteInput[], options?: CreateOptions): Promise<CreateOutcome[]>
  /** One page of invites. Honours every member of the input, on the provider's side or on this one. */
  list(input: ListInvitesInput, options?: CallOptions): Promise<InvitePage>
  /** Mails an invite once more. The id may change. */
  resend(input: { id: string }, options?: WriteOptions): Promise<SentInvite>
  /** Changes the role while the invite is pending. */
  update(input: { id: string; role: string }, options?: WriteOptions): Promise<Invite>
  /** Withdraws an invite: its link stops working. */
  revoke(input: { id: string }, options?: WriteOptions): Promise<void>
  /** What a link stands for. Never changes anything. */
  lookup(input: InviteRef, options?: CallOptions): Promise<InvitePreview>
  /** Accepts. Call it on a person's press only. */
  accept(input: AcceptInviteInput, options?: WriteOptions): Promise<AcceptOutcome>
  /** Declines. Call it on a person's press only. */
  decline(input: InviteRef, options?: WriteOptions): Promise<void>
  /** Who is signed in at the provider; null if nobody is. */
  viewer(input: Record<string, never>, options?: CallOptions): Promise<Viewer | null>
}

/** The name of an operation. */
export type InviteOperation = keyof InviteOperations

const operations = [
  'create',
  'createMany',
  'list',
  'resend',
  'update',
  'revoke',
  'lookup',
  'accept',
  'decline',
  'viewer',
] as const satisfies InviteOperation[]

/** A role that may be given with an invite. */
export interface InviteRole {
  value: string
  label: string
  /** What the role may do, in one sentence. */
  description?: string | undefined
}

/** What `create` takes beside the address and the role. */
export type CreateField = Exclude<keyof CreateInviteInput, 'email' | 'role'>

/** What a transport says of itself, as data. */
export interface TransportInfo {
  /** Names provider and scope (`grafana:https://g.example`): it partitions the cache. Derived, never random. */
  readonly key: string
  /** The roles of a provider that has fixed ones; elsewhere the app brings its own. */
  readonly roles?: readonly InviteRole[] | undefined
  /** What `create` takes beside the address and the role; InviteForm shows exactly these. */
  readonly fields?: Partial<Record<CreateField, 'optional' | 'required'>> | undefined
  /** How many recipients one `createMany` takes. */
  readonly maxBatch?: number | undefined
  /** How many calls to `create` and `createMany` the provider takes within a minute; a bulk keeps to it. */
  readonly maxPerMinute?: number | undefined
}

/**
 * A provider's invites: a plain object with the operations that it can do, and no others.
 * The presence of a method is the capability; ask with {@link can}.
 */
export type InviteTransport<Can extends InviteOperation = never> = TransportInfo &
  Pick<InviteOperations, Can>

/** Whether a transport can do an operation; narrows its type. */
export function can<T extends InviteTransport, Op extends InviteOperation>(
  transport: T,
  operation: Op,
): transport is T & InviteTransport<Op> {
  return typeof (transport as Partial<InviteOperations>)[operation] === 'function'
}

/** The operations that a transport can do. */
export function operationsOf(transport: InviteTransport): InviteOperation[] {
  return operations.filter((operation) => can(transport, operation))
}
