/**
 * Reads a `Retry-After` header: whole seconds or an HTTP date (RFC 9110, 10.2.3).
 * @returns milliseconds from `now`, never negative; undefined where the header is absent or not of that form.
 */
export function parseRetryAfter(header: string | null, now: Date): number | undefined {
  const value = header?.trim() ?? ''
  if (/^\d{1,12}$/.test(value)) return Number(value) * 1000
  if (!/^[A-Z][a-z]+, .+ GMT$/.test(value)) return undefined
  const date = Date.parse(value)
  return Number.isNaN(date) ? undefined : Math.max(0, date - now.getTime())
}
