import type { Resolvable } from './request.js'

/** The header with a credential; none where there is none. */
export async function bearer(
  token: Resolvable<string> | undefined,
): Promise<Record<string, string>> {
  const secret = typeof token === 'function' ? await token() : token
  return secret ? { authorization: `Bearer ${secret}` } : {}
}
