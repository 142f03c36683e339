export interface RequestTarget {
  /** Made with `path` of request.ts. */
  path: string
  query?: Record<string, string | number | string[] | undefined> | undefined
}

/** Where a call goes, or in words why it goes nowhere: a request never leaves the origin and path of its base URL. */
export function requestUrl(baseUrl: string, target: RequestTarget): URL | string {
  let base: URL
  try {
    base = new URL(baseUrl, globalThis.location?.href)
  } catch {
    return 'the base URL is not a URL. On a server it must be absolute.'
  }
  if (!/^https?:$/.test(base.protocol)) return 'the base URL must begin with https:// or http://.'
  const pathname = base.pathname.replace(/\/$/, '') + target.path
  const url = new URL(pathname, base.origin)
  for (const [name, value] of Object.entries(target.query ?? {}))
    for (const one of [value ?? []].flat()) url.searchParams.append(name, String(one))
  return url.origin === base.origin && url.pathname === pathname
    ? url
    : 'the request would have left the base URL and was not sent.'
}
