import type { Fetch } from '../../src/transports/request.js'

export interface Mail {
  to: string
  /** The link that the mail carries. */
  url: string
  /** ISO 8601. */
  sentAt: string
}

/**
 * A provider, played on the wire: answers as the real one is known to answer, traps included.
 * `state` is plain JSON: hand it to a new emulator to go on after a reload.
 */
export interface Emulator<State extends { outbox: Mail[] }> {
  fetch: Fetch
  state: State
}

export interface EmulatorOptions<State> {
  now?: (() => Date) | undefined
  random?: (() => number) | undefined
  state?: State | undefined
}

/** A request as the emulators see it; rejects as fetch does where its signal is aborted. */
export async function received(...[input, init]: Parameters<Fetch>) {
  const request = new Request(input, init)
  request.signal.throwIfAborted()
  const text = await request.text()
  const url = new URL(request.url)
  return { method: request.method, url, headers: request.headers, text }
}

export function json(body: unknown, status = 200, headers: Record<string, string> = {}): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/json', ...headers },
  })
}
