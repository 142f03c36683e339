import { describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import type { Refusal } from '../../src/transports/request.js'
import vectors from '../data/vectors.json'
import { failure, read, setUp, write } from './requestSetUp.ts'

const page = z.object({ invites: z.array(z.object({ id: z.string(), email: z.string() })) })
const listing = { ...read, answer: page }
const ada = { id: 'a', email: 'ada@a.example.com' }
const good = JSON.stringify({ invites: [ada] })
const nested = '['.repeat(20_000) + ']'.repeat(20_000)

const answering = (body: BodyInit | null, init?: ResponseInit) =>
  setUp(() => new Response(body, init)).request

describe('an answer that succeeds', () => {
  it('comes out in the asked shape, without what was not asked for', async () => {
    const extra = { invites: [{ ...ada, token: 'SECRET' }], inviteUrl: 'https://x/SECRET' }
    expect(await answering(JSON.stringify(extra))(listing)).toEqual({ invites: [ada] })
  })

  it('may be of any 2xx and any type that is JSON', async () => {
    const init = { status: 201, headers: { 'content-type': 'application/links+json' } }
    expect(await answering(good, init)(listing)).toEqual({ invites: [ada] })
  })

  it('may be empty where nothing is asked', async () => {
    expect(await answering(null, { status: 204 })({ ...write, answer: z.void() })).toBeUndefined()
  })

  it('may begin with a byte order mark', async () => {
    expect(await answering(`\uFEFF${good}`)(listing)).toEqual({ invites: [ada] })
  })

  const readable: Record<string, object> = {
    'extra-fields': { invites: [ada] },
    constructor: { invites: [] },
    'lone-surrogate': { invites: [{ id: 'a', email: '\ud800@a.example.com' }] },
    'huge-string': { invites: [{ id: 'a' }] },
  }
  it.each(vectors.bodies)('$id is read or refused, and never throws otherwise', async (vector) => {
    const value = await answering(vector.body)(listing).catch((error: unknown) => error)
    expect(value).toMatchObject(readable[vector.id] ?? { code: 'invalid_response' })
    expect(JSON.stringify(value)).not.toContain('SECRET')
  })

  it.each([
    ['HTML', '<!doctype html><title>Sign in</title>'],
    ['a prefix against inclusion', `)]}',\n${good}`],
    ['another shape', '{"invites":[{"id":5}]}'],
    ['an error object', '{"error":"nope"}'],
    ['20,000 brackets', nested],
    ['nothing', ''],
  ])('is refused as %s, with nothing of it quoted', async (_what, body) => {
    const error = await failure(answering(body)({ ...listing, write: true }))
    expect(error).toMatchObject({ code: 'invalid_response', outcome: 'unknown', status: 200 })
    expect(error.message).not.toMatch(/doctype|nope|\[\[/)
  })
})

describe('the prototype of all objects', () => {
  const before = Object.getOwnPropertyNames(Object.prototype)

  it.each([
    ['a success', 200],
    ['a refusal', 400],
  ])('is intact after the body of %s that is after it', async (_what, status) => {
    const bodies = [
      '{"__proto__":{"admin":true},"invites":[{"__proto__":{"admin":true},"id":"a","email":"b"}]}',
      '{"constructor":{"prototype":{"admin":true}},"invites":[]}',
    ]
    for (const body of bodies) {
      const judge = (refusal: Refusal) => z.parse(z.looseObject({}), refusal.body)
      const { request } = setUp(() => new Response(body, { status }), { judge })
      const value: unknown = await request(listing).catch((error: unknown) => error)
      expect(value).toMatchObject({ [status === 200 ? 'invites' : 'code']: expect.anything() })
      expect(value).not.toHaveProperty('admin')
    }
    expect({}).not.toHaveProperty('admin')
    expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(before)
  })
})

describe('the size of an answer', () => {
  /** Pieces of 100 kB; how many were read, and whether the rest was called off. */
  const streaming = (pieces: number, status = 200) => {
    const seen = { pieces: 0, cancelled: false }
    const { request } = setUp(() => {
      const piece = new Uint8Array(100_000).fill(32)
      const body = new ReadableStream({
        pull(controller) {
          seen.pieces += 1
          if (seen.pieces < pieces) return controller.enqueue(piece)
          controller.enqueue(new TextEncoder().encode(good.padEnd(100_000)))
          controller.close()
        },
        cancel() {
          seen.cancelled = true
        },
      })
      return new Response(body, { status })
    })
    return { request, seen }
  }

  it('may be 5 MB', async () => {
    expect(await streaming(50).request(listing)).toEqual({ invites: [ada] })
  })

  it.each([200, 500])('is not read beyond that, whatever the status: %i', async (status) => {
    const { request, seen } = streaming(100, status)
    const error = await failure(request({ ...listing, write: true }))
    expect(error).toMatchObject({ code: 'invalid_response', outcome: 'unknown' })
    expect(seen.cancelled).toBe(true)
    expect(seen.pieces).toBeLessThan(55)
  })
})

describe('an answer that is none', () => {
  it.each([301, 302, 303, 307, 308])('is %i, which is not followed', async (status) => {
    const headers = { location: 'https://elsewhere.example/' }
    const { request, calls } = setUp(() => new Response(null, { status, headers }))
    const error = await failure(request({ ...write, answer: z.unknown() }))
    expect(error).toMatchObject({ code: 'invalid_response', outcome: 'unknown' })
    expect(calls).toHaveLength(1)
  })

  it('is the opaque redirect of a browser', async () => {
    const opaque = Object.defineProperty(Response.error(), 'type', { value: 'opaqueredirect' })
    const error = await failure(setUp(() => opaque).request(write))
    expect(error).toMatchObject({ code: 'invalid_response', outcome: 'unknown' })
  })

  it.each([
    ['fetch rejects', () => Promise.reject(new TypeError('fetch failed'))],
    [
      'fetch throws',
      () => {
        throw new TypeError('fetch failed')
      },
    ],
    [
      'the body breaks off',
      () =>
        new Response(
          new ReadableStream({
            start(controller) {
              controller.enqueue(new TextEncoder().encode('{"invi'))
              controller.error(new Error('reset'))
            },
          }),
        ),
    ],
  ])('is network where %s', async (_what, answer) => {
    const { request } = setUp(answer)
    expect(await failure(request(write))).toMatchObject({ code: 'network', outcome: 'unknown' })
    expect(await failure(request(read))).toMatchObject({ code: 'network', outcome: undefined })
  })
})
