import { createInviteHandler } from '../../src/server/index.js'
import type { InviteHandlerOptions } from '../../src/server/index.js'
import type { InviteOperation } from '../../src/transport.js'
import { http } from '../../src/transports/http.js'
import type { Fetch } from '../../src/transports/request.js'

export const url = 'https://app.acme.test/api/invites'

/** The handler in process, as a browser reaches it from a page of the same origin. */
export function served(options: Partial<InviteHandlerOptions>): Fetch {
  const handle = createInviteHandler({
    authorize: () => ({ ok: true }),
    roles: ['Viewer', 'member', 'admin'],
    ...options,
  })
  return (...args) => {
    const request = new Request(...args)
    request.headers.set('sec-fetch-site', 'same-origin')
    return handle(request)
  }
}

/** The transport over a server that gives one answer, and what was sent to it. */
export function over(answer: () => Response, options: Partial<Parameters<typeof http>[0]> = {}) {
  const requests: Request[] = []
  const fetch: Fetch = async (...args) => {
    requests.push(new Request(...args))
    return answer()
  }
  const operations: InviteOperation[] = ['create', 'createMany', 'list', 'revoke', 'lookup']
  let keys = 0
  const newKey = () => `key-${++keys}`
  const transport = http({
    url,
    operations: [...operations, 'accept', 'viewer'],
    fetch,
    newKey,
    ...options,
  })
  return { transport, requests }
}
