/** A provider's date in the form that invites have; absent for what is none, before 1970, and after the year 9999. */
export function isoOf(date: string | number | null | undefined): string | undefined {
  const time = typeof date === 'number' ? date : Date.parse(date ?? '')
  return time > 0 && time < 2.5e14 ? new Date(time).toISOString() : undefined
}
