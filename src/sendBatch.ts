import { batchKey } from './batchKey.js'
import type { CreateInviteInput } from './schema.js'
import { checked, failed, type Failed } from './sendOutcome.js'
import { stopsAll, type Attempt } from './sendPaced.js'
import type { CreateOutcome, InviteTransport } from './transport.js'

/** One recipient of a batch, and where the outcome goes. */
export interface BatchItem {
  input: CreateInviteInput
  /** The idempotency key of the recipient's attempt series, where there is one. */
  key?: string | undefined
  settle: (outcome: CreateOutcome) => void
}

/**
 * Invites a batch by `createMany` and settles each of it once; never rejects. Those in it that were refused in a way
 * that more may meet are treated as a refused call is. A batch that is too large (413) is sent in two halves.
 */
export async function sendBatch(
  transport: InviteTransport<'createMany'>,
  items: readonly BatchItem[],
  attempt: Attempt,
  newKey: () => string,
  mayHalve = true,
): Promise<void> {
  const keyOf = (some: readonly BatchItem[]) => {
    const keys = some.flatMap(({ key = [] }) => key)
    return keys.length === some.length ? batchKey(keys) : newKey()
  }
  let left = items
  let key = keyOf(left)

  const call = async () => {
    const asked = left
    const inputs = asked.map(({ input }) => input)
    const answered = await transport.createMany(inputs, { key })
    const results = asked.map((_, at) => checked(answered[at]))
    left = asked.filter((_, at) => isRefusal(results[at]))
    for (const [at, result] of results.entries()) if (!isRefusal(result)) asked[at]?.settle(result)
    const refusal = results.findLast(isRefusal)
    if (!refusal) return
    // Another request than before, while the answer to that one may be kept under its key.
    key = left.length < asked.length ? keyOf(left) : newKey()
    throw refusal.error
  }

  try {
    await attempt(call)
  } catch (thrown) {
    const result = failed(thrown)
    if (mayHalve && left.length > 1 && isRefusal(result) && result.error.status === 413) {
      const middle = Math.ceil(left.length / 2)
      await sendBatch(transport, left.slice(0, middle), attempt, newKey, false)
      await sendBatch(transport, left.slice(middle), attempt, newKey, false)
    } else for (const { settle } of left) settle(result)
  }
}

/** Whether it certainly was not done, for a reason that is not the recipient's. */
function isRefusal(result: CreateOutcome | undefined): result is Failed {
  if (result?.status !== 'failed') return false
  const { error } = result
  return error.outcome === 'not_sent' && (stopsAll(error) || error.status === 413)
}
