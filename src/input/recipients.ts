import {
  AT,
  BRACKET,
  CLOSE,
  COMMA,
  JOINT,
  kindsIn,
  LIKE_AT,
  LINE,
  OPEN,
  PARENTHESIS,
  QUERY,
  QUOTE,
  SPACE,
  WIDE,
} from './characters.js'
import { checkEmail, type EmailCheck, type EmailRefusal, type EmailWarnings } from './email.js'
import { remembered } from './remembered.js'
import { everyPart, strip } from './strip.js'
import { readTokens } from './tokens.js'

/** One person to invite. */
export interface Recipient {
  /** What is sent: see {@link checkEmail}. */
  email: string
  /** Equal for two spellings of one address. */
  key: string
  /** As it was typed, where the address as it is sent looks different: an internationalised domain. */
  text?: string | undefined
  /** The name that stood before the address, as anybody may have written it. */
  name?: string | undefined
  /** What to look at before inviting, joined by `+`. */
  warning?: EmailWarnings | undefined
}

/** What became of a pasted text: nothing but separators, quotes and brackets is missing from it. */
export interface ParsedRecipients {
  recipients: Recipient[]
  /** What was meant as an address and cannot be invited; `text` as it was typed. Equal ones may be one object. */
  rejected: { text: string; reason: EmailRefusal }[]
  /** Text without an address in it. */
  ignored: string[]
  /** Addresses that an earlier one of the same key already stands for. */
  duplicates: string[]
}

/**
 * Reads what people really paste: lists in any separator, `Name <a@b.c>`, `"Last, First" <a@b.c>`, spreadsheet
 * cells, `mailto:` links, sentences, markup. Order is kept, the first spelling of an address wins, and an address is
 * never put together from parts. Takes linear time and never throws.
 */
export function parseRecipients(text: string): ParsedRecipients {
  const recipients: Recipient[] = []
  const rejected: ParsedRecipients['rejected'] = []
  const ignored: string[] = []
  const duplicates: string[] = []
  const spelled = new Map<string, string>()
  // One object for equal texts: nothing takes longer than to keep half a million.
  const refusal = remembered((piece: string, reason: EmailRefusal) => ({ text: piece, reason }))
  // Text since the last separator, still growing: words, and what they were put together to while there were many.
  const words: string[] = []
  let count = 0
  let phrase = ''
  // How many of the last phrases in `ignored` may be a name, if `<` follows: those since the last address or line.
  let open = 0
  // A run with an @: an address, or perhaps a name if `<` follows.
  let held = ''
  let heldHas = 0
  const reader = { angle, gap, run: take }

  walk(text)
  return { recipients, rejected, ignored, duplicates }

  function walk(part: string): void {
    readTokens(part, reader)
    flush()
  }

  /** What stands before, between and after quotes. */
  function between(run: string): void {
    for (let at = 0, end = 0; end < run.length; at = end + 1) {
      end = run.indexOf('"', at)
      if (end < 0) end = run.length
      readTokens(run.slice(at, end), reader)
    }
    flush()
  }

  function angle(token: string): void {
    const close = token.indexOf('>')
    const inner = token.slice(1, close).trim()
    const glued = token.slice(close + 1)
    const has = kindsIn(inner)
    if (!(has & ANY_AT)) {
      take(token.slice(0, close + 1))
      take(glued)
    } else if (/[,;،؛，；、]|=["']/.test(inner)) {
      flush()
      walk(inner.replace(/=["']/g, '= '))
      take(glued)
    } else if (has & (SPACE | LINE) || hasAt(glued)) take(token)
    else {
      bracketed(inner, has)
      take(glued)
    }
  }

  function gap(has: number): void {
    if (has & LINE) flush()
    else if (has & (COMMA | CLOSE)) endPhrase()
  }

  function take(run: string, has = kindsIn(run)): void {
    if (has & ANY_AT) {
      flush()
      held = run
      heldHas = has
    } else if (run) {
      endHeld()
      words[count++] = run
      if (count > 999) join()
      if (run.endsWith(':')) flush()
    }
  }

  function bracketed(inner: string, has: number): void {
    let name = held
    // A quoted address is a name; a bare one only where it names itself, otherwise it would get lost.
    if (held && (/^["']/.test(held) || keyOf(held) === keyOf(inner))) held = ''
    else {
      endPhrase()
      name = open ? ignored.splice(-Math.min(open, 2)).join(', ') : ''
    }
    flush()
    address(inner, has, name)
  }

  function address(run: string, has: number, name?: string): void {
    // `?subject=…` of a link is not of the address, unless it has more addresses.
    const link = has & QUERY && /^([^@]*@[^@?]*)(\?\w[^@＠﹫]*)$/.exec(run)
    if (link) {
      const [, bare = '', query = ''] = link
      read(bare, has, name)
      take(query)
    } else read(run, has, name)
  }

  /** The one address of a run, or several where a zero-width space, a bar or a slash parts nothing but addresses. */
  function read(run: string, has: number, name?: string): void {
    const whole = checkEmail(run)
    if (whole.verdict === 'accept') return settle(run, whole, name)
    const bare = strip(run)
    const joined = has & JOINT && kindsIn(bare) & JOINT
    if (bare === run && !joined) return settle(run, whole, name)
    const one = bare === run ? whole : checkEmail(bare)
    if (one.email) return settle(bare, one, name)
    if (joined) {
      let parts = 0
      const all = everyPart(bare, (part) => ++parts && checkEmail(part).email)
      if (all && parts > 1) {
        everyPart(bare, (part) => (settle(part, checkEmail(part), name), true))
        return
      }
    }
    if (whole.email || kindsIn(bare) & (PARENTHESIS | BRACKET | QUOTE | OPEN | CLOSE))
      settle(run, whole, name)
    else settle(bare, one, name)
  }

  function endHeld(): void {
    if (!held) return
    const run = held
    held = ''
    const has = heldHas
    // Quotes with all of it inside are those of a cell or an attribute; others are part of the address.
    if (has & QUOTE && allQuoted(run)) between(run)
    else address(run, has)
  }

  function endPhrase(): void {
    endHeld()
    join()
    if (!phrase) return
    ignored.push(phrase)
    open++
    phrase = ''
  }

  function join(): void {
    const [word = ''] = words
    if (!count) return
    const more = count > 1 ? words.slice(0, count).join(' ') : word
    phrase = phrase ? `${phrase} ${more}` : more
    count = 0
  }

  function flush(): void {
    endPhrase()
    open = 0
  }

  function settle(typed: string, check: EmailCheck, before = ''): void {
    if (check.verdict === 'reject') {
      rejected.push(refusal(typed, check.reason))
      if (before) walk(before)
      return
    }
    const { email, key } = check
    const name = before && nameOf(before, key)
    const first = spelled.get(key)
    if (first !== undefined) {
      // The first one's string, where it is equal, so that the others need not be kept.
      duplicates.push(name ? `${name} <${typed}>` : first === typed ? first : typed)
      return
    }
    spelled.set(key, typed)
    const recipient: Recipient = { email, key }
    if (check.verdict === 'warn' && kindsIn(typed) & WIDE) recipient.text = typed
    if (name) recipient.name = name
    if (check.verdict === 'warn') recipient.warning = check.reason
    recipients.push(recipient)
  }
}

/** Whether every @ stands between two quotes. */
function allQuoted(run: string): boolean {
  return !hasAt(run.replace(/"[^"]*"/g, ''))
}

const ANY_AT = AT | LIKE_AT

function nameOf(raw: string, key: string): string {
  const bare = raw.replace(/[\s\p{Cc}]+/gu, ' ').trim()
  const name = /^(["']).*\1$/u.test(bare) ? bare.slice(1, -1).replace(/[\\"]([\\"])/g, '$1') : bare
  return hasAt(name) && keyOf(name) === key ? '' : name
}

function keyOf(run: string): string | undefined {
  return checkEmail(strip(run)).key
}

function hasAt(text: string): boolean {
  return (kindsIn(text) & ANY_AT) > 0
}
