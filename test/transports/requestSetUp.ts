import * as z from 'zod/mini'
import { createRequester } from '../../src/transports/request.js'
import type { Fetch, RequestCall, RequesterConfig } from '../../src/transports/request.js'

export { failure } from './failure.ts'

export const baseUrl = 'https://api.acme.test/v1'
export const read: RequestCall<unknown> = {
  doing: 'list',
  method: 'GET',
  path: '/invites',
  answer: z.unknown(),
}
export const write: RequestCall<unknown> = {
  doing: 'create',
  method: 'POST',
  path: '/invites',
  body: { email: 'ana@acme.test' },
  answer: z.unknown(),
  write: true,
}

/** A requester over a fetch that is handed in, and what it was called with. */
export function setUp(
  answer: (request: Request) => Response | Promise<Response> = () => Response.json({}),
  config: Partial<RequesterConfig> = {},
) {
  const calls: Parameters<Fetch>[] = []
  const fetch: Fetch = async (...args) => {
    calls.push(args)
    return answer(new Request(...args))
  }
  return { request: createRequester({ provider: 'Acme', baseUrl, fetch, ...config }), calls }
}
