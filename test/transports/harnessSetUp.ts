import { harness } from '../../src/transports/harness.js'
import type { HarnessOptions } from '../../src/transports/harnessOptions.js'
import type { Fetch } from '../../src/transports/request.js'
import { json } from '../emulators/emulator.ts'
import { emulateHarness } from '../emulators/harness.ts'
import type { HarnessServer } from '../emulators/harnessState.ts'

export { failure } from './failure.ts'

export const account = 'kmpySmUISimoRrJL6NL73w'
export const ana = { email: 'ana@acme.test', role: '_account_viewer' }

/** A fresh Harness with its clock in hand, and the transport of one who may invite. */
export function setUp(server: HarnessServer = {}, options: Partial<HarnessOptions> = {}) {
  let time = Date.parse('2026-03-02T09:00:00Z')
  let seed = 1
  const random = () => {
    seed = (seed * 16_807) % 2_147_483_647
    return seed / 2_147_483_647
  }
  const emulator = emulateHarness({ now: () => new Date(time), random, ...server })
  const requests: Request[] = []
  const fetch: Fetch = (...args) => {
    const request = new Request(...args)
    requests.push(request.clone())
    return emulator.fetch(request)
  }
  const over = (other: Partial<HarnessOptions> = {}) =>
    harness({ accountIdentifier: account, apiKey: 'pat.inviter', fetch, ...options, ...other })
  const { outbox } = emulator.state
  /** What the link of the newest mail carries. */
  const open = () => {
    const { searchParams } = new URL(outbox.at(-1)?.url ?? '')
    return {
      token: searchParams.get('token') ?? '',
      email: decodeURIComponent(searchParams.get('email') ?? ''),
    }
  }
  return {
    fetch,
    over,
    open,
    outbox,
    requests,
    state: emulator.state,
    transport: over(),
    /** Follows the link of the newest mail; where it leads. */
    verify: async (url = outbox.at(-1)?.url ?? '') =>
      (await emulator.fetch(url)).headers.get('location'),
    /** Each request so far, as `POST /ng/api/user/users`. */
    calls: () => requests.map(({ method, url }) => `${method} ${new URL(url).pathname}`),
    wait: (milliseconds: number) => {
      time += milliseconds
    },
  }
}

/** A Harness that gives every request one answer. */
export const answering =
  (body: unknown, status = 200): Fetch =>
  () =>
    Promise.resolve(json(body, status))

/** The business error of ng-manager. */
export const businessError = (code: string, message: string) => ({
  status: 'ERROR',
  code,
  message,
  correlationId: 'c1',
  responseMessages: [{ code, level: 'ERROR', message }],
})
