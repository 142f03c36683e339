import * as z from 'zod/mini'
import { protocol } from '../protocol.js'
import type { InviteOperation } from '../transport.js'
import { refuse } from './refuse.js'

/** The body as input of an operation, with the members of its schema and no others. */
export async function readInput(
  request: Request,
  operation: InviteOperation,
  maxBytes: number,
): Promise<unknown> {
  const text = await readBody(request, maxBytes)
  let body: unknown
  try {
    body = JSON.parse(text)
  } catch {
    const what = text ? 'is not JSON' : 'is empty. Is a body parser mounted before the handler?'
    throw refuse('invalid_input', { message: `The body ${what}` })
  }
  const schema: z.ZodMiniType = protocol[operation].input
  const { data, error } = z.safeParse(schema, body)
  if (!error) return data
  const names = error.issues.map(({ path }) => path.findLast((name) => typeof name === 'string'))
  throw refuse('invalid_input', {
    fields: Object.fromEntries(names.map((name = 'input') => [name, 'not of the right form'])),
  })
}

const patience = 10_000

/** Counts while it reads, so that no more than the limit is ever held, however long the body says it is, or takes. */
async function readBody({ body }: Request, maxBytes: number): Promise<string> {
  if (!body) return ''
  const reader = body.getReader()
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let text = ''
  let size = 0
  let late = false
  // Whoever reads is then told that it is done.
  const leave = () => void reader.cancel().catch(() => undefined)
  const timer = setTimeout(() => {
    late = true
    leave()
  }, patience)
  try {
    for (;;) {
      // One chunk after the other is what a stream gives.
      // oxlint-disable-next-line no-await-in-loop
      const { done, value } = await reader.read()
      if (late) break
      if (done) return text + decoder.decode()
      size += value.byteLength
      if (size > maxBytes) break
      text += decoder.decode(value, { stream: true })
    }
  } catch {
    throw refuse('invalid_input', { message: 'The body broke off, or is not UTF-8.' })
  } finally {
    clearTimeout(timer)
  }
  if (late) throw refuse('timeout', { status: 408, message: 'The body took too long.' })
  leave()
  throw refuse('invalid_input', {
    status: 413,
    message: `The body is larger than ${maxBytes} bytes.`,
  })
}
