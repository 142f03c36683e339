import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { isInviteId } from '../../src/input/id.js'
import { hostileIds } from './hostileIds.ts'
import { canary, sameOrigin, setUp, upstream } from './setUp.ts'

/** Lone surrogates cannot be written into a URL. */
const whole = (text: string) => text.replaceAll(/\p{Surrogate}/gu, '?')
const oneOf = (words: string) => fc.constantFrom(...words.split(' '))

const word = fc.oneof(fc.constantFrom(...hostileIds), fc.string({ unit: 'binary' }))
const operation = oneOf('create list resend revoke lookup accept update viewer org')
const mounted = operation.map((name) => `/api/invites/${name}`)
const pathname = fc.oneof(
  { weight: 4, arbitrary: mounted },
  fc.tuple(mounted, word).map(([path, tail]) => `${path}/${encodeURIComponent(whole(tail))}`),
  word.map((text) => `/${encodeURI(whole(text))}`),
)
const people = fc.record(
  {
    email: fc.oneof(fc.constant('bo@acme.test'), word),
    role: fc.oneof(fc.constant('Viewer'), word),
    id: word,
    token: word,
    url: word,
    baseUrl: word,
    orgId: word,
  },
  { requiredKeys: ['email', 'role', 'id', 'token'] },
)
const content = fc.oneof(
  { weight: 4, arbitrary: people.map((value) => JSON.stringify(value)) },
  fc.json(),
  word,
)
const header = oneOf(
  'host forwarded x-forwarded-host x-forwarded-proto x-original-url x-rewrite-url referer via origin ' +
    'x-http-method-override x-forwarded-for cookie authorization x-grafana-org-id idempotency-key',
)
const headers = fc.dictionary(header, oneOf('evil.example https://evil.example a'))
const method = oneOf('POST POST POST POST POST PUT PATCH DELETE GET')

it('whatever is asked, only the provider is called, with its own paths and headers', async () => {
  const { handle, requests, detour, log } = setUp({ rateLimit: () => ({ ok: true }) })
  // Now and then the provider quotes what it was sent.
  detour.answer = ({ headers: sent }) =>
    requests.length % 3
      ? undefined
      : Response.json({ message: sent.get('authorization') }, { status: 500 })
  let answered = 0
  await fc.assert(
    fc.asyncProperty(method, pathname, headers, content, async (verb, path, extra, body) => {
      const request = new Request(`https://app.acme.test${path}`, {
        method: verb,
        headers: { ...extra, ...sameOrigin },
        ...(verb !== 'GET' && { body }),
      })
      const response = await handle(request)
      const told = JSON.stringify([await response.text(), [...response.headers]])
      expect(told).not.toContain(canary)
      expect(response.headers.get('cache-control')).toBe('no-store')
      answered += 1
    }),
    { numRuns: 10_000, seed: 7 },
  )
  expect(answered).toBe(10_000)
  expect(JSON.stringify(log)).not.toContain(canary)
  expect(requests.length).toBeGreaterThan(300)
  const known = /^\/api\/(org\/invites(\/[^/]+\/revoke)?|user\/invite\/[^/]+)$/
  for (const { url, headers: sent } of requests) {
    const { origin, pathname: called, search } = new URL(url)
    expect([origin, search]).toEqual([upstream, ''])
    expect(called).toMatch(known)
    expect(called.split('/').every((segment) => segment === '' || isInviteId(segment))).toBe(true)
    expect([...sent.keys()].filter((name) => !allowed.includes(name))).toEqual([])
  }
})

const allowed = ['accept', 'authorization', 'content-type']
