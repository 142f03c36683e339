import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { isInviteId } from '../../src/input/id.js'
import vectors from '../data/vectors.json' with { type: 'json' }
import { canary, sameOrigin, setUp, upstream } from './setUp.ts'

const hostile = [
  ...vectors.ids.map(({ id }) => id),
  'https://evil.example/',
  '//evil.example',
  '@evil.example',
  '169.254.169.254',
]
/** Lone surrogates cannot be written into a URL. */
const whole = (text: string) => text.replaceAll(/\p{Surrogate}/gu, '?')
const oneOf = (words: string) => fc.constantFrom(...words.split(' '))

const word = fc.oneof(fc.constantFrom(...hostile), fc.string({ unit: 'binary' }))
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
  const { handle, requests } = setUp({ rateLimit: () => ({ ok: true }) })
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
    { numRuns: 1000, seed: 7 },
  )
  expect(answered).toBe(1000)
  expect(requests.length).toBeGreaterThan(50)
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
