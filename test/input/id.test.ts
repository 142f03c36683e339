import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isInviteId } from '../../src/input/id.js'
import vectors from '../data/vectors.json' with { type: 'json' }
import { anyString, brief, runs } from './fuzz.ts'

describe('isInviteId', () => {
  it.each(vectors.ids.map(({ id, expect: verdict }) => [brief(id), verdict, id] as const))(
    '%s: %s',
    (_, verdict, id) => {
      expect(isInviteId(id)).toBe(verdict === 'accept')
    },
  )

  it('lets through only what stays one segment of a path on the same origin', () => {
    const nearly = fc.string({ unit: fc.constantFrom(...'ab.~-_/%2eE5C\\?#:@ \n'.split('')) })
    fc.assert(
      fc.property(fc.oneof(anyString, nearly), (id) => {
        if (!isInviteId(id)) return
        const url = new URL(`/invites/${id}/accept`, 'https://api.example.com')
        expect(url.href).toBe(`https://api.example.com/invites/${id}/accept`)
        expect(url.pathname.split('/')).toEqual(['', 'invites', id, 'accept'])
      }),
      runs,
    )
  })
})
