import * as z from 'zod/mini'
import { InviteError } from '../error.js'
import { protocol } from '../protocol.js'
import type { CreateOptions, InviteOperation, InviteTransport } from '../transport.js'
import type { Answer } from './answer.js'
import { safeError } from './safeError.js'

type Operation = (input: unknown, options: CreateOptions) => Promise<unknown>

const silent: readonly InviteOperation[] = ['revoke', 'decline']

/** Calls the provider. Of its answer only what the protocol names goes on; an answer of another shape is no success. */
export async function callTransport(
  transport: InviteTransport,
  operation: InviteOperation,
  input: unknown,
  options: CreateOptions,
): Promise<Answer> {
  const operations = transport as InviteTransport & Record<InviteOperation, Operation>
  const value = await operations[operation](input, options)
  if (silent.includes(operation)) return { status: 204 }
  const schema: z.ZodMiniType = protocol[operation].output
  const { data, error } = z.safeParse(schema, operation === 'createMany' ? safe(value) : value)
  if (error) throw new InviteError('invalid_response', { outcome: 'unknown' })
  return { status: 200, body: data }
}

/** The errors within a batch, as they may be told. */
function safe(outcomes: unknown): unknown {
  if (!Array.isArray(outcomes)) return outcomes
  return outcomes.map((one: { status?: unknown; error?: unknown } | undefined) =>
    one?.status === 'failed' ? { status: 'failed', error: safeError(one.error).toJSON() } : one,
  )
}
