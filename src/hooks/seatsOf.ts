import type { Seats } from './inviteFormOptions.js'
import type { InviteForm } from './inviteFormState.js'

/** How the seats are taken, with those who are typed, and how many are short. `listed`: pending by the provider's list. */
export function seatsOf(seats: Seats | undefined, listed = 0, typed = 0): InviteForm['seats'] {
  if (!seats) return undefined
  const { total, members, pending = listed } = seats
  return { ...seats, pending, typed, short: Math.max(0, members + pending + typed - total) }
}
