/** What is used of Node's `IncomingMessage`, and of a request of Express. */
export interface NodeRequest extends AsyncIterable<Uint8Array> {
  method?: string | undefined
  url?: string | undefined
  /** With Express: the path before a router took its part away. */
  originalUrl?: string | undefined
  /** Names and values by turns. */
  rawHeaders: string[]
}

/** What is used of Node's `ServerResponse`. */
export interface NodeResponse {
  readonly writableEnded: boolean
  statusCode: number
  on(event: 'close', listener: () => void): unknown
  writeHead(status: number, headers: Record<string, string>): unknown
  end(body: string): unknown
}

/**
 * The handler for `http.createServer`, and for Express (before any body parser):
 * `createServer(toNodeHandler(createInviteHandler(…)))`.
 */
export function toNodeHandler(
  handle: (request: Request) => Promise<Response>,
): (request: NodeRequest, response: NodeResponse) => void {
  return (incoming, outgoing) => {
    answer(handle, incoming, outgoing).catch(() => {
      outgoing.statusCode = 500
      outgoing.end('')
    })
  }
}

async function answer(
  handle: (request: Request) => Promise<Response>,
  incoming: NodeRequest,
  outgoing: NodeResponse,
): Promise<void> {
  const controller = new AbortController()
  outgoing.on('close', () => {
    if (!outgoing.writableEnded) controller.abort()
  })
  let request: Request
  try {
    request = toRequest(incoming, controller.signal)
  } catch {
    outgoing.writeHead(400, { connection: 'close' })
    outgoing.end('')
    return
  }
  const response = await handle(request)
  outgoing.writeHead(response.status, {
    ...Object.fromEntries(response.headers),
    // What was not read is not waited for.
    ...([408, 413].includes(response.status) && { connection: 'close' }),
  })
  outgoing.end(await response.text())
}

function toRequest(incoming: NodeRequest, signal: AbortSignal): Request {
  const { method = 'GET', rawHeaders } = incoming
  const target = incoming.originalUrl ?? incoming.url ?? '/'
  // The host is of no use to the handler; what a client says of it is not asked. A target that begins otherwise
  // (`*`, a whole URL) would become a part of it.
  if (!target.startsWith('/')) throw new TypeError('The request target is no path.')
  const headers = new Headers()
  for (let at = 0; at + 1 < rawHeaders.length; at += 2)
    headers.append(rawHeaders[at] ?? '', rawHeaders[at + 1] ?? '')
  const init: RequestInit & { duplex: 'half' } = { method, headers, signal, duplex: 'half' }
  if (method !== 'GET' && method !== 'HEAD') init.body = streamOf(incoming)
  const request = new Request(`http://localhost${target}`, init)
  // What a URL makes of `/x/../api` was another path to whatever stands before the handler.
  if (new URL(request.url).pathname === target.replace(/[?#].*/s, '')) return request
  throw new TypeError('The path of the request is not in its normal form.')
}

/** Not cancelled back: that would close the socket under the answer. */
function streamOf(incoming: NodeRequest): ReadableStream<Uint8Array> {
  const chunks = incoming[Symbol.asyncIterator]()
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await chunks.next()
      if (done) controller.close()
      else controller.enqueue(value)
    },
  })
}
