/** Until when each address is not to be mailed again, in milliseconds since 1970, by digest of the address. */
export type Times = Record<string, number>

/**
 * When an address can be mailed again, by what this tab keeps over a reload: neither address nor id is in it.
 * @param scope the key of the transport
 * @param times what is known beside it
 * @returns undefined where that is nothing
 */
export function coolingOf(
  scope: string,
  times: Times | undefined,
): ((email?: string) => number | undefined) | undefined {
  const all = new Map(Object.entries({ ...read(scope), ...times }))
  return all.size > 0 ? (email) => all.get(digest(email)) : undefined
}

/** Keeps for a list, and for this tab, that an address was mailed. */
export function cool(
  scope: string,
  memory: { times?: Times },
  email: string | undefined,
  until: number,
): void {
  const times = (memory.times ??= {})
  times[digest(email)] = until
  try {
    sessionStorage.setItem(keyOf(scope), JSON.stringify({ ...read(scope), ...times }))
  } catch {
    // Full, or forbidden by the browser, some of which throw at the mention of it: then it does not survive a reload.
  }
}

const keyOf = (scope: string) => `invite-kit:resent:${scope}`

function read(scope: string): Times {
  try {
    return JSON.parse(sessionStorage.getItem(keyOf(scope)) ?? '{}') as Times
  } catch {
    return {}
  }
}

/** FNV-1a: short, and says nothing of what went in. */
function digest(text = ''): string {
  let hash = 0x811c9dc5
  for (const character of text.toLowerCase())
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0
  return hash.toString(36)
}
