import * as z from 'zod/mini'
import type { Answer } from './answer.js'
import type { AnswerStore } from './memoryStore.js'
import type { CreateOutcome } from '../transport.js'
import { refuse } from './refuse.js'

const kept = /*#__PURE__*/ z.object({
  print: z.string(),
  until: z.number(),
  answer: z.object({
    status: z.number(),
    body: z.optional(z.unknown()),
    retryAfter: z.optional(z.number()),
  }),
})

const lifetime = 600

/** Stands in the store from before a write until its answer is there: also for one that broke off with its process. */
const begun: Answer = {
  status: 503,
  body: {
    code: 'unavailable',
    message: 'This is under way elsewhere, or broke off. Look at the list.',
    outcome: 'unknown',
  },
}

/**
 * Runs a write once for each key: those who come while it is under way wait for it, those who come within ten
 * minutes get its answer. What certainly did not happen is not kept, so that it can be tried again.
 * Others who share the store do not wait: to them it is begun, with the outcome `unknown`. Only two that ask the store
 * in the same moment both begin, since its methods cannot compare and set.
 *
 * The store holds digests of scope and input, and answers, which may carry links.
 */
export function createReplay(store: AnswerStore, now: () => Date) {
  const underWay = new Map<string, { print: string; answer: Promise<Answer> }>()

  const once = async (key: string, print: string, run: () => Promise<Answer>): Promise<Answer> => {
    const { data } = z.safeParse(kept, await read(key).catch(unusable))
    if (data && data.until > now().getTime()) {
      if (data.print !== print) throw reused()
      return data.answer
    }
    await keep(key, print, begun, lifetime).catch(unusable)
    const answer = await run()
    try {
      await keep(key, print, answer, happened(answer) ? lifetime : 0)
    } catch {
      // It is done: a store that cannot be written makes no failure of it.
    }
    return answer
  }

  const read = async (key: string) => store.getItem(key)
  const keep = async (key: string, print: string, answer: Answer, seconds: number) => {
    const until = now().getTime() + seconds * 1000
    // No store takes a time of nothing.
    await store.setItem(key, { print, until, answer }, { ttl: seconds || 1 })
  }

  return async (scope: unknown, input: unknown, run: () => Promise<Answer>): Promise<Answer> => {
    const [id, print] = await Promise.all([digest(scope), digest([scope, input])])
    const key = `invite-kit:answers:${id}`
    const other = underWay.get(key)
    if (other && other.print !== print) throw reused()
    if (other) return other.answer
    const answer = once(key, print, run).finally(() => underWay.delete(key))
    underWay.set(key, { print, answer })
    return answer
  }
}

/** Of a batch: to one in it at least. */
const happened = ({ status, body }: Answer): boolean =>
  status < 400
    ? !Array.isArray(body) || body.some((one: CreateOutcome) => !isUnsent(one))
    : (body as { outcome?: unknown } | undefined)?.outcome !== 'not_sent'

const isUnsent = (one: CreateOutcome) => one.status === 'failed' && one.error.outcome === 'not_sent'

const unusable = () => {
  throw refuse('unavailable', { message: 'The store of answers fails, so nothing was sent.' })
}

const reused = () =>
  refuse('invalid_input', { message: 'This Idempotency-Key was used with another body.' })

/** SHA-256 in hex. */
async function digest(value: unknown): Promise<string> {
  const bytes = new TextEncoder().encode(JSON.stringify(value))
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
