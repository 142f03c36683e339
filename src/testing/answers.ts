import type { InviteErrorCode } from '../error.js'

type Body = (echo: string) => Response

interface Answer {
  code: InviteErrorCode
  retryAfter?: number | undefined
  /** The provider certainly did nothing. */
  refused?: boolean | undefined
  /** The same answer in several bodies; `echo` is what a careless server quotes: credential, token, password. */
  bodies: [Body, ...Body[]]
}

export const elsewhere = 'https://elsewhere.example'

const json = { 'content-type': 'application/json' }
const html = { 'content-type': 'text/html' }
const page = (echo: string) => `<!doctype html><title>Sign in</title><p>${echo}</p>`

const refusal = (status: number, code: InviteErrorCode, headers = {}): Answer => ({
  code,
  refused: status < 500,
  bodies: [
    () => new Response('{}', { status, headers: { ...json, ...headers } }),
    (echo) => new Response(page(echo), { status, headers: { ...html, ...headers } }),
    (echo) =>
      Response.json(
        { message: echo, title: echo, error: echo, detail: echo },
        { status, headers: { 'x-request-id': echo.replaceAll(/[^ -~]/g, ''), ...headers } },
      ),
  ],
})

const unreadable = (...bodies: Answer['bodies']): Answer => ({ code: 'invalid_response', bodies })
const text = (body: string) => () => new Response(body, { headers: json })

/** Names that providers give to the members of their answers. */
const members =
  'id inviteId invitation invites email role status message isValid data items total users member user session code'

const table = {
  '401': refusal(401, 'unauthenticated'),
  '403': refusal(403, 'forbidden'),
  '404': refusal(404, 'not_found'),
  '409': refusal(409, 'already_invited'),
  '410': refusal(410, 'expired'),
  '412': refusal(412, 'unknown'),
  '429': { ...refusal(429, 'rate_limited', { 'retry-after': '7' }), retryAfter: 7000 },
  '500': refusal(500, 'unavailable'),
  'HTML page': unreadable((echo) => new Response(page(echo), { headers: html })),
  'truncated JSON': unreadable(text('{"id":"a","email":"ana@ac'), text('[{"id":"a"')),
  'wrong types': unreadable(
    text('42'),
    text(JSON.stringify(Object.fromEntries(members.split(' ').map((of) => [of, 42])))),
  ),
  redirect: unreadable(
    () => new Response(null, { status: 302, headers: { location: `${elsewhere}/x` } }),
  ),
  'no network': {
    code: 'network',
    bodies: [
      () => {
        throw new TypeError('fetch failed')
      },
    ],
  },
} satisfies Record<string, Answer>

/** An answer of the suite: a status, or what else may come over a network. */
export type AnswerName = keyof typeof table

/** Answers that say nothing of any provider, and how they are read unless a provider's facts say otherwise. */
export const answers: Record<AnswerName, Answer> = table
