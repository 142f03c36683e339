import { createServer } from 'node:http'
import { connect, type AddressInfo } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { toNodeHandler } from '../../src/server/index.js'
import { canary, setUp, upstream } from './setUp.ts'

const stops: (() => void)[] = []
afterEach(() => {
  for (const stop of stops.splice(0)) stop()
})

const origin = 'https://app.acme.test'

/** The handler on a socket, and what comes back for bytes that no client library would write. */
async function begin() {
  const world = setUp({ origins: [origin], now: () => new Date(), maxBytes: 1000 })
  const server = createServer(toNodeHandler(world.handle))
  stops.push(() => server.close().closeAllConnections())
  const port = await new Promise<number>((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port))
  })
  const write = (text: string): Promise<string> =>
    new Promise((resolve, reject) => {
      let answer = ''
      const socket = connect(port, '127.0.0.1', () => socket.write(text, 'latin1'))
      socket.setEncoding('latin1')
      socket.on('data', (piece: string) => (answer += piece))
      socket.on('error', reject)
      socket.on('close', () => resolve(answer))
    })
  return { ...world, write }
}

const good = [
  'Host: app.acme.test',
  `Origin: ${origin}`,
  'X-Invite-Kit: 1',
  'Content-Type: application/json',
  'Connection: close',
]
const body = '{"email":"bo@acme.test","role":"Viewer"}'
const message = (lines: string[], content = body) =>
  [
    'POST /api/invites/create HTTP/1.1',
    ...lines,
    `Content-Length: ${content.length}`,
    '',
    content,
  ].join('\r\n')
const statusOf = (answer: string) => Number(/^HTTP\/1.1 (\d+)/.exec(answer)?.[1])

describe('a header that says where the request came from, or what is to be done with it', () => {
  const tricks = [
    'Host: evil.example',
    'Forwarded: for=1.2.3.4;host=evil.example;proto=http',
    'X-Forwarded-Host: evil.example',
    'X-Forwarded-Proto: javascript',
    'X-Forwarded-For: 127.0.0.1',
    'X-Forwarded-Prefix: //evil.example',
    'X-Original-URL: /api/invites/revoke',
    'X-Rewrite-URL: /api/invites/revoke',
    'X-HTTP-Method-Override: DELETE',
    'X-Secret: a\r\nConnection: x-secret, close',
    'Connection: authorization, host',
    'Authorization: Bearer of-the-browser',
    'Cookie: session=of-the-browser',
    'X-Grafana-Org-Id: 7',
    'Expect: 200-nothing',
    'Upgrade: h2c',
    'Referer: https://evil.example/?token=t',
    'Traceparent: 00-evil-evil-00',
  ]
  it.each(tricks)('%j goes no further, and changes nothing', async (trick) => {
    const { write, requests } = await begin()
    const answer = await write(message([...good, ...trick.split('\r\n')]))
    expect(statusOf(answer)).toBe(trick.startsWith('Expect') ? 417 : 200)
    expect(answer).not.toMatch(/evil|browser|x-secret|access-control/i)
    for (const { url, headers } of requests) {
      expect(url).toBe(`${upstream}/api/org/invites`)
      const { accept, authorization, 'content-type': _type, ...more } = Object.fromEntries(headers)
      expect([accept, authorization, more]).toEqual(['application/json', `Bearer ${canary}`, {}])
    }
  })
})

describe('a header that comes twice', () => {
  const twice: [string, string, number][] = [
    ['Origin', 'https://evil.example', 403],
    ['Origin', origin, 403],
    ['Origin: null\r\nSec-Fetch-Site: same-origin\r\nSec-Fetch-Site', 'same-origin', 403],
    ['X-Invite-Kit', '1', 403],
    ['Content-Type', 'text/plain', 415],
    ['Idempotency-Key: a\r\nIdempotency-Key', 'b', 422],
    ['Content-Length', '5', 400],
    ['Transfer-Encoding', 'chunked', 400],
  ]
  it.each(twice)('%j as %j is not read as the one or the other', async (name, value, status) => {
    const { write, requests } = await begin()
    const answer = await write(message([...good, ...`${name}: ${value}`.split('\r\n')]))
    expect(statusOf(answer)).toBe(status)
    expect(requests).toEqual([])
  })
})

describe('a request that is no whole one', () => {
  const broken: Record<string, string> = {
    'a line break in a value': message([...good, 'X-A: a\nOrigin: b']),
    'a lone carriage return': message([...good, 'X-A: a\rOrigin: b']),
    'a NUL': message([...good, 'X-A: a\0b']),
    'a value folded over two lines': message([...good, 'X-A: a\r\n b']),
    'a space before the colon': message([...good, 'X-Invite-Kit : 1']),
    'a line without a name': message([...good, ': x']),
    'a line break in the path': `POST /api/invites/create\nX: y HTTP/1.1\r\n\r\n`,
    'another version': message(good).replace('HTTP/1.1', 'HTTP/9.9'),
    'a length of minus one': `${message(good, '').replace('Length: 0', 'Length: -1')}{}`,
    'a chunk that lies about its size': `${message(good, '').replace('Content-Length: 0', 'Transfer-Encoding: chunked')}ffffffffffffffffff\r\n{}`,
  }
  it.each(Object.entries(broken))('with %s gets nothing done', async (_, text) => {
    const { write, requests, log } = await begin()
    const answer = await write(text)
    expect(answer === '' ? 400 : statusOf(answer)).toBeGreaterThanOrEqual(400)
    expect(requests).toEqual([])
    expect(JSON.stringify([answer, log])).not.toContain(canary)
  })

  it('and has another one hidden in its body gets one answer, to the first', async () => {
    const { write, requests } = await begin()
    const hidden = message(good)
    const answer = await write(message(good, hidden))
    expect(answer.match(/HTTP\/1\.1/g)).toHaveLength(1)
    expect([statusOf(answer), requests]).toEqual([422, []])
  })
})
