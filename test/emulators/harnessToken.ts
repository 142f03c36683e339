/** A token of the shape of a JWT: payload in base64url between header and signature, nothing encrypted. */
export function harnessToken(payload: object, signature: string): string {
  return `${packed({ typ: 'JWT', alg: 'HS256' })}.${packed(payload)}.${signature}`
}

/** When a token ends, in milliseconds; undefined for what is no token. */
export function tokenEnd(token: string): number | undefined {
  const [, payload = ''] = token.split('.')
  try {
    const text = atob(payload.replaceAll('-', '+').replaceAll('_', '/'))
    return (JSON.parse(text) as { exp: number }).exp * 1000
  } catch {
    return undefined
  }
}

const packed = (value: object) =>
  btoa(JSON.stringify(value)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
