import type { InviteOperation, InviteTransport } from '../transport.js'
import type { HttpTransportOptions } from './httpOptions.js'
import { lazily } from './lazily.js'

/**
 * The browser's half of the neutral pair: `POST {url}/{operation}`, JSON in and out, to `createInviteHandler` of
 * `invite-kit/server`, which keeps the provider's credential. Tokens travel in the body alone.
 *
 * Name `roles`, `fields` and `maxBatch` (default 100) as the handler's transport has them, and `maxPerMinute`
 * (default 20) as its rate limit does.
 */
export function http<const Can extends InviteOperation>(
  options: HttpTransportOptions<Can>,
): InviteTransport<Can> {
  const { operations, roles, fields, maxBatch = 100, maxPerMinute = 20 } = options
  const url = options.url.replace(/\/$/, '')
  return {
    key: options.key ?? `http:${url}`,
    roles,
    fields,
    maxBatch: operations.some((operation) => operation === 'createMany') ? maxBatch : undefined,
    maxPerMinute,
    ...lazily(operations, async () =>
      (await import('./httpOperations.js')).httpOperations(url, options),
    ),
  }
}
