import { contract, type ContractOptions } from './contract.ts'

export interface Exchange extends ContractOptions {
  method?: string
  body?: unknown
  /** A string goes out as it is. */
  answer?: unknown
  status?: number
  headers?: Record<string, string>
}

/** What the contract of a provider says of one request and its answer. */
export async function exchange(name: string, url: string, given: Exchange = {}) {
  const { method = 'GET', body, answer, status = 200, headers, ...options } = given
  const text = typeof answer === 'string' ? answer : JSON.stringify(answer)
  const watched = contract(name, async () => new Response(text ?? null, { status }), options)
  const received = await watched.fetch(url, {
    method,
    headers: { 'content-type': 'application/json', ...headers },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
  return { ...watched, received }
}
