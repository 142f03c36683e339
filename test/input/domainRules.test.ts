import { describe, expect, it } from 'vitest'
import { domainJudge } from '../../src/input/domainRules.ts'

describe('domainJudge', () => {
  it('has no opinion without rules', () => {
    expect(domainJudge({})('ada@acme.com')).toBeUndefined()
  })

  it('denies what is listed, and what is not listed where a list of the allowed exists', () => {
    expect(domainJudge({ deny: ['spam.example'] })('ada@spam.example')).toBe('denied')
    expect(domainJudge({ deny: ['spam.example'] })('ada@acme.com')).toBeUndefined()
    expect(domainJudge({ allow: ['acme.com'] })('ada@acme.com')).toBeUndefined()
    expect(domainJudge({ allow: ['acme.com'] })('ada@other.com')).toBe('denied')
    expect(domainJudge({ allow: [] })('ada@other.com')).toBe('denied')
  })

  it('tells who is outside', () => {
    const judge = domainJudge({ own: ['acme.com', '.acme.com'] })
    expect(judge('ada@acme.com')).toBeUndefined()
    expect(judge('ada@mail.acme.com')).toBeUndefined()
    expect(judge('ada@notacme.com')).toBe('outside')
  })

  it('takes a domain for itself alone, a dot in front for all below it', () => {
    expect(domainJudge({ deny: ['acme.com'] })('ada@mail.acme.com')).toBeUndefined()
    expect(domainJudge({ deny: ['.acme.com'] })('ada@mail.acme.com')).toBe('denied')
    expect(domainJudge({ deny: ['.acme.com'] })('ada@acme.com')).toBeUndefined()
  })

  it('is not fooled by case, alphabets or what stands before the last @', () => {
    expect(domainJudge({ deny: ['ACME.com'] })('ada@acme.com')).toBe('denied')
    expect(domainJudge({ deny: ['bücher.example'] })('ada@xn--bcher-kva.example')).toBe('denied')
    expect(domainJudge({ allow: ['acme.com'] })('ada@acme.com@evil.example')).toBe('denied')
  })
})
