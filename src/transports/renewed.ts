import { InviteError } from '../error.js'

/** Gets a fresh session or credential. */
export type Renew = () => Promise<unknown>

interface Renewal {
  underWay?: Promise<void> | undefined
  /** How many have ended, and whether the last one succeeded. */
  ended: number
  good: boolean
}

/** By what renews, so that all transports of one session share it. */
const renewals = /*#__PURE__*/ new WeakMap<Renew, Renewal>()

/**
 * Makes a request; where the session is refused, renews that and makes the request once more. However many are
 * refused at once, it is renewed once, and what was sent before that is not a reason to renew it again.
 */
export async function renewed<T>(send: () => Promise<T>, renew: Renew): Promise<T> {
  const renewal = renewals.get(renew) ?? { ended: 0, good: false }
  renewals.set(renew, renewal)
  const before = renewal.ended
  try {
    return await send()
  } catch (error) {
    const { code, outcome } = InviteError.from(error)
    if (code !== 'unauthenticated' || outcome === 'unknown') throw error
    if (renewal.ended === before) await (renewal.underWay ??= run(renewal, renew))
    if (!renewal.good) throw error
    return send()
  }
}

async function run(renewal: Renewal, renew: Renew): Promise<void> {
  try {
    await renew()
    renewal.good = true
  } catch {
    renewal.good = false
  }
  renewal.ended += 1
  renewal.underWay = undefined
}
