const pattern =
  /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?) ?(Z|[+-]\d\d:?\d\d)?)?$/i

/** An ISO 8601 date, with or without time, as UTC; undefined where it is none. Without an offset a time is local. */
export function isoDate(text: string): string | undefined {
  const [whole, day = '', time, offset = ''] = pattern.exec(text) ?? []
  if (whole === undefined) return undefined
  // Engines take the 31st of any month.
  if (!written(day)?.startsWith(day)) return undefined
  const zone = offset.toUpperCase().replace(/(\d\d):?(\d\d)$/, '$1:$2')
  return written(time ? `${day}T${time}${zone}` : day)
}

function written(text: string): string | undefined {
  const date = new Date(text)
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString()
}
