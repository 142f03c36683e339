import { protocol } from '../protocol.js'
import type { InviteOperation } from '../transport.js'
import { refuse } from './refuse.js'

/** The operation that a URL names, by exact comparison: whatever would have to be normalised first is not there. */
export function operationOf(url: string, path: string): InviteOperation {
  const { pathname } = new URL(url)
  const operation = (Object.keys(protocol) as InviteOperation[]).find(
    (name) => pathname === `${path}/${name}`,
  )
  if (operation) return operation
  // Not `not_found`: that says of an invite that it is gone.
  throw refuse('config', { status: 404, message: 'There is no such operation at this path.' })
}

const json = /^application\/json\s*(;\s*charset="?utf-8"?\s*)?$/i

/**
 * A POST of JSON from a page that may ask. A form cannot send this content type and header, and a script of another
 * origin cannot without a preflight, which is not granted here. `Host` and `X-Forwarded-*` say nothing of the origin.
 */
export function checkRequest({ method, headers }: Request, origins: readonly string[]): void {
  if (method !== 'POST')
    throw refuse('invalid_input', { status: 405, message: 'Every operation is a POST.' })
  const sameOrigin = headers.get('sec-fetch-site') === 'same-origin'
  if (!sameOrigin && !origins.includes(headers.get('origin') ?? ''))
    throw refuse('forbidden', {
      message:
        'The request is not marked as same-origin by the browser, and its Origin is not in `origins`.',
    })
  if (headers.get('x-invite-kit') !== '1')
    throw refuse('forbidden', { message: 'The header X-Invite-Kit: 1 is missing.' })
  if (!json.test(headers.get('content-type') ?? ''))
    throw refuse('invalid_input', { status: 415, message: 'The body must be application/json.' })
}
