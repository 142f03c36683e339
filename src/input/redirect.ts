/**
 * Where to go after accepting, from a value that anybody could have put into a link: the path with query and
 * fragment, or null if it could lead away from `origin`. What is returned was parsed a second time, as the browser
 * will. Call it where the navigation happens; show the result to nobody as trusted text.
 */
export function safeRedirect(target: string | null | undefined, origin: string): string | null {
  if (!target || target.length > 4000) return null
  // Parsers drop or turn these; whoever sends them means another address than the one that is read.
  if (!/^(?:\/(?!\/)|https?:\/\/[^/])/i.test(target) || /[\p{Cc}\\]/u.test(target)) return null
  try {
    const url = new URL(target, origin)
    const path = url.pathname + url.search + url.hash
    // Equal only on the same origin, without a user name, and with a path that is not read as a host.
    const same = new URL(path, origin).href === url.href
    return same && /^https?:/.test(url.protocol) ? path : null
  } catch {
    return null
  }
}
