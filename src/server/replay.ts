import * as z from 'zod/mini'
import type { Answer } from './answer.js'
import type { AnswerStore } from './memoryStore.js'
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

/**
 * Runs a write once for each key: those who come while it is under way wait for it, those who come within ten
 * minutes get its answer. What certainly did not happen is not kept, so that it can be tried again.
 * Under way is known to this process alone; what is done, to all who share the store.
 *
 * The store holds digests of scope and input, and answers, which may carry links.
 */
export function createReplay(store: AnswerStore, now: () => Date) {
  const underWay = new Map<string, { print: string; answer: Promise<Answer> }>()

  const once = async (key: string, print: string, run: () => Promise<Answer>): Promise<Answer> => {
    const { data } = z.safeParse(kept, await read(key))
    if (data && data.until > now().getTime()) {
      if (data.print !== print) throw reused()
      return data.answer
    }
    const answer = await run()
    if (happened(answer)) {
      const until = now().getTime() + lifetime * 1000
      try {
        await store.setItem(key, { print, until, answer }, { ttl: lifetime })
      } catch {
        // It is done: a store that cannot be written makes no failure of it.
      }
    }
    return answer
  }

  const read = async (key: string) => {
    try {
      return await store.getItem(key)
    } catch {
      throw refuse('unavailable', {
        message: 'The store of answers cannot be read, so nothing was sent.',
      })
    }
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

const happened = ({ status, body }: Answer) =>
  status < 400 || (body as { outcome?: unknown } | undefined)?.outcome !== 'not_sent'

const reused = () =>
  refuse('invalid_input', { message: 'This Idempotency-Key was used with another body.' })

/** SHA-256 in hex. */
async function digest(value: unknown): Promise<string> {
  const bytes = new TextEncoder().encode(JSON.stringify(value))
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
