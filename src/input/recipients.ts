import {
  AFTER,
  AT,
  BEFORE,
  BIDI_CONTROL,
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
  skip,
  skipBack,
  SPACE,
  WIDE,
} from './characters.js'
import { checkEmail, type EmailCheck, type EmailRefusal, type EmailWarnings } from './email.js'
import { END, readTokens } from './tokens.js'

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
  /** What was meant as an address and cannot be invited; `text` as it was typed. */
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
  const keys = new Set<string>()
  // Text since the last separator, still growing.
  const words: string[] = []
  let count = 0
  // How many of the last phrases in `ignored` may be a name, if `<` follows: those since the last address or line.
  let open = 0
  // A run with an @: an address, or perhaps a name if `<` follows.
  let held = ''
  let heldHas = 0
  const reader = { angle, gap, run: take }

  walk(text.replace(/\](?=\()|(?=[[(]mailto:)/gi, '$& '))
  return { recipients, rejected, ignored, duplicates }

  function walk(part: string): void {
    readTokens(part, reader)
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

  function take(run: string): void {
    const has = kindsIn(run)
    if (has & ANY_AT) {
      flush()
      held = run
      heldHas = has
    } else if (run) {
      endHeld()
      words[count++] = run
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
      const parts = bare
        .split(/[\u200b|/]+/)
        .map(strip)
        .filter(Boolean)
      if (parts[1] && parts.every((part) => checkEmail(part).email)) {
        for (const part of parts) settle(part, checkEmail(part), name)
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
    if (has & QUOTE) {
      // Quotes with all of it inside are those of a cell or an attribute; others are part of the address.
      if (run.indexOf('"', 1) === run.length - 1 && run[0] === '"' && !(has & END))
        return address(run.slice(1, -1), has)
      if (allQuoted(run)) return walk(run.split('"').join(' '))
    }
    address(run, has)
  }

  function endPhrase(): void {
    endHeld()
    const [word] = words
    if (!count || !word) return
    ignored.push(count > 1 ? words.slice(0, count).join(' ') : word)
    open++
    count = 0
  }

  function flush(): void {
    endPhrase()
    open = 0
  }

  function settle(typed: string, check: EmailCheck, before = ''): void {
    if (check.verdict === 'reject') {
      rejected.push({ text: typed, reason: check.reason })
      if (before) walk(before)
      return
    }
    const { email, key } = check
    const name = before && nameOf(before, key)
    const known = keys.size
    keys.add(key)
    if (keys.size === known) {
      duplicates.push(name ? `${name} <${typed}>` : typed)
      return
    }
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

/**
 * Takes off what people put around an address: brackets, quotes, bullets, the full stop of a sentence, invisible
 * marks, emphasis, `mailto:`. Leaves what no address can be in, and what an override turns around: that is no accident.
 */
function strip(run: string): string {
  if (run.length > 1000 || (kindsIn(run) & BIDI_CONTROL && /[\u202d\u202e]/.test(run))) return run
  const end = skipBack(run, AFTER)
  let start = skip(run, BEFORE, 0)
  if (start >= end) return ''
  const core = run.slice(0, end)
  if (end < run.length) {
    quotes.lastIndex = start
    quotes.test(core)
    const last = core.slice(start, quotes.lastIndex).slice(-1)
    if (run.includes(last, end) || (last === '{' && run.includes('}', end)))
      start = quotes.lastIndex
  }
  // By turns, as in `- To: <mailto:`.
  do {
    start = skip(core, BEFORE, start)
    label.lastIndex = start
  } while (label.test(core) && (start = label.lastIndex))
  return core.slice(start)
}

const quotes = /['*_`~|{]*/y
const label = /(?:mailto|e-?mail|to|b?cc):/iy

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
