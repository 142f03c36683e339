import * as z from 'zod/mini'
import { InviteError, inviteErrorCodes } from '../error.js'
import { isWrite } from '../isWrite.js'
import { errorJSON, protocol } from '../protocol.js'
import { randomKey } from '../randomKey.js'
import type { AcceptInviteInput } from '../schema.js'
import type {
  CreateOptions,
  CreateOutcome,
  InviteOperation,
  InviteTransport,
  TransportInfo,
} from '../transport.js'
import { createRequester, path } from './request.js'
import type { HttpOptions, Refusal, Resolvable, Verdict } from './request.js'

/** Where the handler is, and what it can do. */
export interface HttpTransportOptions<Can extends InviteOperation = InviteOperation>
  extends HttpOptions, Partial<TransportInfo> {
  /** Where `createInviteHandler` answers, without the operation: `/api/invites`. A relative one needs a page. */
  url: string
  /** What the handler's transport can do, as far as this page needs it. */
  operations: readonly Can[]
  /** Sent with every request, a CSRF token for example. */
  headers?: Resolvable<Record<string, string>> | undefined
  /** Whether cookies go along. @default 'same-origin' */
  credentials?: RequestCredentials | undefined
  /** A fresh idempotency key, for each write that is called without one. @default 128 random bits */
  newKey?: (() => string) | undefined
}

/**
 * The browser's half of the neutral pair: `POST {url}/{operation}`, JSON in and out, to `createInviteHandler` of
 * `invite-kit/server`, which keeps the provider's credential. Tokens travel in the body alone.
 *
 * Name `roles`, `fields` and `maxBatch` (default 100) as the handler's transport has them, and `maxPerMinute`
 * (default 20) as its rate limit does.
 */
export function http<const Can extends InviteOperation>(
  options: HttpTransportOptions<Can>,
): InviteTransport<Can> {
  const { operations, roles, fields, maxBatch = 100, maxPerMinute = 20 } = options
  const { newKey = randomKey } = options
  const url = options.url.replace(/\/$/, '')

  const request = createRequester({
    ...options,
    provider: 'The invite server',
    baseUrl: url,
    credentials: options.credentials ?? 'same-origin',
    judge,
  })

  const call = async (
    operation: InviteOperation,
    input: Partial<AcceptInviteInput>,
    { signal, identify, key }: CreateOptions = {},
  ): Promise<unknown> => {
    const write = isWrite(operation)
    const answer: z.ZodMiniType = protocol[operation].output
    const value = await request({
      doing: operation,
      method: 'POST',
      path: path`/${operation}`,
      headers: {
        'x-invite-kit': '1',
        ...(write && { 'idempotency-key': key ?? newKey() }),
        ...(identify === false && { prefer: 'return=minimal' }),
      },
      body: input,
      answer,
      write,
      secrets: [input.token, input.password],
      signal,
    })
    return operation === 'createMany' ? revived(value as Outcomes) : value
  }

  return {
    key: options.key ?? `http:${url}`,
    roles,
    fields,
    maxBatch: operations.some((operation) => operation === 'createMany') ? maxBatch : undefined,
    maxPerMinute,
    ...Object.fromEntries(
      operations.map((operation) => [
        operation,
        (input: Partial<AcceptInviteInput>, call_: CreateOptions) => call(operation, input, call_),
      ]),
    ),
  } as InviteTransport<Can>
}

/** The handler always says a code: a 404 without one comes from elsewhere, and says nothing of an invite. */
function judge({ status, body }: Refusal): Verdict | undefined {
  const { data } = z.safeParse(errorJSON, body)
  if (!data)
    return status === 404 ? { code: 'config', text: 'no invite handler is there.' } : undefined
  // Its `retryAfter` is finer than the header, and gets through where a proxy drops that.
  return {
    ...data,
    code: knownCode(data.code),
    text: data.message,
  }
}

const knownCode = (code: string) => inviteErrorCodes.find((known) => known === code)

type Outcomes = z.output<typeof protocol.createMany.output>

function revived(outcomes: Outcomes): CreateOutcome[] {
  return outcomes.map((one) =>
    one.status === 'sent'
      ? one
      : {
          status: 'failed',
          error: new InviteError(knownCode(one.error.code) ?? 'unknown', one.error),
        },
  )
}
