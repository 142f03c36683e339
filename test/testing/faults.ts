import { InviteError } from '../../src/error.js'
import type { Fetch } from '../../src/transports/request.js'
import { acme, baseUrl, token, type Acme } from './acme.ts'

/** What is otherwise than it should be. */
type Fault = (good: Acme, fetch: Fetch) => Partial<Acme> & Record<string, unknown>
const revoking =
  (instead: (good: Acme, ...args: Parameters<Acme['revoke']>) => Promise<void>): Fault =>
  (good) => ({ revoke: (...args) => instead(good, ...args) })
/** Reads how a call failed otherwise than it should. */
const rereading = (read: (error: InviteError) => unknown): Fault =>
  revoking((good, ...args) =>
    good.revoke(...args).catch((error: unknown) => {
      throw InviteError.is(error) ? read(error) : error
    }),
  )

let keys = 0
/** [what a transport has, how, what fails then] */
export const faults: [string, Fault, RegExp][] = [
  [
    'a method that the provider cannot have',
    () => ({ viewer: async () => null }),
    /^has the operations/,
  ],
  ['flags beside its methods', () => ({ canRevoke: true }), /^has the operations/],
  ['no size of a batch', () => ({ maxBatch: undefined }), /^has the operations/],
  ['a new key each time', () => ({ key: `acme:${keys++}` }), /is derived/],
  ['an empty key', () => ({ key: '' }), /is derived/],
  ['its credential in the key', () => ({ key: `acme:${token}` }), /holds no credential/],
  [
    "the provider's own members beside ours",
    (good) => ({
      create: async (...args) => ({ ...(await good.create(...args)), ok: 1 }),
    }),
    /^create succeeds/,
  ],
  [
    'a Date where there is text',
    (good) => ({
      list: async (...args) => {
        const page = await good.list(...args)
        const createdAt = new Date(0) as never
        return { ...page, invites: page.invites.map((one) => ({ ...one, createdAt })) }
      },
    }),
    /^list (succeeds|leads)/,
  ],
  [
    'outcomes in an order of their own',
    (good) => ({
      createMany: async (...args) => (await good.createMany(...args)).toReversed(),
    }),
    /^createMany answers in order/,
  ],
  [
    'pages of any size',
    (good) => ({ list: (_, options) => good.list({ pageSize: 25 }, options) }),
    /^list leads/,
  ],
  [
    'the first page again and again',
    (good) => ({
      list: (input, options) => good.list({ ...input, cursor: undefined }, options),
    }),
    /^list leads/,
  ],
  [
    'no ear for the signal',
    revoking((good, input) => good.revoke(input)),
    /^revoke (asks nothing|rejects with the reason)/,
  ],
  [
    'an error of its own for an abort',
    revoking((good, input, options) =>
      good.revoke(input, options).catch((error: unknown) => {
        throw options?.signal?.aborted ? new InviteError('timeout') : error
      }),
    ),
    /^revoke (asks nothing|rejects with the reason)/,
  ],
  [
    'a request too many after an abort',
    (good, fetch) => ({
      revoke: (input, options) =>
        good.revoke(input, options).catch(async (error: unknown) => {
          if (options?.signal?.aborted) await fetch(baseUrl, { redirect: 'manual' })
          throw error
        }),
    }),
    /^revoke (asks nothing|rejects with the reason)/,
  ],
  [
    'ids that are put into a path as they are',
    (good, fetch) => ({
      revoke: async (input, options) => {
        options?.signal?.throwIfAborted()
        if (input.id.includes('..')) await fetch(`${baseUrl}/invites/${input.id}`)
        return good.revoke(input, options)
      },
    }),
    /^revoke does not let an id/,
  ],
  [
    'an eye for redirects',
    (_, fetch) => ({
      ...acme((input, init) => fetch(input, { ...init, redirect: 'follow' })),
    }),
    /, answered with/,
  ],
  ['plain errors', rereading(({ message }) => new Error(message)), /^revoke, answered with/],
  [
    'no word on whether it happened',
    rereading(({ code, retryAfter }) => new InviteError(code, { retryAfter })),
    /^revoke, answered with/,
  ],
  [
    'certainty where the answer was lost',
    rereading((error) => new InviteError(error.code, { ...error.toJSON(), outcome: 'not_sent' })),
    /^revoke, answered with (500|HTML|truncated|wrong|redirect|no network)/,
  ],
  [
    'one code for all that is forbidden',
    rereading((error) =>
      error.code === 'forbidden' ? new InviteError('unauthenticated', error.toJSON()) : error,
    ),
    /^revoke, answered with 403$/,
  ],
  [
    'no time to wait',
    rereading((error) => new InviteError(error.code, { ...error.toJSON(), retryAfter: undefined })),
    /^revoke, answered with 429$/,
  ],
  [
    'secrets in its messages',
    rereading(
      (error) => new InviteError(error.code, { ...error.toJSON(), message: `with ${token}` }),
    ),
    /^revoke, answered with/,
  ],
  [
    'an empty page for what it could not read',
    (good) => ({
      list: (...args) =>
        good.list(...args).catch((error: unknown) => {
          if (InviteError.is(error) && error.code === 'invalid_response') return { invites: [] }
          throw error
        }),
    }),
    /^list, answered with (HTML|truncated|wrong|redirect)/,
  ],
  [
    'a method that throws at once',
    (good) => ({
      revoke: (input, options) => {
        options?.signal?.throwIfAborted()
        return good.revoke(input, options)
      },
    }),
    /^revoke asks nothing/,
  ],
]
