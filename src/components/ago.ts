import { once } from '../locales/say.js'

const units = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const

/** How far a time is from now, in the largest unit that fits: `in 5 days`, `2 minutes ago`. */
export function ago(time: number, now: number, locale: string): string {
  const distance = time - now
  const [unit, length] = units.find(([, size]) => Math.abs(distance) >= size) ?? units[2]
  const format = once('ago', locale, (one) => new Intl.RelativeTimeFormat(one, { numeric: 'auto' }))
  return format.format(Math.trunc(distance / length), unit)
}
