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
  InviteOperations,
} from '../transport.js'
import type { HttpTransportOptions } from './httpOptions.js'
import { createRequester, path, type Refusal, type Verdict } from './request.js'

/** What the handler is asked for. `url` is where it answers, without a slash at its end. */
export function httpOperations(
  url: string,
  { newKey = randomKey, ...options }: HttpTransportOptions,
): InviteOperations {
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

  const operations = {} as InviteOperations
  return Object.assign(
    operations,
    Object.fromEntries(
      Object.keys(protocol).map((name) => [
        name,
        (input: Partial<AcceptInviteInput>, call_?: CreateOptions) =>
          call(name as InviteOperation, input, call_),
      ]),
    ),
  )
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
