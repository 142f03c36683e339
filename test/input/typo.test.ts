import { describe, expect, it } from 'vitest'
import { emailSuggester } from '../../src/input/typo.ts'

describe('emailSuggester', () => {
  it.each([
    ['ada@gmial.com', 'ada@gmail.com'],
    ['ada@gmai.com', 'ada@gmail.com'],
    ['ada@gmaill.com', 'ada@gmail.com'],
    ['ada@gnail.com', 'ada@gmail.com'],
    ['ada@gmail.co', 'ada@gmail.com'],
    ['ada@GMIAL.com', 'ada@gmail.com'],
    ['ada@hotmial.com', 'ada@hotmail.com'],
    ['ada@outlok.com', 'ada@outlook.com'],
    ['ada@acme.con', 'ada@acme.com'],
    ['"a@b"@gmial.com', '"a@b"@gmail.com'],
  ])('%s: did you mean %s', (typed, meant) => {
    expect(emailSuggester()(typed)).toBe(meant)
  })

  it.each(['gmail.com', 'mail.com', 'gmx.de', 'example.com', 'gmail.example', 'mgali.com', 'a.de'])(
    'says nothing about %s',
    (domain) => {
      expect(emailSuggester()(`ada@${domain}`)).toBeUndefined()
    },
  )

  it("knows the organization's own domains", () => {
    const suggest = emailSuggester(['acme.example'])
    expect(suggest('ada@acmee.example')).toBe('ada@acme.example')
    expect(suggest('grace@acmee.example')).toBe('grace@acme.example')
    expect(suggest('ada@acme.example')).toBeUndefined()
  })
})
