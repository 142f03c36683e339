import { describe, expect, it } from 'vitest'
import { decodeFile, maxBytes } from '../../src/csv/decodeFile.js'
import { decoded, utf16 } from './files.ts'

const text = 'Name;E-Mail\r\nJürgen Groß;j@a.example.com\r\n山田;y@a.example.com\r\n'
const utf8 = new TextEncoder().encode(text)

describe('decodeFile', () => {
  it('reads UTF-8, with a byte order mark and without', () => {
    expect(decoded(utf8)).toBe(text)
    expect(decoded([0xef, 0xbb, 0xbf, ...utf8])).toBe(text)
  })

  it('reads UTF-16 of either order', () => {
    expect(decoded(utf16(text))).toBe(text)
    expect(decoded(utf16(text, true))).toBe(text)
  })

  it('reads windows-1252 where it is no UTF-8', () => {
    expect(decoded(Buffer.from('Jürgen Groß;', 'latin1'))).toBe('Jürgen Groß;')
    expect(decoded([0x80, 0x93, 0x94])).toBe('€“”')
  })

  it('reads a file of nothing', () => {
    expect(decoded([])).toBe('')
    expect(decoded([0xff, 0xfe])).toBe('')
  })

  it.each([
    ['a workbook', [0x50, 0x4b, 3, 4, 0x14]],
    ['NULs', [0x61, 0, 0x62]],
    ['NULs in UTF-16', [0xff, 0xfe, 0, 0]],
    ['UTF-16 without a mark', utf16('a;b').slice(2)],
  ])('refuses %s', (_, bytes) => {
    expect(decoded(bytes)).toBe('refused: binary')
  })

  it('refuses more than 5 MB', () => {
    expect(decodeFile(new Uint8Array(maxBytes + 1))).toEqual({ refused: 'too_large' })
    expect(decodeFile(new Uint8Array(maxBytes).fill(0x61))).toHaveProperty('text')
  })
})
