import {
  BIDI_CONTROL,
  CLOSE,
  CONTROL,
  DOT,
  INVISIBLE,
  kindsIn,
  LIKE_AT,
  LIST,
  NO_CHARACTER,
  NOT_DOMAIN,
  NOT_LOCAL,
  OPEN,
  PARENTHESIS,
  QUERY,
  QUOTE,
  ROUTING,
  SPACE,
  UPPER,
  WIDE,
} from './characters.js'
import { remembered } from './remembered.js'
import { mixesScripts } from './scripts.js'

/** Why an address is refused. */
export type EmailRefusal =
  | (typeof refusals)[number][0]
  | 'empty'
  | 'compat-char'
  | 'no-at'
  | 'two-ats'
  | 'no-local'
  | 'no-domain'
  | 'encoded-word'
  | 'local-too-long'
  | 'dot-local'
  | 'bad-char'
  | 'domain-literal'
  | 'dot-domain'
  | 'hyphen-edge'
  | 'no-dot'
  | 'numeric-tld'
  | 'label-too-long'
  | 'domain-too-long'
  | 'too-long'

/** What a person should look at before an address is invited. */
export type EmailWarning =
  | 'mixed-script'
  | 'idn-domain'
  | 'eai-local'
  | 'routing-char'
  | 'leading-hyphen'
  | 'special-use-tld'

/** One warning or several, joined by `+`. */
export type EmailWarnings = EmailWarning | `${EmailWarning}+${string}`

/** What {@link checkEmail} finds. `email` is the address to send, `key` names the mailbox. */
export type EmailCheck =
  | { verdict: 'accept'; reason: 'ok'; email: string; key: string }
  | { verdict: 'warn'; reason: EmailWarnings; email: string; key: string }
  | { verdict: 'reject'; reason: EmailRefusal; email?: undefined; key?: undefined }

/** Characters on which mail programs disagree, in the order in which they are named to a person. */
const refusals = [
  ['control-char', CONTROL],
  ['bidi-control', BIDI_CONTROL],
  ['invisible-char', INVISIBLE],
  ['unassigned-or-surrogate', NO_CHARACTER],
  ['whitespace', SPACE],
  ['at-lookalike', LIKE_AT],
  ['comment', PARENTHESIS],
  ['quoted-local', QUOTE],
  ['angle-bracket', OPEN | CLOSE],
  ['list-separator', LIST],
] as const
const refusable = /*#__PURE__*/ refusals.reduce((all, [, kinds]) => all | kinds, 0)

/** What most addresses are: nothing below finds anything in one. */
const ordinary = /^[a-z\d]+(?:[._+-][a-z\d]+)*@(?:[a-z\d]+(?:-[a-z\d]+)*\.)+[a-z]{2,}$/
/** RFC 6761, 6762, 7686, 9476 and `arpa`. */
const specialUse = /\.(?:alt|arpa|example|invalid|local|localhost|onion|test)$/

const strayDot = /^\.|\.\.|\.$/
/** A stray dot or hyphen, a number at the end, or `xn--`. */
const oddDomain = /(?:^|\.)[-.]|[-.](?:\.|$)|\.\d+$|--/

/**
 * Judges one address. Nothing is repaired beyond trimmed edges and NFC, and what parsers read in different ways is
 * refused: quoted local parts, comments, address literals, lists, encoded words, compatibility characters.
 *
 * - `email`: what is sent, the local part as typed and the domain as lower-cased ACE (UTS 46).
 * - `key`: tells whether two addresses are the same. Only A–Z is folded, so that it never merges two people as
 *   Unicode case folding does (CVE-2019-19844), and no dots or tags are taken out.
 * - `reason`: `ok`, why it is refused, or the warnings.
 */
export function checkEmail(raw: string): EmailCheck {
  const typed = raw.trim()
  if (!typed) return refuse('empty')
  // No address of 254 octets is longer, composed or not; the patterns below then have an end.
  if (typed.length > 1000) return refuse('too-long')
  if (typed.length < 65 && ordinary.test(typed) && !specialUse.test(typed))
    return { verdict: 'accept', reason: 'ok', email: typed, key: typed }
  const has = kindsIn(typed)
  if (has & refusable)
    for (const [reason, kinds] of refusals) if (has & kinds) return refuse(reason)
  let text = typed
  if (has & WIDE) {
    const plain = typed.normalize('NFKC')
    if (plain !== typed) {
      text = typed.normalize()
      // The three are the only characters that NFC itself turns into ASCII.
      if (text !== plain || /[\u037e\u1fef\u212a]/.test(typed)) return refuse('compat-char')
    }
  }
  const at = text.indexOf('@')
  if (at < 0) return refuse('no-at')
  const local = text.slice(0, at)
  const domain = text.slice(at + 1)
  if (domain.includes('@')) return refuse('two-ats')
  if (!local) return refuse('no-local')
  if (!domain) return refuse('no-domain')
  const hasLocal = kindsIn(local)
  const hasDomain = kindsIn(domain)

  const word = hasLocal & QUERY ? local.indexOf('=?') : -1
  if (word >= 0 && local.lastIndexOf('?=') > word + 1) return refuse('encoded-word')
  const octets = hasLocal & WIDE ? octetsOf(local) : local.length
  if (octets > 64) return refuse('local-too-long')
  if (hasLocal & DOT && strayDot.test(local)) return refuse('dot-local')
  if (hasLocal & NOT_LOCAL) return refuse('bad-char')

  const odd = oddDomain.test(domain)
  if (domain.startsWith('[')) return refuse('domain-literal')
  if (odd && strayDot.test(domain)) return refuse('dot-domain')
  if (odd && /^-|-$|\.-|-\./.test(domain)) return refuse('hyphen-edge')
  if (hasDomain & NOT_DOMAIN) return refuse('bad-char')
  if (!(hasDomain & DOT)) return refuse('no-dot')
  if (odd && /\.\d+$/.test(domain)) return refuse('numeric-tld')
  let ace = domain
  if (hasDomain & WIDE || (odd && /xn--/i.test(domain))) ace = toAscii(domain)
  else if (hasDomain & UPPER) ace = domain.toLowerCase()
  // Engines differ in what they convert, but not in what is too long.
  if (!ace) return refuse(text.length > 254 ? 'too-long' : 'bad-char')
  if (ace.length > 63 && /(?:^|\.)[^.]{64}/.test(ace)) return refuse('label-too-long')
  if (ace.length > 253) return refuse('domain-too-long')
  if (octets + ace.length > 253) return refuse('too-long')

  const email = ace === domain ? text : `${local}@${ace}`
  const key = hasLocal & UPPER ? lowerAscii(email) : email
  let warnings = ''
  const mixed =
    mixesScripts(hasDomain) && domain.split('.').some((label) => mixesScripts(kindsIn(label)))
  if (mixed) warnings = and(warnings, 'mixed-script')
  if (hasDomain & WIDE) warnings = and(warnings, 'idn-domain')
  if (hasLocal & WIDE) warnings = and(warnings, 'eai-local')
  if (!mixed && mixesScripts(hasLocal)) warnings = and(warnings, 'mixed-script')
  if (hasLocal & ROUTING) warnings = and(warnings, 'routing-char')
  if (local.startsWith('-')) warnings = and(warnings, 'leading-hyphen')
  if (specialUse.test(ace)) warnings = and(warnings, 'special-use-tld')
  if (!warnings) return { verdict: 'accept', reason: 'ok', email, key }
  return { verdict: 'warn', reason: warnings as EmailWarnings, email, key }
}

function and(warnings: string, warning: EmailWarning): string {
  return warnings ? `${warnings}+${warning}` : warning
}

function octetsOf(text: string): number {
  let octets = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    // Half a pair is half of four octets.
    octets += code < 0x80 ? 1 : code < 0x800 || (code >= 0xd800 && code < 0xe000) ? 2 : 3
  }
  return octets
}

function lowerAscii(text: string): string {
  return text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase())
}

const refused = /*#__PURE__*/ new Map<EmailRefusal, EmailCheck>()

/** One for each reason: a pasted text may have half a million. */
function refuse(reason: EmailRefusal): EmailCheck {
  let check = refused.get(reason)
  if (!check) {
    check = Object.freeze({ verdict: 'reject', reason })
    refused.set(reason, check)
  }
  return check
}

const url = /*#__PURE__*/ new URL('http://x')
let host = 'x'

/**
 * The URL parser knows UTS 46. It must see letters, marks, digits, hyphens and dots only: it unescapes and cuts. It
 * takes its time.
 */
const toAscii = /*#__PURE__*/ remembered((domain: string) => {
  // What it refuses leaves the host as it was. A new URL would throw, which takes ten times as long.
  url.hostname = domain
  if (url.hostname === host) {
    url.hostname = 'x'
    url.hostname = domain
  }
  host = url.hostname
  return host === 'x' ? '' : host
})
