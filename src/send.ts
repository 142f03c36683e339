import { randomKey } from './randomKey.js'
import { reconcile } from './reconcile.js'
import type { CreateInviteInput } from './schema.js'
import { sendBatch, type BatchItem } from './sendBatch.js'
import { checked, failed, isLost, type SendOutcome } from './sendOutcome.js'
import { quietly, sendPaced, type Attempt, type PaceOptions } from './sendPaced.js'
import { can, type CreateOutcome, type InviteTransport } from './transport.js'

export type { SendOutcome } from './sendOutcome.js'
export type { SendPause } from './sendPaced.js'

/** How {@link sendInvites} sends, and whom it tells. */
export interface SendOptions extends PaceOptions {
  /** Called once for each recipient as soon as the outcome is final, in any order. */
  onOutcome?: ((outcome: SendOutcome, index: number) => void) | undefined
  /** For each input an idempotency key, the same one for the same try. That of a batch is made of those in it. */
  keys?: readonly string[] | undefined
  /** A fresh idempotency key. @default 128 random bits */
  newKey?: (() => string) | undefined
}

/**
 * Invites one person or many: as many outcomes as inputs, in their order, never a rejection. Uses `createMany` where
 * the transport has it, batch after batch, else `create`, some at once; both keep to `maxPerMinute`.
 *
 * Nothing is sent twice: only what certainly was not done is repeated, once. Who was not reached ends as failed,
 * `not_sent`. Where answers were lost, the list is read at the end (see {@link reconcile}), and what it does not
 * tell ends as failed, `unknown`.
 */
export async function sendInvites(
  transport: InviteTransport<'create'>,
  inputs: readonly CreateInviteInput[],
  options: SendOptions = {},
): Promise<SendOutcome[]> {
  const { onOutcome, keys, newKey = randomKey, now = Date.now } = options
  const { maxBatch = 1, maxPerMinute } = transport
  const since = now()
  const outcomes: SendOutcome[] = []

  const tell = (outcome: SendOutcome, index: number) => quietly(() => onOutcome?.(outcome, index))
  const items = inputs.map((input, index): BatchItem => ({
    input,
    key: keys?.[index],
    settle: (result: CreateOutcome) => {
      const outcome = { ...result, input }
      outcomes[index] = outcome
      if (!isLost(outcome)) tell(outcome, index)
    },
  }))

  const one =
    ({ input, settle, key = newKey() }: BatchItem) =>
    async (attempt: Attempt) => {
      const identify = inputs.length === 1
      try {
        const sent = await attempt(() => transport.create(input, { key, identify }))
        settle(checked({ status: 'sent', sent }))
      } catch (thrown) {
        settle(failed(thrown))
      }
    }

  if (inputs.length > 1 && maxBatch > 1 && can(transport, 'createMany')) {
    const batches = Array.from({ length: Math.ceil(items.length / maxBatch) }, (_, at) =>
      items.slice(at * maxBatch, (at + 1) * maxBatch),
    )
    await sendPaced(
      batches.map((batch) => (attempt) => sendBatch(transport, batch, attempt, newKey)),
      { ...options, maxPerMinute, concurrency: 1 },
    )
  } else await sendPaced(items.map(one), { ...options, maxPerMinute })

  const reconciled = await reconcile(transport, outcomes, { since, now })
  for (const [index, outcome] of reconciled.entries())
    if (isLost(outcomes[index])) tell(outcome, index)
  return reconciled
}
