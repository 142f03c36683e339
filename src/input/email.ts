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
  ['control-char', /\p{Cc}/u],
  ['bidi-control', /\p{Bidi_C}/u],
  ['invisible-char', /[\p{Cf}\p{DI}\u2800]/u],
  ['unassigned-or-surrogate', /\p{C}/u],
  ['whitespace', /\s/],
  ['at-lookalike', /[＠﹫]/],
  ['comment', /[()]/],
  ['quoted-local', /"/],
  ['angle-bracket', /[<>]/],
  ['list-separator', /[,;،؛、]/],
] as const
/** All of them, since most addresses have none. */
const refused = /[\p{C}\p{DI}\u2800\s＠﹫()"<>,;،؛、]/u

const strayDot = /^\.|\.\.|\.$/
const utf8 = /*#__PURE__*/ new TextEncoder()

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
  let text = typed
  if (/[^!#-'*+\--:=?-~]/.test(typed)) {
    if (refused.test(typed))
      for (const [reason, pattern] of refusals) if (pattern.test(typed)) return refuse(reason)
    text = typed.normalize()
    // The three are the only characters that NFC itself turns into ASCII.
    if (text !== typed.normalize('NFKC') || /[\u037e\u1fef\u212a]/.test(typed))
      return refuse('compat-char')
  }
  const at = text.indexOf('@')
  if (at < 0) return refuse('no-at')
  const local = text.slice(0, at)
  const domain = text.slice(at + 1)
  if (domain.includes('@')) return refuse('two-ats')
  if (!local) return refuse('no-local')
  if (!domain) return refuse('no-domain')

  const word = local.indexOf('=?')
  if (word >= 0 && local.lastIndexOf('?=') > word + 1) return refuse('encoded-word')
  const eai = /[^\0-\x7f]/.test(local)
  const octets = eai ? utf8.encode(local).length : local.length
  if (octets > 64) return refuse('local-too-long')
  if (strayDot.test(local)) return refuse('dot-local')
  if (/[^\w!#$%&'*+\-/=?^`{|}~.\u0080-\uffff]/.test(local)) return refuse('bad-char')

  const idn = /[^\0-\x7f]/.test(domain)
  if (domain.startsWith('[')) return refuse('domain-literal')
  if (strayDot.test(domain)) return refuse('dot-domain')
  if (/^-|-$|\.-|-\./.test(domain)) return refuse('hyphen-edge')
  if (/[^\p{L}\p{M}\p{N}.-]/u.test(domain)) return refuse('bad-char')
  if (!domain.includes('.')) return refuse('no-dot')
  if (/\.\d+$/.test(domain)) return refuse('numeric-tld')
  const ace = idn || /xn--/i.test(domain) ? toAscii(domain) : domain.toLowerCase()
  // Engines differ in what they convert, but not in what is too long.
  if (!ace) return refuse(text.length > 254 ? 'too-long' : 'bad-char')
  if (/(?:^|\.)[^.]{64}/.test(ace)) return refuse('label-too-long')
  if (ace.length > 253) return refuse('domain-too-long')
  if (octets + ace.length > 253) return refuse('too-long')

  const email = `${local}@${ace}`
  const key = email.replace(/[A-Z]+/g, (letters) => letters.toLowerCase())
  const warnings = [
    idn && domain.split('.').some(mixesScripts) && 'mixed-script',
    idn && 'idn-domain',
    eai && 'eai-local',
    eai && mixesScripts(local) && 'mixed-script',
    /[%!]/.test(local) && 'routing-char',
    local.startsWith('-') && 'leading-hyphen',
    // RFC 6761, 6762, 7686, 9476 and `arpa`.
    /\.(?:alt|arpa|example|invalid|local|localhost|onion|test)$/.test(ace) && 'special-use-tld',
  ]
  if (!warnings.some(Boolean)) return { verdict: 'accept', reason: 'ok', email, key }
  const reason = [...new Set(warnings)].filter(Boolean).join('+') as EmailWarnings
  return { verdict: 'warn', reason, email, key }
}

function refuse(reason: EmailRefusal): EmailCheck {
  return { verdict: 'reject', reason }
}

let last: { domain?: string; ace?: string | undefined } = {}

/**
 * The URL parser knows UTS 46. It must see letters, marks, digits, hyphens and dots only: it unescapes and cuts. It
 * takes its time, and a list is mostly of one domain.
 */
function toAscii(domain: string): string | undefined {
  if (last.domain !== domain) {
    last = { domain }
    try {
      last.ace = new URL(`http://${domain}`).hostname
    } catch {
      // No domain.
    }
  }
  return last.ace
}
