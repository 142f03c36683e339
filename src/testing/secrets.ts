/** Credentials of the requests, token and password of the input. */
export function secretsOf(requests: Request[], input: object = {}): string[] {
  const { token, password } = input as { token?: unknown; password?: unknown }
  const headers = requests.flatMap((request) => [...request.headers])
  const credentials = headers.filter(([name]) => !/^(accept|content-type)$/.test(name))
  return [...credentials.map(([, value]) => value), token, password]
    .flatMap((secret) => (typeof secret === 'string' ? secret.split(/[\s;=]+/) : []))
    .filter((secret) => secret.length >= 8)
}

/** The secrets that stand in a text. */
export function leaksOf(text: string, secrets: string[]): string[] {
  return secrets.filter((secret) => text.includes(secret))
}
