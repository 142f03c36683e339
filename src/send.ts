import { InviteError, type InviteErrorCode } from './error.js'
import type { CreateInviteInput } from './schema.js'
import { can, type CreateOutcome, type InviteTransport } from './transport.js'

/** What became of one recipient. */
export type SendOutcome = CreateOutcome & { input: CreateInviteInput }

export interface SendOptions {
  /** Stops sending. Who was not reached yet ends as failed, `not_sent`. */
  signal?: AbortSignal | undefined
  /** Called as soon as an outcome is known, in the order of the inputs. */
  onOutcome?: ((outcome: SendOutcome, index: number) => void) | undefined
}

/** After these the next recipient would fare no better: the rest is not tried. */
const final: readonly InviteErrorCode[] = [
  'unauthenticated',
  'limit_reached',
  'rate_limited',
  'unsupported',
  'offline',
  'config',
]

/**
 * Invites one person or many, in order: as many outcomes as inputs, never a rejection. Uses `createMany` where the
 * transport has it. Nothing is sent twice: a write whose answer was lost ends as failed with outcome `unknown`.
 */
export async function sendInvites(
  transport: InviteTransport<'create'>,
  inputs: readonly CreateInviteInput[],
  { signal, onOutcome }: SendOptions = {},
): Promise<SendOutcome[]> {
  const outcomes: SendOutcome[] = []
  const one = inputs.length === 1
  const step = can(transport, 'createMany') && !one ? (transport.maxBatch ?? 1) : 1

  const attempt = async (batch: CreateInviteInput[]): Promise<CreateOutcome[]> => {
    const stopped = ended(outcomes.at(-1)) ?? (signal?.aborted ? stop('not_sent') : undefined)
    if (stopped) return batch.map(() => ({ status: 'failed', error: stopped }))
    try {
      const [first] = batch
      if (step > 1 && can(transport, 'createMany'))
        return await transport.createMany(batch, { signal })
      return first
        ? [{ status: 'sent', sent: await transport.create(first, { signal, identify: one }) }]
        : []
    } catch (thrown) {
      const error = signal?.aborted ? stop('unknown') : InviteError.from(thrown)
      return batch.map(() => ({ status: 'failed', error }))
    }
  }

  for (let start = 0; start < inputs.length; start += step) {
    const batch = inputs.slice(start, start + step)
    // In order, so that a refusal that ends it all is met once.
    // oxlint-disable-next-line no-await-in-loop
    const results = await attempt(batch)
    for (const [index, input] of batch.entries()) {
      const outcome = { input, ...(results[index] ?? unanswered()) }
      outcomes.push(outcome)
      onOutcome?.(outcome, start + index)
    }
  }
  return outcomes
}

/** The error that ends the sending, as it holds for those who come after. */
function ended(last: SendOutcome | undefined): InviteError | undefined {
  if (last?.status !== 'failed' || !final.includes(last.error.code)) return undefined
  return new InviteError(last.error.code, { ...last.error.toJSON(), outcome: 'not_sent' })
}

function stop(outcome: 'not_sent' | 'unknown'): InviteError {
  return new InviteError('unknown', { message: 'Sending was stopped.', outcome })
}

/** For a transport that breaks its word and answers fewer outcomes than inputs. */
function unanswered(): CreateOutcome {
  return { status: 'failed', error: new InviteError('invalid_response', { outcome: 'unknown' }) }
}
