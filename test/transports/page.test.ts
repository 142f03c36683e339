import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Invite, ListInvitesInput } from '../../src/schema.js'
import { pageOf } from '../../src/transports/page.js'

const invite = (id: string, extra: Partial<Invite> = {}): Invite => ({
  id,
  email: `${id}@acme.test`,
  role: 'member',
  status: 'pending',
  createdAt: '2026-11-20T09:00:00Z',
  ...extra,
})

const ids = (all: Invite[], input: ListInvitesInput = {}) =>
  pageOf(all, input).invites.map(({ id }) => id)

describe('a page of what is there', () => {
  const people = [
    invite('ana', { name: 'Ana Ruiz', role: 'admin', createdAt: '2026-11-02T00:00:00Z' }),
    invite('bo', {
      status: 'expired',
      createdAt: '2026-11-03T00:00:00Z',
      expiresAt: '2026-11-10T01:00:00+02:00',
      mailed: false,
    }),
    invite('cy', { name: 'Banana', createdAt: '2026-11-01T00:00:00Z' }),
    { id: 'none', status: 'pending' as const },
  ]

  it('begins with the newest, and what has no date comes last', () => {
    expect(ids(people)).toEqual(['bo', 'ana', 'cy', 'none'])
  })

  it.each([
    [{ search: ' ANA ' }, ['ana', 'cy']],
    [{ search: 'acme.test' }, ['bo', 'ana', 'cy']],
    [{ search: '.*' }, []],
    [{ search: '  ' }, ['bo', 'ana', 'cy', 'none']],
    [{ role: 'admin' }, ['ana']],
    [{ role: 'adm' }, []],
    [{ status: 'expired' }, ['bo']],
    [{ search: 'ana', role: 'member', status: 'pending' }, ['cy']],
    [{ mailed: false }, ['bo']],
    [{ mailed: true }, []],
    [{ expiresBefore: '2026-11-09T23:00:01Z' }, ['bo']],
    [{ expiresBefore: '2026-11-09T23:00:00Z' }, []],
  ] as const)('is filtered by all of %j', (input, expected) => {
    expect(ids(people, input)).toEqual(expected)
  })

  it.each([
    ['email', 'asc', ['none', 'ana', 'bo', 'cy']],
    ['email', 'desc', ['cy', 'bo', 'ana', 'none']],
    ['role', 'asc', ['none', 'ana', 'bo', 'cy']],
    ['createdAt', 'asc', ['none', 'cy', 'ana', 'bo']],
    ['expiresAt', 'desc', ['bo', 'ana', 'cy', 'none']],
  ] as const)('is sorted by %s, %s, and keeps the order of equals', (by, direction, expected) => {
    expect(ids(people, { sort: { by, direction } })).toEqual(expected)
  })

  it('leaves what it was given as it was', () => {
    const given = Object.freeze([...people])
    pageOf(given as Invite[], { sort: { by: 'email', direction: 'desc' } })
    expect(given).toEqual(people)
  })

  it('has 25 of them, says how many match and where the next begins', () => {
    const many = Array.from({ length: 30 }, (_one, index) => invite(`i${index}`))
    const first = pageOf(many, {})
    expect([first.invites.length, first.total, first.next]).toEqual([25, 30, '25'])
    const second = pageOf(many, { cursor: first.next })
    expect(second.invites).toEqual(many.slice(25))
    expect(second).not.toHaveProperty('next')
  })

  it('has no next one where the last one is just full', () => {
    expect(pageOf(people, { pageSize: 4 })).not.toHaveProperty('next')
    expect(pageOf(people, { pageSize: 3 }).next).toBe('3')
  })

  it.each(['', '-1', '1.5', '1e3', 'NaN', 'Infinity', '0x2', ' 2', 'abc'])(
    'is the first one for the cursor %j, which none gave out',
    (cursor) => {
      expect(pageOf(people, { cursor })).toEqual(pageOf(people, {}))
    },
  )

  it('is empty beyond the end, as when others revoked meanwhile', () => {
    expect(pageOf(people, { cursor: '50' })).toEqual({ invites: [], total: 4 })
  })

  it('leads through every match once, in order, whatever the size', () => {
    const anyInvite = fc.record({
      id: fc.uuid(),
      status: fc.constantFrom('pending' as const, 'expired' as const),
      email: fc.option(fc.emailAddress(), { nil: undefined }),
    })
    fc.assert(
      fc.property(fc.array(anyInvite), fc.integer({ min: 1, max: 7 }), (all, pageSize) => {
        const input: ListInvitesInput = {
          status: 'pending',
          sort: { by: 'email', direction: 'asc' },
        }
        const walked: Invite[] = []
        let cursor: string | undefined
        do {
          const page = pageOf(all, { ...input, pageSize, cursor })
          walked.push(...page.invites)
          cursor = page.next
        } while (cursor)
        expect(walked).toEqual(pageOf(all, { ...input, pageSize: 500 }).invites)
      }),
    )
  })
})
