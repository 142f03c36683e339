import type { InviteErrorCode } from '../../src/error.js'
import type { SocketFault } from './proxy.ts'
import { elsewhere, planted } from './wire.ts'

export const answer = (
  status: string,
  headers: string[],
  body: string,
  commit: 'before' | 'after' = 'before',
): SocketFault => ({
  kind: 'answer',
  commit,
  raw: [
    `HTTP/1.1 ${status}`,
    'connection: close',
    ...(status.startsWith('204') ? [] : [`content-length: ${Buffer.byteLength(body)}`]),
    ...headers,
    '',
    body,
  ].join('\r\n'),
})
const both = (status: string, headers: string[] = [], body = '{}') =>
  (['before', 'after'] as const).map((commit) => answer(status, headers, body, commit))
export const refusal = (status: string, code: InviteErrorCode, headers: string[] = []) => [
  answer(status, headers, JSON.stringify({ code, message: code, outcome: 'not_sent' })),
]
const html = `<!doctype html><title>Sign in</title><p>${planted}</p>`
const page = ['content-type: text/html']

interface PairFault {
  faults: readonly SocketFault[]
  codes: readonly InviteErrorCode[]
  slow?: boolean
}

/** What the proxy does, and the codes that it may come out as. */
export const sockets: Record<string, PairFault> = {
  F01: { faults: [{ kind: 'drop', commit: 'before' }], codes: ['network'] },
  F02: { faults: [{ kind: 'drop', commit: 'after' }], codes: ['network'] },
  F03: {
    faults: [
      { kind: 'hang', commit: 'before' },
      { kind: 'hang', commit: 'after' },
    ],
    codes: ['timeout'],
    slow: true,
  },
  F04: { faults: [{ kind: 'drip', every: 5 }], codes: ['timeout'], slow: true },
  F05: { faults: [{ kind: 'reset' }], codes: ['network'] },
  F09: {
    faults: [answer('302 Found', ['location: /login'], ''), answer('200 OK', page, html)],
    codes: ['invalid_response'],
  },
  F11: { faults: refusal('429 Slow', 'rate_limited', ['retry-after: 1']), codes: ['rate_limited'] },
  F14: { faults: both('500 Broken'), codes: ['unavailable'] },
  F15: { faults: both('502 Bad Gateway', page, html), codes: ['unavailable'] },
  F16: {
    faults: [answer('503 Busy', ['retry-after: 1'], '{}'), answer('503 Busy', [], '{}')],
    codes: ['unavailable'],
  },
  F17: { faults: both('504 Late'), codes: ['timeout'] },
  F21: {
    faults: [...refusal('404 None', 'not_found'), answer('404 None', page, html)],
    codes: ['not_found', 'config'],
  },
  F22: {
    faults: [...refusal('409 There', 'already_member'), ...refusal('409 There', 'already_invited')],
    codes: ['already_member', 'already_invited'],
  },
  F23: { faults: refusal('410 Gone', 'expired'), codes: ['expired'] },
  F24: {
    faults: [...refusal('400 Bad', 'invalid_input'), ...refusal('422 Bad', 'invalid_input')],
    codes: ['invalid_input'],
  },
  F27: {
    faults: ['301', '307', '308'].map((status) => answer(status, [`location: ${elsewhere}`], '')),
    codes: ['invalid_response'],
  },
  F28: {
    faults: [...both('200 OK', page, html), ...both('500 Broken', page, html)],
    codes: ['invalid_response', 'unavailable'],
  },
  F29: { faults: [{ kind: 'truncate' }], codes: ['network', 'invalid_response'] },
  F30: {
    faults: [answer('204 None', [], '', 'after'), answer('200 OK', [], '', 'after')],
    codes: ['invalid_response'],
  },
  F34: {
    faults: [answer('200 OK', [], ' '.repeat(5_000_001), 'after')],
    codes: ['invalid_response'],
  },
}
