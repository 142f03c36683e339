import { InviteError, type InviteErrorOptions } from '../../src/error.js'
import { read } from './setUp.ts'

export const bo = { email: 'bo@acme.test', role: 'Viewer' }
export const key = { 'idempotency-key': 'key-1' }

/** A transport that counts what it creates and ends when it is told to. */
export function counting(fails?: InviteErrorOptions) {
  const created: string[] = []
  const ends: (() => void)[] = []
  const transport = {
    key: 'counting',
    create: async ({ email }: { email: string }) => {
      created.push(email)
      await new Promise<void>((resolve) => void ends.push(resolve))
      if (fails) throw new InviteError('unavailable', fails)
      return { email, delivery: 'mailed' as const, url: `https://acme.test/${created.length}` }
    },
  }
  return { transport, created, end: () => ends.splice(0).map((end) => end()) }
}

/** Lets everything happen that waits for nothing but digests and promises. */
export const settled = () => new Promise((resolve) => void setImmediate(resolve))
/** Takes as many turns as the digests need; the time limit of the test bounds it. */
export async function until(condition: () => boolean) {
  // oxlint-disable-next-line no-await-in-loop
  while (!condition()) await settled()
}

/** Asks one after the other; what is under way is ended as soon as it is there. */
export async function inTurn(
  world: ReturnType<typeof counting>,
  handle: (request: Request) => Promise<Response>,
  requests: Request[],
) {
  const answers = []
  for (const request of requests) {
    let done = false
    const answer = handle(request).finally(() => (done = true))
    // oxlint-disable-next-line no-await-in-loop
    await until(() => world.end().length > 0 || done)
    // oxlint-disable-next-line no-await-in-loop
    answers.push(await read(await answer))
  }
  return answers
}
