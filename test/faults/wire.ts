import type { InviteErrorCode } from '../../src/error.js'

/** What becomes of one request; `pass` has the provider do it. */
export type Strike = (
  pass: () => Promise<Response>,
  request: Request,
) => Promise<Response> | Response

/** A strike over a fetch, and the codes that it may come out as. */
export interface WireFault {
  strikes: readonly Strike[]
  codes: readonly InviteErrorCode[]
  /** Only time brings its end. */
  slow?: boolean | undefined
}

/** Stands in bodies where nothing of it may go on. */
export const planted = 'planted_5e1f0c77'
export const elsewhere = 'https://elsewhere.example'

const html = `<!doctype html><title>Sign in</title><script>alert("${planted}")</script>`
const json = { 'content-type': 'application/json' }

const never = () => new Promise<never>(() => undefined)
const broken = (cause?: object): never => {
  throw new TypeError('fetch failed', { cause })
}
const says =
  (status: number, headers: Record<string, string> = {}, body = '{}'): Strike =>
  () =>
    new Response(body, { status, headers: { ...json, ...headers } })

/** A limit that says when, in seconds. */
export const busy = (after: number, status = 429): Strike =>
  says(status, { 'retry-after': String(after) })

/** The thing is done first. */
const after =
  (strike: Strike): Strike =>
  async (pass, request) => {
    await pass()
    return strike(pass, request)
  }
const both = (strike: Strike): Strike[] => [strike, after(strike)]

/** The provider's own answer, with its text changed. */
const mangled =
  (change: (text: string) => string): Strike =>
  async (pass) => {
    const response = await pass()
    const { status, headers } = response
    const text = change(await response.text())
    // No other status has no body.
    return new Response(text, { status: status === 204 ? 200 : status, headers })
  }

/** The provider's own answer, with its JSON changed at every object. */
const remade = (change: (object: Record<string, unknown>) => object): Strike =>
  mangled((text) =>
    text
      ? JSON.stringify(JSON.parse(text), (_, value: unknown) =>
          typeof value === 'object' && value && !Array.isArray(value)
            ? change(value as Record<string, unknown>)
            : value,
        )
      : text,
  )

const streamed =
  (start: (text: string, out: ReadableStreamDefaultController<Uint8Array>) => void): Strike =>
  async (pass) => {
    const response = await pass()
    const text = (await response.text()) || '{}'
    return new Response(new ReadableStream({ start: (out) => start(text, out) }), {
      headers: json,
    })
  }
const bytes = (text: string) => new TextEncoder().encode(text)

const dripped = streamed((text, out) => {
  let at = 0
  setInterval(() => {
    if (at < text.length) out.enqueue(bytes(text.charAt(at++)))
  }, 1000)
})
const reset = streamed((text, out) => {
  out.enqueue(bytes(text.slice(0, text.length / 2)))
  out.error(new TypeError('terminated'))
})

const redirects = [301, 302, 303, 307, 308].map((status) =>
  says(status, { location: `${elsewhere}/${planted}` }, ''),
)
const soon = new Date(Date.parse('2026-10-21T07:28:00Z') + 30_000).toUTCString()
const fields = JSON.stringify({
  message: 'Validation failed',
  fields: { email: 'not accepted' },
  errors: [{ fieldId: 'emails', error: 'not accepted' }],
})
const deep = '['.repeat(20_000) + ']'.repeat(20_000)

const network: InviteErrorCode[] = ['network']
const unreadable: InviteErrorCode[] = ['invalid_response']

/** Faults that come with an answer, or with none, to one request. */
export const wire: Record<string, WireFault> = {
  F01: { strikes: [() => broken()], codes: network },
  F02: { strikes: [after(() => broken({ code: 'ECONNRESET' }))], codes: network },
  F03: { strikes: both(never), codes: ['timeout'], slow: true },
  F04: { strikes: [dripped], codes: ['timeout'], slow: true },
  F05: { strikes: [reset], codes: network },
  F08: { strikes: [after(() => broken())], codes: network },
  F09: {
    strikes: [
      says(302, { location: '/login' }, ''),
      says(200, { 'content-type': 'text/html' }, html),
    ],
    codes: unreadable,
  },
  F10: {
    strikes: ['ENOTFOUND', 'ECONNREFUSED', 'CERT_HAS_EXPIRED'].map(
      (code) => () => broken({ code }),
    ),
    codes: network,
  },
  F11: { strikes: [busy(30)], codes: ['rate_limited'] },
  F12: {
    strikes: [says(429, { 'retry-after': soon, date: 'Wed, 21 Oct 2026 07:28:00 GMT' })],
    codes: ['rate_limited'],
  },
  F13: { strikes: [says(429, { 'retry-after': 'soon' })], codes: ['rate_limited'] },
  F14: { strikes: both(says(500)), codes: ['unavailable'] },
  F15: { strikes: both(says(502)), codes: ['unavailable'] },
  F16: { strikes: [says(503), says(503, { 'retry-after': '30' })], codes: ['unavailable'] },
  F17: { strikes: both(says(504)), codes: ['timeout'] },
  F18: { strikes: [says(401)], codes: ['unauthenticated'] },
  F20: { strikes: [says(403)], codes: ['forbidden'] },
  F21: { strikes: [says(404)], codes: ['not_found'] },
  F22: { strikes: [says(409)], codes: ['already_invited', 'already_member'] },
  F23: { strikes: [says(410)], codes: ['expired'] },
  F24: { strikes: [says(400, {}, fields), says(422, {}, fields)], codes: ['invalid_input'] },
  F27: { strikes: redirects, codes: unreadable },
  F28: {
    strikes: [200, 500].flatMap((status) =>
      both(says(status, { 'content-type': 'text/html' }, html)),
    ),
    codes: ['invalid_response', 'unavailable'],
  },
  F29: { strikes: [mangled((text) => text.slice(0, -1) || '{')], codes: unreadable },
  F30: {
    strikes: [mangled(() => ''), after(() => new Response(null, { status: 204 }))],
    codes: unreadable,
  },
  F31: {
    strikes: [
      mangled((text) => text && JSON.stringify(withoutTypes(JSON.parse(text)))),
      after(says(200, {}, '42')),
    ],
    codes: unreadable,
  },
  F32: {
    strikes: [
      remade((one) => ({
        ...one,
        ...('status' in one && !('data' in one) && { status: 'TELEPORTED' }),
      })),
    ],
    codes: [],
  },
  F33: {
    strikes: [remade((one) => ({ ...one, token: planted, inviteToken: planted, apiKey: planted }))],
    codes: [],
  },
  F34: { strikes: [mangled((text) => text + ' '.repeat(5_000_001))], codes: unreadable },
  F35: { strikes: [says(200, {}, `{"error":{"message":"${planted}"}}`)], codes: unreadable },
  F36: {
    strikes: [mangled((text) => text && `\uFEFF${text}`), mangled((text) => `)]}',\n${text}`)],
    codes: unreadable,
  },
  F37: {
    strikes: [
      mangled((text) => text.replaceAll(/\{(?=\s*")/g, '{"__proto__":{"polluted":true},')),
      after(says(200, {}, deep)),
    ],
    codes: unreadable,
  },
}

/** The first row of the first array there is, or all members, as something else. */
function withoutTypes(value: unknown): unknown {
  if (Array.isArray(value)) return [42, ...value.slice(1)]
  if (typeof value !== 'object' || !value) return 42
  const entries = Object.entries(value)
  const rows = entries.find(([, member]) => Array.isArray(member) && member.length > 0)
  return Object.fromEntries(
    entries.map(([name, member]) => [
      name,
      rows ? (name === rows[0] ? withoutTypes(member) : member) : 42,
    ]),
  )
}
