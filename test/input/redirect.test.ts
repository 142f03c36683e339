import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { safeRedirect } from '../../src/input/redirect.js'
import vectors from '../data/vectors.json' with { type: 'json' }
import { anyString, brief, runs } from './fuzz.ts'

const { origin, cases } = vectors.redirects

/** Fails unless a browser that is sent to `path` stays on the origin and sees the same path. */
function expectOwn(path: string): void {
  const url = new URL(path, `${origin}/deep/page?x#y`)
  expect(url.origin).toBe(origin)
  expect(url.pathname + url.search + url.hash).toBe(path)
}

describe('safeRedirect', () => {
  it.each(cases.map(({ input, expect: path }) => [brief(input), path, input] as const))(
    '%s → %s',
    (_, path, input) => {
      const result = safeRedirect(input, origin)
      expect(result).toBe(path)
      if (result !== null) expectOwn(result)
    },
  )

  it.each([
    ['/x?next=https://evil.example', '/x?next=https://evil.example'],
    ['/x#//evil.example', '/x#//evil.example'],
    ['/ü', '/%C3%BC'],
    ['HTTPS://APP.EXAMPLE.COM/x', '/x'],
    ['https://app.example.com:443/x', '/x'],
    ['https://app.example.com:8443/x', null],
    ['http://app.example.com/x', null],
    ['https://user:pw@app.example.com/x', null],
    ['https:///app.example.com/x', null],
    ['//app.example.com/x', null],
    ['/\\evil.example', null],
    ['/a\tb', null],
    ['/a\u0085b', null],
    ['/x/.//../..//evil.example', null],
    ['blob:https://app.example.com/x', null],
    ['x', null],
    ['#x', null],
  ])('%j → %j', (input, path) => {
    expect(safeRedirect(input, origin)).toBe(path)
  })

  it('refuses what is no target', () => {
    expect(safeRedirect(null, origin)).toBeNull()
    expect(safeRedirect(undefined, origin)).toBeNull()
  })

  it.each(['', 'null', 'app.example.com', 'file:///', 'data:text/html,x'])(
    'refuses everything where the origin is %j',
    (own) => {
      expect(safeRedirect('/x', own)).toBeNull()
    },
  )

  it('never throws, and what it returns stays on the origin', () => {
    const pieces = [
      ...'/\\.:@?#%;&=ab \t\r\n'.split(''),
      'https:',
      'http://',
      'javascript:',
      '%2e',
      '%2F',
      '%5c',
      '..',
      origin,
      'evil.example',
      '\u202e',
      '\ud800',
      '。',
      '／',
    ]
    const crafted = fc
      .array(fc.constantFrom(...pieces), { maxLength: 8 })
      .map((all) => all.join(''))
    let passed = 0
    fc.assert(
      fc.property(fc.oneof(crafted, anyString), fc.boolean(), (rest, rooted) => {
        const path = safeRedirect(rooted ? `/${rest}` : rest, origin)
        if (path === null) return
        passed++
        expectOwn(path)
      }),
      runs,
    )
    expect(passed).toBeGreaterThan(0)
  })
})
