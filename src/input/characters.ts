// What is asked about a character, as bits. Each is asked once, however often the character comes: a text of a megabyte
// may have half a million pieces to judge, and a dozen patterns for each of them are too many.

import { remembered } from './remembered.js'

const KNOWN = 1
export const AT = 1 << 1
/** Taken for an @. */
export const LIKE_AT = 1 << 2
export const QUOTE = 1 << 3
/** `<` */
export const OPEN = 1 << 4
/** `>` */
export const CLOSE = 1 << 5
export const PARENTHESIS = 1 << 6
export const BRACKET = 1 << 7
export const SPACE = 1 << 8
/** What neither quotes nor brackets go across. */
export const BREAK = 1 << 9
/** Between the lines or the entries of a list. */
export const LINE = 1 << 10
/** Between the parts of a name, or the entries of a list. */
export const COMMA = 1 << 11
/** Parts a list for mail programs, too. */
export const LIST = 1 << 12
/** What may part addresses that are glued together. */
export const JOINT = 1 << 13
export const QUERY = 1 << 14
export const DOT = 1 << 15
export const UPPER = 1 << 16
export const WIDE = 1 << 17
export const CONTROL = 1 << 18
export const BIDI_CONTROL = 1 << 19
export const INVISIBLE = 1 << 20
/** One of those, a surrogate alone, or nothing yet. */
export const NO_CHARACTER = 1 << 21
/** In no local part. */
export const NOT_LOCAL = 1 << 22
/** In no domain. */
export const NOT_DOMAIN = 1 << 23
/** Has told mail servers by which way to send. */
export const ROUTING = 1 << 24
/** Not of an address if it stands before it. */
export const BEFORE = 1 << 25
/** Not of an address if it stands after it. */
export const AFTER = 1 << 26
export const LATIN = 1 << 27
export const GREEK = 1 << 28
export const CYRILLIC = 1 << 29
/** Of another alphabet that looks like Latin. */
export const LATIN_LIKE = 1 << 30

const questions: [kind: number, pattern: RegExp][] = [
  [AT, /@/],
  [LIKE_AT, /[＠﹫]/],
  [QUOTE, /"/],
  [OPEN, /</],
  [CLOSE, />/],
  [PARENTHESIS, /[()]/],
  [BRACKET, /[[\]{}]/],
  [SPACE, /\s/],
  [BREAK, /[\r\n\t]/],
  [LINE, /[\r\n\t\v\f\x85\u2028\u2029;؛；]/],
  [COMMA, /[,،，、]/],
  [LIST, /[,;،؛、]/],
  [JOINT, /[\u200b|/]/],
  [QUERY, /\?/],
  [DOT, /\./],
  [UPPER, /[A-Z]/],
  [WIDE, /[^\0-\x7f]/],
  [CONTROL, /\p{Cc}/u],
  [BIDI_CONTROL, /\p{Bidi_C}/u],
  [INVISIBLE, /[\p{Cf}\p{DI}\u2800]/u],
  [NO_CHARACTER, /\p{C}/u],
  [NOT_LOCAL, /[^\w!#$%&'*+\-/=?^`{|}~.\u0080-\uffff]/],
  [NOT_DOMAIN, /[^\p{L}\p{M}\p{N}.-]/u],
  [ROUTING, /[%!]/],
  [BEFORE, /(?![!#-'*-/<-@\\^-~＠﹫])[\p{P}\p{S}\p{DI}]/u],
  [AFTER, /(?![-@#%&/\\＠﹫])[\p{P}\p{DI}|~`]/u],
  [LATIN, /\p{sc=Latn}/u],
  [GREEK, /\p{sc=Grek}/u],
  [CYRILLIC, /\p{sc=Cyrl}/u],
  [LATIN_LIKE, /[\p{sc=Armn}\p{sc=Copt}\p{sc=Cher}\p{sc=Lisu}]/u],
]

const answers = /*#__PURE__*/ new Uint32Array(0x1_00_00)
/** For what takes two places in a string. There are a million of them, most of them rare. */
const others = /*#__PURE__*/ remembered(ask)

function kindsOf(code: number): number {
  if (code > 0xff_ff) return others(code)
  return answers[code] || (answers[code] = ask(code))
}

function ask(code: number): number {
  const character = String.fromCodePoint(code)
  let kinds = KNOWN
  for (const [kind, pattern] of questions) if (pattern.test(character)) kinds |= kind
  return kinds
}

/** All kinds of the characters of a text. */
export function kindsIn(text: string): number {
  let kinds = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.codePointAt(at) ?? 0
    if (code > 0xff_ff) at++
    kinds |= kindsOf(code)
  }
  return kinds
}

/** The kinds of a character of one place; none after the end. */
export function kindAt(text: string, at: number): number {
  return at < text.length ? kindsOf(text.charCodeAt(at)) : 0
}

/** Where the first character of some kinds stands, or the end: for kinds that are of one place. */
export function find(text: string, kinds: number, start: number): number {
  let at = start
  while (at < text.length && !(kindAt(text, at) & kinds)) at++
  return at
}

/** Where the characters of a kind end that stand at a place. */
export function skip(text: string, kind: number, start: number): number {
  let at = start
  while (at < text.length) {
    const code = text.codePointAt(at) ?? 0
    if (!(kindsOf(code) & kind)) break
    at += code > 0xff_ff ? 2 : 1
  }
  return at
}

/** Where the characters of a kind begin that stand at the end. */
export function skipBack(text: string, kind: number): number {
  let at = text.length
  while (at > 0) {
    let code = text.codePointAt(at - 2) ?? 0
    const places = code > 0xff_ff ? 2 : 1
    if (places === 1) code = text.charCodeAt(at - 1)
    if (!(kindsOf(code) & kind)) break
    at -= places
  }
  return at
}
