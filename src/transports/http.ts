import * as z from 'zod/mini'
import { InviteError, inviteErrorCodes } from '../error.js'
import { isWrite } from '../isWrite.js'
import { protocol } from '../protocol.js'
import type { AcceptInviteInput } from '../schema.js'
import type {
  CallOptions,
  CreateOutcome,
  InviteOperation,
  InviteTransport,
  TransportInfo,
} from '../transport.js'
import { createRequester, path } from './request.js'
import type { HttpOptions, Refusal, Resolvable, Verdict } from './request.js'

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
  /** A fresh idempotency key, once per write. @default 128 random bits */
  newKey?: (() => string) | undefined
}

const failureBody = /*#__PURE__*/ z.object({
  code: z.string(),
  message: z.optional(z.string()),
  fields: z.optional(z.record(z.string(), z.string())),
  retryAfter: z.optional(z.number()),
  requestId: z.optional(z.string()),
  outcome: z.optional(z.enum(['not_sent', 'unknown'])),
})

/**
 * The browser's half of the neutral pair: `POST {url}/{operation}`, JSON in and out, to `createInviteHandler` of
 * `invite-kit/server`, which keeps the provider's credential. Tokens travel in the body alone.
 *
 * Name `roles`, `fields` and `maxBatch` (default 100) as the handler's transport has them.
 */
export function http<const Can extends InviteOperation>(
  options: HttpTransportOptions<Can>,
): InviteTransport<Can> {
  const { operations, roles, fields, maxBatch = 100, newKey = randomKey } = options
  const url = options.url.replace(/\/$/, '')

  const call = async (
    operation: InviteOperation,
    input: Partial<AcceptInviteInput>,
    { signal }: CallOptions = {},
  ): Promise<unknown> => {
    const write = isWrite(operation)
    const answer: z.ZodMiniType = protocol[operation].output
    let failure: ReturnType<typeof judge>
    const request = createRequester({
      provider: 'The invite server',
      baseUrl: url,
      fetch: options.fetch,
      timeout: options.timeout,
      credentials: options.credentials ?? 'same-origin',
      headers: async () => ({
        ...(typeof options.headers === 'function' ? await options.headers() : options.headers),
        'x-invite-kit': '1',
        ...(write && { 'idempotency-key': newKey() }),
      }),
      judge: (refusal) => (failure = judge(refusal)),
    })
    try {
      const value = await request({
        doing: operation,
        method: 'POST',
        path: path`/${operation}`,
        body: input,
        answer,
        write,
        secrets: [input.token, input.password],
        signal,
      })
      return operation === 'createMany' ? revived(value as Outcomes) : value
    } catch (thrown) {
      // The body is finer than the header, and gets through where a proxy drops that.
      const retryAfter = failure?.retryAfter
      if (retryAfter === undefined || !InviteError.is(thrown)) throw thrown
      throw new InviteError(thrown.code, { ...thrown.toJSON(), retryAfter })
    }
  }

  return {
    key: options.key ?? `http:${url}`,
    roles,
    fields,
    maxBatch: operations.some((operation) => operation === 'createMany') ? maxBatch : undefined,
    ...Object.fromEntries(
      operations.map((operation) => [
        operation,
        (input: Partial<AcceptInviteInput>, call_: CallOptions) => call(operation, input, call_),
      ]),
    ),
  } as InviteTransport<Can>
}

/** The handler always says a code: a 404 without one comes from elsewhere, and says nothing of an invite. */
function judge({
  status,
  body,
}: Refusal): (Verdict & { retryAfter?: number | undefined }) | undefined {
  const { data } = z.safeParse(failureBody, body)
  if (!data)
    return status === 404 ? { code: 'config', text: 'no invite handler is there.' } : undefined
  return {
    ...data,
    code: inviteErrorCodes.find((known) => known === data.code),
    text: data.message,
  }
}

type Outcomes = z.output<typeof protocol.createMany.output>

function revived(outcomes: Outcomes): CreateOutcome[] {
  return outcomes.map((one) =>
    one.status === 'sent'
      ? one
      : { status: 'failed', error: new InviteError(one.error.code, one.error) },
  )
}

/** `crypto.randomUUID` is missing on pages without TLS. */
function randomKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
