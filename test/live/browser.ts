import type { Fetch } from '../../src/transports/request.ts'

/** A browser of its own for one person: it keeps cookies, and says where its requests come from. */
export function browserOf(handle: (request: Request) => Promise<Response>, origin: string): Fetch {
  const jar = new Map<string, string>()
  return async (input, init) => {
    const request = new Request(typeof input === 'string' ? new URL(input, origin) : input, init)
    request.headers.set('origin', origin)
    request.headers.set('sec-fetch-site', 'same-origin')
    if (jar.size > 0)
      request.headers.set('cookie', [...jar].map(([name, value]) => `${name}=${value}`).join('; '))
    const response = await handle(request)
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';')
      const at = pair.indexOf('=')
      jar.set(pair.slice(0, at), pair.slice(at + 1))
    }
    return response
  }
}
