import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net'

/**
 * What becomes of one request on its way through the sockets. `before`: nothing of it reaches the server. `after`: the
 * server has answered, so that it is done. An `answer` comes in the place of the server's own.
 */
export type SocketFault =
  | { kind: 'pass' }
  | { kind: 'drop' | 'hang'; commit: 'before' | 'after' }
  /** A byte each so many milliseconds. */
  | { kind: 'drip'; every: number }
  /** Half of the answer, then a reset; or all but its last bytes, then the end. */
  | { kind: 'reset' | 'truncate' }
  | { kind: 'answer'; commit: 'before' | 'after'; raw: string }

export interface Proxy {
  port: number
  close: () => void
}

/** A proxy of bytes in front of a port; `next` is asked once for each request. */
export async function faultProxy(target: number, next: () => SocketFault): Promise<Proxy> {
  const sockets = new Set<Socket>()
  const server = createServer((client) => {
    sockets.add(client)
    carry(client, target, next, sockets)
  })
  return {
    port: await listening(server),
    close: () => {
      server.close()
      for (const socket of sockets) socket.destroy()
    },
  }
}

export function listening(server: Server): Promise<number> {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port))
  })
}

/** One connection of a client, one request after the other on it. */
function carry(client: Socket, target: number, next: () => SocketFault, sockets: Set<Socket>) {
  const upstream = connect(target, '127.0.0.1')
  sockets.add(upstream)
  let fault: SocketFault = { kind: 'pass' }
  let answered = true
  let answer = Buffer.alloc(0)

  const end = (destroy: () => unknown) => {
    destroy()
    upstream.destroy()
  }
  client.on('data', (chunk) => {
    if (answered) {
      fault = next()
      answered = false
      answer = Buffer.alloc(0)
    }
    const before = 'commit' in fault && fault.commit === 'before'
    if (!before) upstream.write(chunk)
    else if (fault.kind === 'drop') end(() => client.destroy())
    else if (fault.kind === 'answer') {
      client.end(fault.raw)
      upstream.destroy()
    }
  })
  upstream.on('data', (chunk) => {
    answered = fault.kind === 'pass'
    if (fault.kind === 'pass') {
      client.write(chunk)
      return
    }
    answer = Buffer.concat([answer, chunk])
    if (isWhole(answer.toString('latin1'))) strike(fault, client, answer, end)
  })
  for (const [one, other] of [
    [client, upstream],
    [upstream, client],
  ] as const) {
    // What it was, the other end is told by the end of it.
    one.on('error', () => undefined)
    one.on('close', () => {
      sockets.delete(one)
      if (fault.kind === 'pass' || one === client) other.destroy()
    })
  }
}

/** What the client gets of an answer that is there. */
function strike(
  fault: SocketFault,
  client: Socket,
  answer: Buffer,
  end: (destroy: () => unknown) => void,
) {
  if (fault.kind === 'drop') end(() => client.destroy())
  if (fault.kind === 'answer') end(() => client.end(fault.raw))
  if (fault.kind === 'truncate') end(() => client.end(answer.subarray(0, -8)))
  if (fault.kind === 'reset')
    client.write(answer.subarray(0, answer.length / 2), () => end(() => client.resetAndDestroy()))
  if (fault.kind !== 'drip') return
  let at = 0
  const timer = setInterval(() => {
    if (client.destroyed || at >= answer.length) clearInterval(timer)
    else client.write(answer.subarray(at, ++at))
  }, fault.every)
}

/** Whether an answer is there to its end, which a server of HTTP/1.1 says in one of three ways. */
function isWhole(text: string): boolean {
  const [head = '', ...body] = text.split('\r\n\r\n')
  if (body.length === 0) return false
  if (head.startsWith('HTTP/1.1 204')) return true
  const length = /content-length: (\d+)/i.exec(head)?.[1]
  if (length !== undefined) return body.join('\r\n\r\n').length >= Number(length)
  return text.endsWith('0\r\n\r\n')
}
